import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { importDirectory, type ImportReport } from '../index.ts'
import { at, directoryDatabase, newId } from '../testing/directory-database.ts'
import { testFolder } from '../testing/zips.ts'

let database: Awaited<ReturnType<typeof directoryDatabase>>
beforeAll(async () => void (database = await directoryDatabase()))
afterAll(() => database.end())

let sources = 0
async function imported(files: Record<string, string | Buffer>): Promise<ImportReport> {
  const folder = testFolder()
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
  const options = { sourceId: `junk-${(sources += 1)}`, name: 'Essai', at, newId }
  return importDirectory(database.owner, folder, options)
}

/** What a report refused, as "file:line reason". */
const refused = ({ problems }: ImportReport) =>
  problems.filter(({ kind }) => kind === 'refused').map(({ file, line, reason }) => `${file}:${line} ${reason}`)

async function namesIn({ sourceId }: ImportReport): Promise<string[]> {
  const { rows } = await sql<{
    name: string
  }>`select name from organization where source_id = ${sourceId} order by 1`.execute(database.owner)
  return rows.map(({ name }) => name)
}

const table = 'id,name,description\n1,L’Île-aux-Cœurs,Été à 5 €\n'
const windows = (text: string) =>
  Buffer.from(text.replaceAll('’', '\u0092').replaceAll('œ', '\u009C').replaceAll('€', '\u0080'), 'latin1')

test.each([
  ['UTF-8', Buffer.from(table)],
  ['UTF-8 with its mark', Buffer.from(`\uFEFF${table}`)],
  ['UTF-16LE', Buffer.from(`\uFEFF${table}`, 'utf16le')],
  ['UTF-16BE', Buffer.from(`\uFEFF${table}`, 'utf16le').swap16()],
  ['windows-1252', windows(table)],
  ['UTF-8 read as windows-1252', Buffer.from(new TextDecoder('windows-1252').decode(Buffer.from(table)))],
  ['UTF-8 with one wrong byte', Buffer.concat([Buffer.from(table), Buffer.from([0x32, 0x2c, 0xff, 0x2c, 0x0a])])],
  [
    'entities',
    Buffer.from('id,name,description\n1,L&rsquo;&Icirc;le-aux-C&oelig;urs,&Eacute;t&eacute; &agrave; 5 &euro;\n'),
  ],
])('%s is read', async (_encoding, content) => {
  const report = await imported({ 'organizations.csv': content })
  expect(await namesIn(report)).toContain('L’Île-aux-Cœurs')
  const { rows } = await sql`select description from organization where source_id = ${report.sourceId}
    and source_key = '1'`.execute(database.owner)
  expect(rows).toEqual([{ description: 'Été à 5 €' }])
})

test('NUL in a cell, a key, a column and a file that nobody knows', async () => {
  const report = await imported({
    'organizations.csv': 'id,name,des\u0000cription,w\n1,A\u0000B,x,\u0000\n\u0000,C,,\n3\u00004,D,,\n',
    'other.csv': 'a\u0000\n\u0000\n',
  })
  expect(await namesIn(report)).toEqual(['A B'])
  expect(refused(report)).toEqual([
    'organizations.csv:3 no-identifier',
    'organizations.csv:4 no-identifier',
    'other.csv:2 unknown-file',
  ])
})

test('a million columns, or a row without end, end their file alone', async () => {
  const wide = Array.from({ length: 1_000_000 }, (_none, number) => `c${number}`).join(',')
  const report = await imported({
    'organizations.csv': `id,name\n1,A\n2,"${'b'.repeat(2_500_000)}`,
    'taxonomy_terms.csv': `${wide}\n`,
    'services.csv': 'id,organization_id,name,status\n1,1,Cours,active\n',
  })
  expect(await namesIn(report)).toEqual(['A'])
  expect(refused(report).sort()).toEqual(['organizations.csv:3 too-long', 'taxonomy_terms.csv:2 too-long'])
  expect([report.loaded, report.refused]).toEqual([2, 2])
})

test('names that every object has are names like others', async () => {
  const report = await imported({
    'organizations.csv': 'id,name,__proto__,constructor,toString\n1,A,x,y,z\n',
    'all.ndjson':
      '{"id":"2","name":"B","constructor":{"id":"3"},"__proto__":{"name":"C"},"hasOwnProperty":[1],"phones":{}}\n',
  })
  expect(await namesIn(report)).toEqual(['A', 'B'])
  const { rows } =
    await sql`select original from organization where source_id = ${report.sourceId} order by source_key`.execute(
      database.owner,
    )
  expect(rows).toMatchObject([{ original: { constructor: 'y' } }, { original: { constructor: '{"id":"3"}' } }])
})

test('JSON too deep, half a pair, and what is no document are told line by line', async () => {
  const deep = `{"id":"9","name":"D","x":${'['.repeat(200_000)}${']'.repeat(200_000)}}`
  const lines = [
    '{"id":"1","name":"A\\ud800","x":"\\udc00","y\\ud800\\u0000":1}',
    deep,
    '7',
    '{"id"',
    '',
    '{"id":"2","name":"B"}',
  ]
  const report = await imported({ 'all.ndjson': lines.join('\n') })
  expect(await namesIn(report)).toEqual(['A\uFFFD', 'B'])
  expect(refused(report)).toEqual(['all.ndjson:2 not-an-object', 'all.ndjson:3 not-an-object', 'all.ndjson:4 not-json'])
})

test('a list that breaks off, and one that never ends, keep what came before', async () => {
  const report = await imported({
    'broken.json': '[{"id":"1","name":"A","phones":[{"id":"5","number":"211"}]},{"id":"2","na',
    'endless.json': `[{"id":"3","name":"B"},{"id":"4","name":"${'c'.repeat(11_000_000)}"}]`,
    'lines.ndjson': `{"id":"6","name":"D"}\n{"id":"7","name":"${'e'.repeat(11_000_000)}"}\n`,
    'deep.json': `[${'['.repeat(100_000)}${']'.repeat(100_000)},{"id":"8","name":"F"}]`,
  })
  expect(await namesIn(report)).toEqual(['A', 'B', 'D', 'F'])
  expect(refused(report).sort()).toEqual([
    'broken.json:2 not-json',
    'deep.json:1 not-an-object',
    'endless.json:2 too-long',
    'lines.ndjson:2 too-long',
  ])
  const { rows } = await sql`select number from phone where source_id = ${report.sourceId}`.execute(database.owner)
  expect(rows).toEqual([{ number: '211' }])
})

test('one document alone in its file is a document', async () => {
  const report = await imported({
    'one.json': '{"id":"1","name":"A","description":"x"}',
    'none.json': '{"contents":[]}',
  })
  expect(await namesIn(report)).toEqual(['A'])
  expect([report.loaded, report.refused]).toEqual([1, 0])
})

test('circles of terms and organizations are cut and told, in tables and in documents', async () => {
  const chain = Array.from({ length: 300 }, (_none, at) => `t${at},T,,t${(at + 1) % 300}`)
  const report = await imported({
    'organizations.csv': 'id,name,parent_organization_id\n1,A,1\n2,B,3\n3,C,2\n4,D,2\n',
    'taxonomy_terms.csv': `id,name,description,parent_id\ns,S,,s\n${chain.join('\n')}\nt5,again,,t5\n`,
    'all.ndjson': '{"id":"d1","name":"D1","parent_id":"d1"}\n{"id":"d2","name":"D2","parent_id":"d1"}\n',
  })
  const told = report.problems.filter(({ reason }) => reason === 'cycle').map(({ file, line }) => `${file}:${line}`)
  expect(told.sort()).toEqual([
    'organizations.csv:2',
    'organizations.csv:4',
    'taxonomy_terms.csv:2',
    'taxonomy_terms.csv:302',
  ])
  const { rows } = await sql`select count(*)::integer as pointing from taxonomy_term where parent_id is not null
    and source_id = ${report.sourceId}`.execute(database.owner)
  expect(rows).toEqual([{ pointing: 300 }])
  expect(report.problems.filter(({ file }) => file === 'all.ndjson')).toMatchObject([
    { line: 1, reason: 'unknown-reference', column: 'parent_id', value: 'd1' },
  ])
})

test('a term whose parent is refused stands without it', async () => {
  const report = await imported({ 'taxonomy_terms.csv': 'id,name,description,parent_id\n1,A,,2\n2,,no name,\n' })
  expect(report.problems.map(({ line, reason }) => `${line} ${reason}`)).toEqual(['2 unknown-reference', '3 missing'])
})

test('a service of no organization is kept, and told', async () => {
  const report = await imported({
    'services.csv': 'id,organization_id,name,status\n1,,Seul,active\n2,77,Perdu,active\n',
  })
  expect(report).toMatchObject({ loaded: 2, refused: 0, added: 2 })
  expect(report.problems.map(({ line, reason }) => `${line} ${reason}`)).toEqual([
    '2 organization-unknown',
    '3 organization-unknown',
  ])
})
