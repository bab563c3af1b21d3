import { createWriteStream, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { afterAll, describe, expect, test } from 'vitest'
import { root } from '#platform/config/root.ts'
import type { Db } from '#platform/db/db.ts'
import { importDirectory } from '../import-directory.ts'
import { openSource } from '../source/source.ts'
import { recordsOf } from '../source/records.ts'
import { at, directoryDatabase, later, newId } from '../../testing/directory-database.ts'
import { smallExport } from '../../testing/small-export.ts'
import { secrets, wholePackage } from '../../testing/whole-package.ts'
import { exportDirectory, exportFormats, type ExportFormat } from './export-directory.ts'

const files = mkdtempSync(join(tmpdir(), 'exports-'))
afterAll(() => rmSync(files, { recursive: true }))
const nameOf = { datapackage: 'd.zip', json: 'd.json', ndjson: 'd.ndjson' } as const

async function exported(db: Db, format: ExportFormat, name: string): Promise<string> {
  const path = join(files, `${name}-${nameOf[format]}`)
  await pipeline(exportDirectory(db, format, later), createWriteStream(path))
  return path
}

/** Every record of every file, sorted: what two exports are compared by. */
async function contentsOf(path: string): Promise<string[]> {
  const source = await openSource(path)
  const all: string[] = []
  for (const file of source.files) {
    for await (const record of recordsOf(file)) {
      if ('fault' in record) throw new Error(`${file.name}:${record.line} ${record.fault.reason}`)
      all.push(JSON.stringify('row' in record ? [file.name, record.row] : record.document))
    }
  }
  source.close()
  return all.sort()
}

const samples = [
  ['a package in which every table has a row', wholePackage, 30],
  ['a small ORServices export', smallExport, 2],
] as const
const example = process.env['HSDS_SCHEMAS'] ?? join(root, '../shared/standards/hsds')
const real = process.env['DIRECTORY_EXPORT'] ?? join(root, '../shared/data/directory-dc-2023-04')

async function isSameAfterRoundTrip(
  folder: string,
  least: number,
  { hidden = /^never$/, formats = exportFormats }: { hidden?: RegExp; formats?: readonly ExportFormat[] } = {},
) {
  const first = await directoryDatabase()
  try {
    await importDirectory(first.owner, folder, { sourceId: 'one', name: 'Une', at, newId })
    for (const format of formats) {
      const once = await exported(first.owner, format, 'one')
      const copy = { sourceId: `copy-${format}`, name: 'Copie', at: later, newId }
      const clean = await directoryDatabase()
      const report = await importDirectory(clean.owner, once, copy)
      expect([format, report.refused, report.problems.filter(({ kind }) => kind === 'refused')]).toEqual([
        format,
        0,
        [],
      ])
      const again = await contentsOf(await exported(clean.owner, format, 'two'))
      await clean.end()
      const before = await contentsOf(once)
      expect(before.length).toBeGreaterThan(format === 'datapackage' ? least : 1)
      expect(again).toEqual(before)
      expect(before.filter((each) => hidden.test(each))).toEqual([])
    }
  } finally {
    await first.end()
  }
}

describe.each(samples)('%s', (_name, make, least) => {
  const { folder, remove } = make()
  afterAll(remove)
  test('comes out, goes into an empty directory and comes out the same, in each format', { timeout: 60_000 }, () =>
    isSameAfterRoundTrip(folder, least, make === wholePackage ? { hidden: secrets } : {}),
  )
})

test.skipIf(!existsSync(join(example, 'examples/csv')))(
  `the examples of the standard too (skipped where they are not at ${example})`,
  { timeout: 60_000 },
  () => isSameAfterRoundTrip(join(example, 'examples/csv'), 2),
)

test.skipIf(!existsSync(real))(
  `a real export too, as a datapackage (skipped where there is none at ${real})`,
  { timeout: 240_000 },
  () => isSameAfterRoundTrip(real, 10_000, { formats: ['datapackage'] }),
)
