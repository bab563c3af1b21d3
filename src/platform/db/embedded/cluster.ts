import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { ConfigError } from '../../config/config.ts'
import { forgetStranger, postmaster, readKept, writeKept, type Kept, type Place } from './place.ts'
import { freePort, isFree } from './port.ts'
import { answers, createRoles, initialize, startServer } from './programs.ts'

/** Under the lock: the server of this place, running; made at the first start, adopted when it already runs. */
export async function ensureRunning(place: Place): Promise<Kept> {
  clearUnfinished(place)
  if (!existsSync(place.data)) return create(place)
  const known = readKept(place)
  if (!known)
    throw new ConfigError(
      `${place.json} is missing, and with it the passwords of ${place.data}: ` +
        'put it back from a backup, or set DATA_DIR to another folder.',
    )
  return (await adopt(place, known)) ?? start(place, known, true)
}

/** Under the lock: a server that died is started again where the pools of those who use it look for it. */
export async function restart(place: Place): Promise<void> {
  const known = existsSync(place.data) ? readKept(place) : undefined
  if (known && postmaster(place) === undefined) await start(place, known, false)
}

/** A server found alive is ours when it takes our password; one that is starting or stopping gets half a minute. */
async function adopt(place: Place, known: Kept): Promise<Kept | undefined> {
  const deadline = Date.now() + 30_000
  for (let pid = postmaster(place); pid !== undefined; pid = postmaster(place)) {
    if (await answers(known)) {
      await createRoles(known) // its first start may have been killed before it came to that
      return known
    }
    if (Date.now() > deadline)
      throw new ConfigError(
        `PostgreSQL runs on ${place.data} as process ${pid} and does not answer: end that process and start again.`,
      )
    await wait(50)
  }
  return undefined
}

/** Each step leaves something the next start can go on from: passwords first, then the data under its final name. */
async function create(place: Place): Promise<Kept> {
  const password = () => randomBytes(18).toString('hex')
  const fresh = { port: await freePort(), superuser: password(), owner: password(), app: password() }
  // a first start killed half way leaves such a folder, never half a data directory; its initdb may live on for a moment
  // and go on writing there, so each try has a folder of its own
  const unfinished = `${place.data}.new-${randomBytes(4).toString('hex')}`
  mkdirSync(unfinished, { mode: 0o700 })
  if (place.account) chownSync(unfinished, place.account.uid, place.account.gid)
  await initialize(place, unfinished, fresh.superuser)
  writeKept(place, fresh)
  renameSync(unfinished, place.data)
  return start(place, fresh, true)
}

/** What earlier first starts left; a folder that is still written to is left for the next start to clear. */
function clearUnfinished(place: Place): void {
  const parent = dirname(place.data)
  for (const name of readdirSync(parent).filter((each) => each.startsWith(`${basename(place.data)}.new`))) {
    try {
      rmSync(join(parent, name), { recursive: true, force: true })
    } catch {
      // not empty yet, or not any more
    }
  }
}

async function start(place: Place, known: Kept, mayMove: boolean): Promise<Kept> {
  const deadline = Date.now() + 10_000
  for (let attempt = known; ; await wait(200)) {
    // the children of a killed server still hold its memory for a moment
    if (mayMove && !(await isFree(attempt.port))) attempt = { ...attempt, port: await freePort() }
    writeKept(place, attempt)
    forgetStranger(place)
    const failure = await startServer(place, attempt.port)
    if (failure === undefined) {
      await createRoles(attempt)
      return attempt
    }
    if (Date.now() > deadline)
      throw new ConfigError(`PostgreSQL did not start on ${place.data}: see ${place.log}. ${failure}`)
  }
}
