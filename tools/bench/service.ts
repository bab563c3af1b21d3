// The real service with its demo world, as `npm start` runs it, in a folder and on a port of its own.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { createInterface } from 'node:readline'
import { end } from './children.ts'

const root = join(import.meta.dirname, '../..')

export type Place = { folder: string; port: number; origin: string }
export type Service = { secondsToReady: number; signIns: string[]; stop: () => Promise<void> }

/** An empty data folder, gone with the stack, and a free port. */
export async function newPlace(stack: AsyncDisposableStack): Promise<Place> {
  const folder = mkdtempSync(join(tmpdir(), 'aq-bench-'))
  stack.defer(() => rmSync(folder, { recursive: true, force: true }))
  chmodSync(folder, 0o755) // started by root, PostgreSQL runs as a user who must get in
  const port = await freePort()
  return { folder, port, origin: `http://127.0.0.1:${port}` }
}

/** Starts the service there; ready is when its own line is out and its door answers. */
export async function startService(stack: AsyncDisposableStack, { folder, port, origin }: Place): Promise<Service> {
  const started = performance.now()
  const child = spawn(process.execPath, [join(root, 'tools/start.mjs')], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...plainEnvironment(),
      DEMO: '1',
      LOG_LEVEL: 'error',
      HOST: '127.0.0.1',
      PORT: String(port),
      PUBLIC_URL: origin,
      DATA_DIR: folder,
    },
  })
  stack.defer(() => end(child, 25_000))
  const signIns: string[] = []
  const ready = Promise.withResolvers<void>()
  child.once('exit', () => ready.reject(new Error('The service ended before it was ready: see the lines above.')))
  createInterface({ input: child.stdout }).on('line', (line) => {
    const link = /https?:\/\/\S+\/workspace\/sign-in\/\S+/.exec(line)?.[0]
    if (link) signIns.push(new URL(link).pathname)
    if (line.includes('/dev/outbox')) ready.resolve() // the last line of a demo's start
  })
  await ready.promise
  const health = await fetch(`${origin}/health/ready`)
  if (!health.ok) throw new Error(`The service says it is ready and answers ${health.status}.`)
  return { secondsToReady: (performance.now() - started) / 1000, signIns, stop: () => end(child, 25_000) }
}

/** This process's environment without what would lead the service elsewhere. */
export function plainEnvironment() {
  const ours = [
    'DATABASE_URL',
    'DATABASE_APP_URL',
    'NODE_ENV',
    'NODE_OPTIONS',
    'SMTP_URL',
    'SMS_URL',
    'OIDC_ISSUER',
    'SECRET_KEY',
    'SECRET_KEY_OLD',
    'FIELD_KEY',
  ]
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours.includes(name)))
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (typeof address !== 'object' || !address) throw new Error('No free port was found.')
  return address.port
}
