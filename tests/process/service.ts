// Real processes on a folder and a port of their own, and the end of whatever a test leaves behind.
import { spawn, type ChildProcess } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { onTestFinished } from 'vitest'
import { z } from 'zod'
import { root } from '#platform/config/root.ts'
import { commandOf, isAlive } from '#platform/db/embedded/alive.ts'

export type Ended = { code: number | null; signal: NodeJS.Signals | null }
export type Process = {
  pid: number
  said: () => string
  complained: () => string
  ended: Promise<Ended>
  signal: (name: NodeJS.Signals, to?: 'group') => void
}
export type Service = Process & { url: string }
type How = { env?: Record<string, string>; uid?: number; gid?: number; tool?: string[]; program?: string }

/** Longer than any start on a busy machine, shorter than a reader's patience. */
export const patience = 40_000

/** A data directory that everyone may enter; at the test's end its server is ended and it is removed. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'aq-process-'))
  chmodSync(folder, 0o755)
  onTestFinished(async () => {
    const pid = postmasterOf(folder)
    if (pid !== undefined) process.kill(pid, 'SIGKILL')
    await until('the server left behind is gone', () => pid === undefined || !isAlive(pid))
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
  })
  return folder
}

/** A process of the project in a group of its own, as a terminal gives it, without this test run's settings. */
export function launch(
  folder: string,
  words: string[],
  { env = {}, uid, gid, program = process.execPath }: How = {},
): Process {
  const child = spawn(program, words, {
    cwd: root,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env['PATH'] ?? '', HOME: tmpdir(), DATA_DIR: folder, PORT: '0', LOG_LEVEL: 'warn', ...env },
    ...(uid === undefined ? {} : { uid, gid: gid ?? uid }),
  })
  const { pid } = child
  if (pid === undefined) throw new Error('The process did not start.')
  const ended = new Promise<Ended>((end) => child.once('close', (code, signal) => end({ code, signal })))
  onTestFinished(async () => {
    kill(-pid) // the group, which may outlive its first process
    await ended
  })
  const signal: Process['signal'] = (name, to) => process.kill(to === 'group' ? -pid : pid, name)
  return { pid, said: heard(child.stdout), complained: heard(child.stderr), ended, signal }
}

/** The service, once it has said its address. */
export async function startService(folder: string, how: How = {}): Promise<Service> {
  const started = launch(folder, how.tool ?? ['tools/start.mjs'], how)
  let over: Ended | undefined
  void started.ended.then((ended) => (over = ended))
  const address = () => /http:\/\/localhost:(\d+)/.exec(started.said())
  await until('the service says its address', () => address() !== null || over !== undefined)
  if (over) throw new Error(`The service ended (${over.code ?? over.signal}): ${started.complained()}`)
  return { ...started, url: `http://127.0.0.1:${address()?.[1] ?? ''}` }
}

/** Ends within ten seconds, or says what it waited for. */
export async function endOf({ ended, complained }: Process, within = 10_000): Promise<Ended> {
  const late = new AbortController()
  const outcome = await Promise.race([ended, wait(within, undefined, { signal: late.signal })])
  late.abort()
  if (!outcome) throw new Error(`Still running after ${within / 1000} s. ${complained()}`)
  return outcome
}

export async function until(what: string, isSo: () => boolean | Promise<boolean>, within = patience): Promise<void> {
  const deadline = Date.now() + within
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error(`Waited ${within} ms in vain until ${what}.`)
    await wait(20)
  }
}

/** The number of the folder's PostgreSQL, while it lives. */
export function postmasterOf(folder: string): number | undefined {
  const file = join(folder, 'postgres/postmaster.pid')
  const pid = existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : 0
  return isAlive(pid) && (commandOf(pid)?.includes(join(folder, 'postgres')) ?? true) ? pid : undefined
}

/** kill -9 of the folder's PostgreSQL. */
export function killServer(folder: string): void {
  const pid = postmasterOf(folder)
  if (pid === undefined) throw new Error('No PostgreSQL runs here.') // and 0 would be this very test run
  process.kill(pid, 'SIGKILL')
}

/** What PostgreSQL wrote of its life. */
export const serverLog = (folder: string) => readFileSync(join(folder, 'postgres/server.log'), 'utf8')

const kept = z.object({ port: z.number(), superuser: z.string() })

/** A look behind the walls, in the service's database. */
export async function query(folder: string, statement: string): Promise<Record<string, unknown>[]> {
  const client = await connectTo(folder)
  try {
    const { rows } = await client.query<Record<string, unknown>>(statement)
    return rows
  } finally {
    await client.end()
  }
}

export async function connectTo(folder: string): Promise<pg.Client> {
  const { port, superuser } = kept.parse(JSON.parse(readFileSync(join(folder, 'postgres.json'), 'utf8')))
  const client = new pg.Client({ host: '127.0.0.1', port, user: 'postgres', password: superuser, database: 'aq' })
  client.on('error', () => {}) // a server that stops is what these tests are about
  await client.connect()
  return client
}

function heard(stream: ChildProcess['stdout']): () => string {
  let text = ''
  stream?.setEncoding('utf8').on('data', (part: string) => (text += part))
  return () => text
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // ended on its own meanwhile
  }
}
