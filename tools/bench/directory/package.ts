// The synthetic directory on disk: a folder of CSV files, one a table, as HSDS 3.1 names them.
import { createWriteStream, type WriteStream } from 'node:fs'
import { once } from 'node:events'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import { madeUp, type Size } from './made-up.ts'

/** Writes the files into the folder and answers how many rows they hold. */
export async function writePackage(folder: string, size: Size): Promise<number> {
  const files = new Map<string, WriteStream>()
  let rows = 0
  for (const [name, row] of madeUp(size)) {
    const file = files.get(name) ?? begun(join(folder, `${name}.csv`), Object.keys(row))
    files.set(name, file)
    rows += 1
    if (!file.write(`${Object.values(row).map(quoted).join(',')}\n`)) await once(file, 'drain')
  }
  for (const file of files.values()) file.end()
  await Promise.all([...files.values()].map((file) => finished(file)))
  return rows
}

function begun(path: string, columns: readonly string[]): WriteStream {
  const file = createWriteStream(path, { highWaterMark: 1 << 20 })
  file.write(`${columns.join(',')}\n`)
  return file
}

function quoted(cell: string): string {
  return /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
