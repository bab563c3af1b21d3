import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '#platform/config/root.ts'

/** The code of src/, as paths from the project's folder, in order. */
export function sourceFiles(ending = /\.tsx?$/, folder = 'src'): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && ending.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .sort()
}
