import { resolve } from 'node:path'
import { ensureRunning, restart } from './cluster.ts'
import { returnLease, takeLease } from './leases.ts'
import { withLock } from './lock.ts'
import { openPlace, postmaster, type Place } from './place.ts'
import { stopServer } from './programs.ts'

/** A running PostgreSQL of our own: its addresses for each role, and the lease to give back. */
export type Embedded = { superuserUrl: string; ownerUrl: string; appUrl: string; release: () => Promise<void> }

const watchEvery = 1_000

/**
 * The server of a data directory: adopted when it runs, else started; restarted while we hold it if it dies.
 * The last process to release it stops it.
 */
export async function embeddedPostgres(dataDir: string): Promise<Embedded> {
  const place = openPlace(resolve(dataDir))
  const keys = await withLock(place.lock, async () => {
    takeLease(place.leases)
    return ensureRunning(place)
  })
  const endWatch = watch(place)
  const url = (user: string, password: string, database: string) =>
    `postgres://${user}:${password}@127.0.0.1:${keys.port}/${database}`
  let released: Promise<void> | undefined
  return {
    superuserUrl: url('postgres', keys.superuser, 'postgres'),
    ownerUrl: url('aq_owner', keys.owner, 'aq'),
    appUrl: url('aq_app', keys.app, 'aq'),
    release: () => (released ??= endWatch().then(() => leave(place))),
  }
}

function leave(place: Place): Promise<void> {
  return withLock(place.lock, async () => {
    if (returnLease(place.leases)) await stopServer(place)
  })
}

/** Looks every second whether the server lives; answers the way to end that, which waits for a restart under way. */
function watch(place: Place): () => Promise<void> {
  let ended = false
  let turn = Promise.resolve()
  let timer: NodeJS.Timeout
  const look = async () => {
    if (postmaster(place) === undefined) {
      const again = async () => (ended ? undefined : restart(place))
      await withLock(place.lock, again).catch(() => {}) // the next look tries again; requests answer 503 meanwhile
    }
    if (!ended) plan()
  }
  const plan = () => {
    timer = setTimeout(() => {
      turn = look()
    }, watchEvery).unref()
  }
  plan()
  return () => {
    ended = true
    clearTimeout(timer)
    return turn
  }
}
