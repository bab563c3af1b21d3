import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isAlive } from './lock.ts'

/** Each process that uses the server leaves a lease; the last one to leave stops the server. */
export function takeLease(folder: string): void {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, String(process.pid)), startOf(process.pid))
}

/** Gives the lease back; true when no living process holds another. */
export function returnLease(folder: string): boolean {
  rmSync(join(folder, String(process.pid)), { force: true })
  return readdirSync(folder).every((name) => isStale(folder, name))
}

function isStale(folder: string, name: string): boolean {
  const pid = Number(name)
  const stale = !isAlive(pid) || readFileSync(join(folder, name), 'utf8') !== startOf(pid)
  if (stale) rmSync(join(folder, name), { force: true })
  return stale
}

/** When the process began, in the kernel's ticks: a number that came back to another process is not ours. */
function startOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /, '').split(' ')[19] ?? ''
  } catch {
    return ''
  }
}
