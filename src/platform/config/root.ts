import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The project's folder: from it content/, reference/, migrations/, seeds/ and public/ are read, in src/ and in dist/ alike. */
export const root = findRoot(import.meta.dirname)

function findRoot(from: string): string {
  if (existsSync(join(from, 'package.json')) && existsSync(join(from, 'migrations'))) return from
  const parent = dirname(from)
  if (parent === from) throw new Error('The project folder was not found: no package.json beside migrations/.')
  return findRoot(parent)
}
