import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { root } from '#platform/config/root.ts'
import { importDirectory, type ImportReport } from '../index.ts'
import { at, contentOf, directoryDatabase, later, newId } from '../testing/directory-database.ts'
import { smallExport } from '../testing/small-export.ts'
import { wholePackage } from '../testing/whole-package.ts'

let database: Awaited<ReturnType<typeof directoryDatabase>>
beforeAll(async () => void (database = await directoryDatabase()))
afterAll(() => database.end())

/** Runs that tell of themselves, and when a source last came: these change with every import. */
const ofRuns = ['import_run', 'import_problem', 'import_change', 'directory_source']
const run = (folder: string, sourceId: string, more: { at?: Date; dryRun?: boolean } = {}) =>
  importDirectory(database.owner, folder, { sourceId, name: 'Essai', at, newId, ...more })

function packageFor(make: typeof wholePackage, changes: Record<string, string> = {}): string {
  const { folder, remove } = make(changes)
  onTestFinished(remove)
  return folder
}

async function idsOf(sourceId: string): Promise<string[]> {
  const tables = ['organization', 'service', 'location', 'phone', 'address', 'attribute', 'taxonomy_term']
  const found = []
  for (const table of tables) {
    const { rows } = await sql<{
      id: string
    }>`select id from ${sql.table(table)} where source_id = ${sourceId}`.execute(database.owner)
    found.push(...rows.map(({ id }) => `${table} ${id}`))
  }
  return found.sort()
}

const quiet = { added: 0, changed: 0, removed: 0, ended: 0, back: 0 }

test('a dry run leaves no trace in any table, of a new source or of a known one', async () => {
  const folder = packageFor(wholePackage)
  const before = await contentOf(database.owner)
  const dry = await run(folder, 'dry', { dryRun: true })
  expect(dry.added).toBeGreaterThan(30)
  expect(await contentOf(database.owner)).toEqual(before)
  expect(await run(folder, 'dry')).toMatchObject({ added: dry.added, loaded: dry.loaded, refused: dry.refused })
  const known = await contentOf(database.owner)
  const less = packageFor(wholePackage, { 'services.csv': 'id,organization_id,name,status\n1,,Autre,active\n' })
  expect(await run(less, 'dry', { dryRun: true, at: later })).toMatchObject({ ended: 2, added: 1 })
  expect(await contentOf(database.owner)).toEqual(known)
})

test('importing the same again changes nothing, row for row', async () => {
  const folder = packageFor(wholePackage)
  const first = await run(folder, 'twice')
  const before = await contentOf(database.owner, ofRuns)
  expect(await run(folder, 'twice', { at: later })).toMatchObject({ ...quiet, loaded: first.loaded })
  expect(await contentOf(database.owner, ofRuns)).toEqual(before)
})

test('two imports of one source wait for each other: the second finds the work done', async () => {
  const folder = packageFor(smallExport)
  const reports = await Promise.all([run(folder, 'at-once'), run(folder, 'at-once')])
  const [one, other] = reports.sort((a, b) => b.added - a.added)
  expect([one?.loaded, other?.loaded]).toEqual([22, 22])
  expect(one?.added).toBeGreaterThan(20)
  expect(other).toMatchObject(quiet)
})

test('two sources of the same UUIDs at once each get all of their rows', async () => {
  const folder = packageFor(wholePackage)
  const [one, other] = await Promise.all([run(folder, 'left'), run(folder, 'right')])
  expect(one).toMatchObject({ added: other.added, loaded: other.loaded, refused: other.refused })
  const [left, right] = [await idsOf('left'), await idsOf('right')]
  expect(left).toHaveLength(right.length)
  expect(left.filter((id) => right.includes(id))).toEqual([])
})

const ofSource = (content: Record<string, string[]>, sourceId: string) =>
  Object.values(content).flatMap((rows) => rows.filter((row) => row.split(',').includes(sourceId)))

test('a source with the UUIDs of another gets its own, keeps them, and never touches the other', async () => {
  const folder = packageFor(wholePackage)
  await run(folder, 'elder')
  const before = ofSource(await contentOf(database.owner, ofRuns), 'elder')
  const first: ImportReport = await run(folder, 'younger')
  const ids = await idsOf('younger')
  expect(ofSource(await contentOf(database.owner, ofRuns), 'elder')).toEqual(before)
  expect(ids).toHaveLength((await idsOf('elder')).length)
  expect(await run(folder, 'younger', { at: later })).toMatchObject({ ...quiet, loaded: first.loaded })
  await sql`delete from language where source_id = 'elder'`.execute(database.owner)
  await sql`delete from phone where source_id = 'elder'`.execute(database.owner)
  expect(await run(folder, 'younger', { at: later })).toMatchObject({ ...quiet, loaded: first.loaded })
  expect(await idsOf('younger')).toEqual(ids)
})

test('a UUID in capitals is the same entry, not a second one', async () => {
  const id = 'abcdef00-0000-4000-8000-00000000000a'
  const folder = packageFor(smallExport, {
    'organizations.csv': `id,name,description\n${id},Une,\n${id.toUpperCase()},Une,\n`,
    'services.csv': `service_recordid,service_name,service_organization\n10,Cours,${id.toUpperCase()}\n`,
  })
  const report = await run(folder, 'capitals')
  expect(report.files.find(({ file }) => file === 'organizations.csv')).toMatchObject({ loaded: 1, refused: 1 })
  expect(report.problems.filter(({ file }) => file === 'services.csv')).toEqual([])
})

test('an import that is killed half way shows nothing of it, and the next completes', async () => {
  const many = Array.from({ length: 2_500 }, (_none, number) => `${number + 1},Organisme ${number + 1},`)
  const folder = packageFor(smallExport, { 'organizations.csv': `id,name,description\n${many.join('\n')}\n` })
  const before = await contentOf(database.owner)
  const script = join(root, 'src/features/directory/testing/half-import.ts')
  const child = spawn(process.execPath, ['--import', 'tsx', script, database.ownerUrl, folder, 'killed'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  expect((await once(child.stdout, 'data')).map(String)).toEqual(['half'])
  expect(await contentOf(database.owner)).toEqual(before)
  const waiting = run(folder, 'killed')
  child.kill('SIGKILL')
  expect(await once(child, 'close')).toEqual([null, 'SIGKILL'])
  const report = await waiting
  expect(report.files.find(({ file }) => file === 'organizations.csv')).toMatchObject({ loaded: 2_500 })
  expect(await run(folder, 'killed', { at: later })).toMatchObject({ ...quiet, loaded: report.loaded })
}, 30_000)
