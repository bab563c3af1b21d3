import { createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import type { Services } from '#platform/http/env.ts'
import { ConfigError } from '#platform/config/config.ts'
import { createApp } from './app.tsx'

/** Listens; `stop` refuses new requests, lets those under way end, then closes. */
export async function serve(services: Services): Promise<{ stop: () => Promise<void>; port: number }> {
  const { host, port } = services.config
  const listener = getRequestListener(createApp(services).fetch)
  const server = createServer({ maxHeaderSize: 16_384, requestTimeout: 30_000 }, (request, response) => void listener(request, response))
  await new Promise<void>((listening, failed) => {
    server.once('error', (error) => failed('code' in error && error.code === 'EADDRINUSE' ? new ConfigError(`Port ${port} is taken: end what uses it, or set PORT to another number.`) : error))
    server.listen(port, host, listening)
  })
  const address = server.address()
  return {
    port: typeof address === 'object' && address ? address.port : port,
    stop: () => new Promise((stopped) => {
      server.close(() => stopped())
      server.closeIdleConnections()
      setTimeout(() => server.closeAllConnections(), 15_000).unref()
    }),
  }
}
