import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { lives, ownMark } from './alive.ts'

/** Each process that uses the server leaves a lease, a file named by its mark; the last to leave stops the server. */
export function takeLease(folder: string): void {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, ownMark()), '')
}

/** Gives the lease back; true when no living process holds another. */
export function returnLease(folder: string): boolean {
  rmSync(join(folder, ownMark()), { force: true })
  const left = readdirSync(folder)
  for (const mark of left.filter((each) => !lives(each))) rmSync(join(folder, mark), { force: true })
  return !left.some(lives)
}
