import { spawn } from 'node:child_process'
import { chownSync, closeSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import type { Kept, Place } from './place.ts'

/** Makes an empty cluster in UTF-8 with password sign-in only. */
export async function initialize(place: Place, folder: string, password: string): Promise<void> {
  const passwordFile = `${folder}.password`
  rmSync(passwordFile, { force: true })
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if (place.account) chownSync(passwordFile, place.account.uid, place.account.gid)
  const ended = await run(place, 'initdb', [
    '-D',
    folder,
    '-U',
    'postgres',
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
  ])
  rmSync(passwordFile, { force: true })
  if (ended.code !== 0) throw new Error(`PostgreSQL could not be set up: ${ended.said}`)
}

/** Nothing when the server takes connections, which after a crash may take minutes; else what it said. */
export async function startServer(place: Place, port: number): Promise<string | undefined> {
  const settings = [
    `-p ${port}`,
    '-h 127.0.0.1',
    '-c unix_socket_directories=',
    '-c max_connections=120',
    '-c shared_buffers=128MB',
  ]
  const ended = await run(place, 'pg_ctl', [
    '-w',
    '-t',
    '300',
    '-s',
    '-D',
    place.data,
    '-l',
    place.log,
    '-o',
    settings.join(' '),
    'start',
  ])
  return ended.code === 0 ? undefined : ended.said
}

/** Lets running statements end within moments, writes everything out, and waits. */
export async function stopServer(place: Place): Promise<void> {
  await run(place, 'pg_ctl', ['-w', '-t', '60', '-s', '-m', 'fast', '-D', place.data, 'stop'])
}

/** Whether the server answers to the password we keep. */
export async function answers(known: Kept): Promise<boolean> {
  const client = superuser(known, 'postgres')
  try {
    await client.connect()
    await client.end()
    return true
  } catch {
    return false
  }
}

/** The owning role, the role that serves requests, and the database; each made once. */
export async function createRoles(known: Kept): Promise<void> {
  const client = superuser(known, 'postgres')
  await client.connect()
  for (const [role, password] of [
    ['aq_owner', known.owner],
    ['aq_app', known.app],
  ] as const) {
    const { rowCount } = await client.query('select from pg_roles where rolname = $1', [role])
    if (!rowCount) await client.query(`create role ${role} login password ${client.escapeLiteral(password)}`)
  }
  const { rowCount } = await client.query("select from pg_database where datname = 'aq'")
  if (!rowCount) await client.query('create database aq owner aq_owner')
  await client.end()
}

function superuser(known: Kept, database: string): pg.Client {
  const client = new pg.Client({
    host: '127.0.0.1',
    port: known.port,
    user: 'postgres',
    password: known.superuser,
    database,
    connectionTimeoutMillis: 2_000,
  })
  client.on('error', () => {}) // a server that stops under us shows in the next call
  return client
}

/** In its own process group, so that Ctrl-C in the terminal reaches us and not PostgreSQL. */
function run(place: Place, program: string, words: string[]): Promise<{ code: number | null; said: string }> {
  const output = join(place.folder, `${program}.out`)
  const file = openSync(output, 'w')
  const { account } = place
  const child = spawn(join(place.native, 'bin', program), words, {
    detached: true,
    cwd: '/',
    stdio: ['ignore', file, file],
    env: { ...needed(), LC_ALL: 'C', LD_LIBRARY_PATH: join(place.native, 'lib') },
    ...(account ? { uid: account.uid, gid: account.gid } : {}),
  })
  closeSync(file)
  return new Promise((done, failed) => {
    child.once('error', failed)
    child.once('close', (code) => done({ code, said: readFileSync(output, 'utf8').trim() }))
  })
}

/** Neither our keys nor the PG… settings of the operator's own PostgreSQL are the server's business. */
function needed(): NodeJS.ProcessEnv {
  return Object.fromEntries(
    ['PATH', 'TZ', 'TMPDIR', 'SystemRoot', 'TEMP', 'TMP'].map((name) => [name, process.env[name]]),
  )
}
