import { linkSync, readFileSync, renameSync, unlinkSync, writeFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'

/** Whether a process lives; a process of another user counts as alive. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return !isZombie(pid)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** A killed child that nobody has waited for still answers to signals, but holds nothing. */
function isZombie(pid: number): boolean {
  try {
    return / Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\)/, ''))
  } catch {
    return false // no /proc on this system
  }
}

/** Runs alone among all processes that use this lock file; the lock of a dead process is taken over. */
export async function withLock<T>(path: string, work: () => Promise<T>, patience = 60_000): Promise<T> {
  const deadline = Date.now() + patience
  while (!take(path)) {
    if (Date.now() > deadline) throw new Error(`Another process holds ${path} and does not let go; end it and start again.`)
    clearDead(path)
    await wait(25)
  }
  try {
    return await work()
  } finally {
    unlinkSync(path)
  }
}

function take(path: string): boolean {
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx', mode: 0o600 })
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}

/** Moves a dead holder's lock aside; if a living one slipped in between the look and the move, it is put back. */
function clearDead(path: string): void {
  const holder = holderOf(path)
  if (holder === undefined || isAlive(holder)) return
  const aside = `${path}.${process.pid}`
  try {
    renameSync(path, aside)
    if (holderOf(aside) !== holder) linkSync(aside, path)
    unlinkSync(aside)
  } catch {
    // another process cleared it first: the next turn of the loop sees
  }
}

function holderOf(path: string): number | undefined {
  try {
    return Number(readFileSync(path, 'utf8')) || undefined
  } catch {
    return undefined
  }
}
