// The line between the application and its database, to be cut: at once, or at the very moment certain words pass.
import { connect, createServer, type Socket } from 'node:net'

export type Line = {
  /** The same address, through this line. */
  url: string
  cut: () => void
  mend: () => void
  /** Each next statement with these words never arrives, and its connection is gone. */
  cutBefore: (words: string | undefined) => void
  end: () => Promise<void>
}

export async function lineTo(url: string): Promise<Line> {
  const { hostname, port } = new URL(url)
  const open = new Set<Socket>()
  let whole = true
  let feared: string | undefined
  const server = createServer((near) => {
    if (!whole) return near.destroy()
    const far = connect(Number(port), hostname)
    const drop = () => {
      near.destroy()
      far.destroy()
      open.delete(near)
    }
    open.add(near)
    near.on('error', drop).on('close', drop)
    far.on('error', drop).on('close', drop)
    near.on('data', (bytes) => (feared !== undefined && bytes.includes(feared) ? drop() : far.write(bytes)))
    far.on('data', (bytes) => near.write(bytes))
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  const through = new URL(url)
  through.port = String(typeof address === 'object' ? address?.port : '')
  return {
    url: through.href,
    cut: () => {
      whole = false
      for (const socket of open) socket.destroy()
    },
    mend: () => {
      whole = true
    },
    cutBefore: (words) => {
      feared = words
    },
    end: () =>
      new Promise((ended) => {
        for (const socket of open) socket.destroy()
        server.close(() => ended())
      }),
  }
}
