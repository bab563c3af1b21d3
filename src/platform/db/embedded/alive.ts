import { readFileSync } from 'node:fs'

/** Names this process for ever: its number and when it began, since numbers come back, soonest in containers. */
export function ownMark(): string {
  return `${process.pid}-${beganAt(process.pid)}`
}

/** Whether the process of a mark still lives. */
export function lives(mark: string): boolean {
  const [pid = '', began = ''] = mark.split('-')
  return isAlive(Number(pid)) && beganAt(Number(pid)) === began
}

/** Whether a process lives; a process of another user counts as alive. */
export function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false // 0 and below name whole groups
  try {
    process.kill(pid, 0)
    return stateOf(pid)[0] !== 'Z' // a killed child nobody has waited for still answers, but holds nothing
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** The words a process was started with; nothing where the system has no /proc. */
export function commandOf(pid: number): string[] | undefined {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
  } catch {
    return undefined
  }
}

/** In the kernel's ticks since it booted. */
function beganAt(pid: number): string {
  return stateOf(pid)[19] ?? ''
}

/** What follows the program's name in /proc/PID/stat; empty where there is no /proc. */
function stateOf(pid: number): string[] {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
  } catch {
    return []
  }
}
