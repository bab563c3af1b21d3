import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ConfigError } from '#platform/config/config.ts'
import { importDirectory, type ImportReport } from '../index.ts'
import { at, directoryDatabase, newId } from '../testing/directory-database.ts'
import { edits, mutated, type Files } from '../testing/mutated.ts'
import { wholePackage } from '../testing/whole-package.ts'

let database: Awaited<ReturnType<typeof directoryDatabase>>
beforeAll(async () => void (database = await directoryDatabase()))
afterAll(() => database.end())

const whole = wholePackage()
const files: Files = Object.fromEntries(
  readdirSync(whole.folder).map((name) => [name, readFileSync(join(whole.folder, name), 'latin1')]),
)
whole.remove()

async function imported(changed: Files): Promise<ImportReport | undefined> {
  const folder = mkdtempSync(join(tmpdir(), 'fuzz-'))
  for (const [name, text] of Object.entries(changed)) writeFileSync(join(folder, name), text, 'latin1')
  try {
    return await importDirectory(database.owner, folder, { sourceId: 'fuzz', name: 'Essai', at, newId })
  } catch (error) {
    if (error instanceof ConfigError) return undefined
    throw error
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** How many rows a table has, counted without a parser; nothing where quotes, ends of lines or an encoding make that a question. */
function rowsIn(text: string): number | undefined {
  if (/["\r]/.test(text) || /^(ÿþ|þÿ)/.test(text)) return undefined
  return Math.max(0, text.split('\n').filter((line) => line !== '').length - 1)
}

function requireWholeCount(report: ImportReport, changed: Files): void {
  expect(report.files.map(({ file }) => file).sort()).toEqual(Object.keys(changed).sort())
  for (const { file, loaded, refused } of report.files) {
    const told = report.problems.filter((each) => each.kind === 'refused' && each.file === file)
    expect(told.length, `${file}: each refused row is told once`).toBe(refused)
    expect(loaded + refused, `${file}: every row counts once`).toBe(rowsIn(changed[file] ?? '') ?? loaded + refused)
  }
  const sum = (of: 'loaded' | 'refused') => report.files.reduce((total, each) => total + each[of], 0)
  expect([report.loaded, report.refused]).toEqual([sum('loaded'), sum('refused')])
}

async function circles(): Promise<number> {
  const { rows } = await sql<{ count: number }>`with recursive
    edge as (select id, parent_id as up from taxonomy_term union all select id, parent_organization_id from organization),
    walk (start, id) as (select id, up from edge where up is not null union
      select walk.start, edge.up from walk join edge on edge.id = walk.id where edge.up is not null)
    select count(*)::integer as count from walk where start = id`.execute(database.owner)
  return rows[0]?.count ?? -1
}

test('whatever becomes of a package, every row is loaded or told, and nothing else breaks', async () => {
  await fc.assert(
    fc.asyncProperty(edits, async (all) => {
      const changed = mutated(files, all)
      const report = await imported(changed)
      if (report) requireWholeCount(report, changed)
      expect(await circles()).toBe(0)
    }),
    { numRuns: Number(process.env['FUZZ_RUNS'] ?? 60) },
  )
}, 600_000)
