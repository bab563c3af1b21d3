import { randomBytes } from 'node:crypto'
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import { requireReach, serverAccount, type Account } from './account.ts'
import { binariesFolder } from './binaries.ts'
import { isAlive, withLock } from './lock.ts'
import { returnLease, takeLease } from './leases.ts'
import { answers, createRoles, initialize, startServer, stopServer } from './programs.ts'

const kept = z.object({ port: z.number(), superuser: z.string(), owner: z.string(), app: z.string() })
export type Kept = z.infer<typeof kept>
export type Place = { data: string; json: string; lock: string; leases: string; log: string; native: string; account: Account }

/** A running PostgreSQL of our own: its addresses for each role, and the lease to give back. */
export type Embedded = { superuserUrl: string; ownerUrl: string; appUrl: string; release: () => Promise<void> }

const watchEvery = 1_000

/**
 * The server of a data directory: adopted when it runs, else started; restarted while we hold it if it dies.
 * The last process to release it stops it.
 */
export async function embeddedPostgres(dataDir: string): Promise<Embedded> {
  const place = prepare(resolve(dataDir))
  const keys = await withLock(place.lock, async () => {
    takeLease(place.leases)
    return ensureRunning(place)
  })
  const watch = setInterval(() => void revive(place), watchEvery)
  watch.unref()
  const url = (user: string, password: string, database: string) => `postgres://${user}:${password}@127.0.0.1:${keys.port}/${database}`
  return {
    superuserUrl: url('postgres', keys.superuser, 'postgres'),
    ownerUrl: url('aq_owner', keys.owner, 'aq'),
    appUrl: url('aq_app', keys.app, 'aq'),
    release: async () => {
      clearInterval(watch)
      await withLock(place.lock, async () => {
        if (returnLease(place.leases)) await stopServer(place)
      })
    },
  }
}

function prepare(dataDir: string): Place {
  mkdirSync(dataDir, { recursive: true })
  const account = serverAccount()
  const native = binariesFolder()
  requireReach(account, dataDir)
  requireReach(account, native)
  const at = (name: string) => join(dataDir, name)
  return { data: at('postgres'), json: at('postgres.json'), lock: at('postgres.lock'), leases: at('leases'), log: at('postgres/server.log'), native, account }
}

/** Under the lock. A server found alive is ours when it takes our password; one that is stopping gets ten seconds. */
async function ensureRunning(place: Place): Promise<Kept> {
  const known = readKept(place)
  if (known && existsSync(place.data)) {
    const deadline = Date.now() + 10_000
    for (let pid = postmaster(place); pid !== undefined && isAlive(pid); pid = postmaster(place)) {
      if (await answers(known)) return known
      if (Date.now() > deadline) break
      await wait(50)
    }
    return start(place, known)
  }
  return create(place)
}

async function create(place: Place): Promise<Kept> {
  const password = () => randomBytes(18).toString('hex')
  const fresh = { port: await freePort(), superuser: password(), owner: password(), app: password() }
  const unfinished = `${place.data}.new` // a first start killed half way leaves this, never half a data directory
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(unfinished, { mode: 0o700 })
  if (place.account) chownSync(unfinished, place.account.uid, place.account.gid)
  await initialize(place, unfinished, fresh.superuser)
  renameSync(unfinished, place.data)
  writeKept(place, fresh)
  return start(place, fresh)
}

async function start(place: Place, known: Kept): Promise<Kept> {
  const deadline = Date.now() + 10_000
  for (let attempt = known; ; attempt = { ...known, port: await freePort() }) {
    writeKept(place, attempt)
    const failure = await startServer(place, attempt.port)
    if (failure === undefined) {
      await createRoles(attempt)
      return attempt
    }
    if (Date.now() > deadline) throw new Error(`PostgreSQL did not start; see ${place.log}. ${failure}`)
    await wait(200) // the children of a killed server still hold its memory for a moment
  }
}

/** A server that died while we hold it is started again, on the same port, so that pools find it. */
async function revive(place: Place): Promise<void> {
  const pid = postmaster(place)
  if (pid !== undefined && isAlive(pid)) return
  try {
    await withLock(place.lock, () => ensureRunning(place))
  } catch {
    // the next turn tries again; requests answer 503 meanwhile
  }
}

function postmaster({ data }: Place): number | undefined {
  try {
    return Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0]) || undefined
  } catch {
    return undefined
  }
}

function readKept({ json }: Place): Kept | undefined {
  return existsSync(json) ? kept.parse(JSON.parse(readFileSync(json, 'utf8'))) : undefined
}

function writeKept({ json }: Place, value: Kept): void {
  writeFileSync(`${json}.new`, JSON.stringify(value), { mode: 0o600 })
  chmodSync(`${json}.new`, 0o600)
  renameSync(`${json}.new`, json)
}

function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const server = createServer().once('error', failed)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => (address && typeof address === 'object' ? found(address.port) : failed(new Error('No free port.'))))
    })
  })
}
