import { spawnSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { ConfigError } from '../../config/config.ts'

/** The user and group to run PostgreSQL as; nothing when we are not root (PostgreSQL refuses to run as root). */
export type Account = { uid: number; gid: number } | undefined

/** As root: the owner of the data, when a plain user made them; else user "postgres", made if missing. */
export function serverAccount(data: string): Account {
  if (process.getuid?.() !== 0) return undefined
  const { uid, gid } = statSync(data, { throwIfNoEntry: false }) ?? { uid: 0, gid: 0 }
  return uid !== 0 ? { uid, gid } : (lookUp() ?? make())
}

/** Stops with a sentence that names the folder when the server's user cannot get there. */
export function requireReach(account: Account, folder: string): void {
  if (!account) return
  const look = spawnSync('ls', ['-d', `${folder}/.`], { uid: account.uid, gid: account.gid, stdio: 'ignore', cwd: '/' })
  if (look.status === 0) return
  throw new ConfigError(
    `PostgreSQL runs as user "postgres", who cannot reach ${folder}: ` +
      'run as a plain user, or move the folder to a place everyone may enter, such as /srv.',
  )
}

function lookUp(): Account {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((each) => each.startsWith('postgres:'))
  const [, , uid, gid] = (line ?? '').split(':')
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined
}

function make(): Account {
  spawnSync(
    'useradd',
    ['--system', '--user-group', '--home-dir', '/nonexistent', '--shell', '/usr/sbin/nologin', 'postgres'],
    { stdio: 'ignore' },
  )
  const made = lookUp()
  if (!made)
    throw new ConfigError('PostgreSQL cannot run as root and user "postgres" could not be made: start as a plain user.')
  return made
}
