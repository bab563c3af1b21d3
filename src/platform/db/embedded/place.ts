import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { requireReach, serverAccount, type Account } from './account.ts'
import { commandOf, isAlive } from './alive.ts'
import { binariesFolder } from './binaries.ts'

const kept = z.object({ port: z.number(), superuser: z.string(), owner: z.string(), app: z.string() })

/** The server's port and the password of each role, kept beside its data (mode 0600). */
export type Kept = z.infer<typeof kept>

/** Where a data directory holds what, and as whom its server runs. */
export type Place = {
  folder: string
  data: string
  json: string
  lock: string
  leases: string
  log: string
  native: string
  account: Account
}

export function openPlace(dataDir: string): Place {
  mkdirSync(dataDir, { recursive: true })
  const folder = realpathSync(dataDir) // one directory, one name, whatever link led to it
  const at = (name: string) => join(folder, name)
  const account = serverAccount(at('postgres'))
  const native = binariesFolder()
  requireReach(account, folder)
  requireReach(account, native)
  return {
    folder,
    data: at('postgres'),
    json: at('postgres.json'),
    lock: at('postgres.lock'),
    leases: at('leases'),
    log: at('postgres/server.log'),
    native,
    account,
  }
}

export function readKept({ json }: Place): Kept | undefined {
  return existsSync(json) ? kept.parse(JSON.parse(readFileSync(json, 'utf8'))) : undefined
}

export function writeKept({ json }: Place, value: Kept): void {
  writeFileSync(`${json}.new`, JSON.stringify(value), { mode: 0o600 })
  chmodSync(`${json}.new`, 0o600)
  renameSync(`${json}.new`, json)
}

/** The process of the server of this place, while it lives. */
export function postmaster(place: Place): number | undefined {
  const pid = notedPid(place)
  return pid !== undefined && isAlive(pid) && isOurs(place, pid) ? pid : undefined
}

/** After a crash of the machine the number noted may be another program's: PostgreSQL would wait for it for ever. */
export function forgetStranger(place: Place): void {
  const pid = notedPid(place)
  if (pid !== undefined && isAlive(pid) && !isOurs(place, pid)) rmSync(pidFile(place), { force: true })
}

function isOurs({ data }: Place, pid: number): boolean {
  const words = commandOf(pid)
  return words === undefined || words.includes(data)
}

function notedPid(place: Place): number | undefined {
  try {
    return Number(readFileSync(pidFile(place), 'utf8').split('\n')[0]) || undefined
  } catch {
    return undefined
  }
}

const pidFile = ({ data }: Place) => join(data, 'postmaster.pid')
