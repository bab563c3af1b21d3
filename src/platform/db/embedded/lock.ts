import { linkSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { lives, ownMark } from './alive.ts'

/** Runs alone among all processes that use this lock file; the lock of a dead process is taken over. */
export async function withLock<T>(path: string, work: () => Promise<T>, patience = 60_000): Promise<T> {
  const deadline = Date.now() + patience
  while (!take(path)) {
    if (Date.now() > deadline)
      throw new Error(`Another process holds ${path} and does not let go; end it and start again.`)
    clearDead(path)
    await wait(25)
  }
  try {
    return await work()
  } finally {
    unlinkSync(path)
  }
}

/** A link comes into being with its content: nobody, even killed half way, leaves a lock without its holder's name. */
function take(path: string): boolean {
  const ours = `${path}.${process.pid}`
  writeFileSync(ours, ownMark(), { mode: 0o600 })
  try {
    linkSync(ours, path)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  } finally {
    unlinkSync(ours)
  }
}

/**
 * Removes a dead holder's lock. The right to do so is a lock too, named after the dead: one process at a time has it,
 * and a lock that a living process took meanwhile bears another name, so it is never the one removed.
 */
function clearDead(path: string): void {
  const holder = holderOf(path)
  if (holder === undefined || lives(holder)) return
  const right = `${path}.${holder}`
  if (!take(right)) return clearDead(right)
  if (holderOf(path) === holder) unlinkSync(path)
  unlinkSync(right)
}

function holderOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined // let go meanwhile
  }
}
