// The peer: a bare node:http server that answers each path with bytes and headers it was given, and does nothing else.
import { createServer } from 'node:http'
import { z } from 'zod'

const shape = z.record(z.string(), z.object({ headers: z.array(z.tuple([z.string(), z.string()])), body: z.string() }))

process.once('message', (message) => {
  const pages = new Map(
    Object.entries(shape.parse(message)).map(([path, { headers, body }]) => [
      path,
      { headers: headers.flat(), body: Buffer.from(body) },
    ]),
  )
  const server = createServer((request, response) => {
    const page = pages.get(request.url ?? '')
    if (page) response.writeHead(200, page.headers).end(page.body)
    else response.writeHead(404).end()
  })
  server.listen(0, '127.0.0.1', () => {
    const address = server.address()
    process.send?.({ port: typeof address === 'object' ? address?.port : undefined })
  })
})
process.once('disconnect', () => process.exit())
