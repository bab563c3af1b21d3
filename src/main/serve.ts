import { createServer, type Server, type ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import type { Services } from '#platform/http/env.ts'
import { ConfigError, type Config } from '#platform/config/config.ts'
import { freePort } from '#platform/db/embedded/port.ts'
import { createApp } from './app.tsx'

const patience = 5_000 // for requests under way; supervisors kill after ten seconds

/** Port 0 means any free one: settled first, since links name it. */
export async function settlePort(config: Config): Promise<Config> {
  if (config.port !== 0) return config
  const port = await freePort()
  return {
    ...config,
    port,
    publicUrl: config.publicUrl === 'http://localhost:0' ? `http://localhost:${port}` : config.publicUrl,
  }
}

/** Listens; `stop` refuses new connections, lets the requests under way end, then closes. */
export async function serve(services: Services): Promise<{ stop: () => Promise<void> }> {
  const { host, port } = services.config
  const listener = getRequestListener(createApp(services).fetch)
  const connections = new Set<Socket>()
  const underWay = new Map<ServerResponse, Socket>()
  let stopping = false
  const server = createServer({ maxHeaderSize: 16_384, requestTimeout: 30_000 }, (request, response) => {
    underWay.set(response, request.socket)
    response.once('close', () => {
      underWay.delete(response)
      if (stopping) request.socket.destroySoon()
    })
    if (stopping) sayLast(response)
    void listener(request, response)
  })
  server.on('connection', (socket: Socket) => {
    connections.add(socket)
    socket.once('close', () => connections.delete(socket))
  })
  await listen(server, host, port)
  return {
    stop: () =>
      new Promise((stopped) => {
        stopping = true
        server.close(() => stopped())
        for (const response of underWay.keys()) sayLast(response)
        const busy = new Set(underWay.values())
        // also the connections that a browser opened ahead and never used
        for (const socket of connections) if (!busy.has(socket)) socket.destroy()
        setTimeout(() => server.closeAllConnections(), patience).unref()
      }),
  }
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((listening, failed) => {
    server.once('error', (error) => failed(sentence(error, host, port) ?? error))
    server.listen(port, host, listening)
  })
}

/** A kept-alive connection would bring the next request to a server that is leaving. */
function sayLast(response: ServerResponse): void {
  if (!response.headersSent) response.setHeader('Connection', 'close')
}

function sentence(error: Error, host: string, port: number): ConfigError | undefined {
  const code = 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE')
    return new ConfigError(`Port ${port} is taken: end what uses it, or set PORT to another number.`)
  if (code === 'EACCES')
    return new ConfigError(`Port ${port} is not open to this user: set PORT to a number above 1023.`)
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return new ConfigError(`HOST ${host} is not an address of this machine: set it to one, such as 127.0.0.1.`)
  return undefined
}
