import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { root } from '#platform/config/root.ts'
import {
  importDirectory,
  importProblems,
  openSource,
  reportLines,
  servicesAnswering,
  sources,
  type ImportReport,
} from '../index.ts'
import { at, directoryDatabase, later, newId } from '../testing/directory-database.ts'
import { smallExport } from '../testing/small-export.ts'

let database: Awaited<ReturnType<typeof directoryDatabase>>
beforeAll(async () => void (database = await directoryDatabase()))
afterAll(() => database.end())

const counts = (report: ImportReport) =>
  Object.fromEntries(report.files.map(({ file, loaded, refused }) => [file, [loaded, refused]]))
const run = (folder: string, sourceId: string, moment = at) =>
  importDirectory(database.owner, folder, { sourceId, name: 'Essai', at: moment, newId })

describe('a small export', () => {
  const { folder, remove } = smallExport()
  afterAll(remove)
  let report: ImportReport
  beforeAll(async () => void (report = await run(folder, 'small')))

  test('counts every row once', () => {
    expect(counts(report)).toEqual({
      'taxonomy_types.csv': [1, 0],
      'taxonomy_terms.csv': [2, 0],
      'organizations.csv': [2, 2],
      'programs.csv': [1, 0],
      'services.csv': [3, 1],
      'locations.csv': [3, 0],
      'services_at_location.csv': [3, 1],
      'physical_addresses.csv': [2, 1],
      'phones.csv': [2, 0],
      'schedules.csv': [2, 1],
      'service_attributes.csv': [1, 1],
      'service_areas.csv': [0, 0],
      'empty.csv': [0, 0],
    })
    expect([report.loaded, report.refused]).toEqual([22, 7])
  })

  test('says of each refused row where it begins and why', () => {
    expect(
      report.problems
        .filter((each) => each.kind === 'refused')
        .map(({ file, line, column, value, reason }) =>
          [`${file}:${line}`, reason, column, value].filter(Boolean).join(' '),
        ),
    ).toEqual([
      'organizations.csv:5 repeated 2',
      'organizations.csv:6 no-identifier id',
      'services.csv:5 missing name',
      'services_at_location.csv:4 unknown-reference location_id 77',
      'physical_addresses.csv:4 missing address_1, postal_code',
      'schedules.csv:4 no-hours',
      'service_attributes.csv:3 unknown-reference taxonomy_term_id 99',
    ])
    expect(reportLines(report, (reason) => reason)).toContain(
      'warning: services.csv: organization_id: organization-unknown (1; line 4)',
    )
  })

  test('keeps its report', async () => {
    expect(await importProblems(database.app, 'small')).toEqual(report.problems)
    const { loaded, refused } = await database.owner
      .selectFrom('import_run')
      .select(['loaded', 'refused'])
      .where('id', '=', report.runId)
      .executeTakeFirstOrThrow()
    expect([loaded, refused]).toEqual([22, 7])
  })

  test('stores plain text, real links and version 8 identifiers', async () => {
    const { id, description, website } = await database.owner
      .selectFrom('organization')
      .select(['id', 'description', 'website'])
      .where('source_key', '=', '1')
      .executeTakeFirstOrThrow()
    expect(description).toBe('Accueille & relie\ntout le monde')
    expect(website).toBe('https://www.passerelle.example.org/')
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  })

  test('changes nothing when it comes again', async () => {
    const moments = () => database.owner.selectFrom('service').select('last_modified').distinct().execute()
    const before = await moments()
    expect(await run(folder, 'small', later)).toMatchObject({
      loaded: 22,
      refused: 7,
      added: 0,
      changed: 0,
      removed: 0,
      ended: 0,
    })
    expect(await moments()).toEqual(before)
  })

  test('changes only what changed, drops what went and ends what is no longer listed', async () => {
    const next = smallExport({
      'services.csv':
        'service_recordid,service_name,service_organization,service_description,service_status\n10,Cours de français,1,Grands groupes,6\n12,Orphelin,999,,\n',
      'phones.csv':
        'id,location_id,service_id,organization_id,number,extension,type,description\n41,21,,,514-555-0102,22,voice,\n',
    })
    const again = await run(next.folder, 'small', later)
    next.remove()
    expect(again).toMatchObject({ added: 0, ended: 1 })
    const services = await database.owner
      .selectFrom('service')
      .select(['source_key', 'status', 'description', 'last_modified'])
      .where('source_id', '=', 'small')
      .orderBy('source_key')
      .execute()
    expect(services).toEqual([
      { source_key: '10', status: 'active', description: 'Grands groupes', last_modified: later },
      { source_key: '11', status: 'inactive', description: 'Hébergement', last_modified: later },
      { source_key: '12', status: 'active', description: 'Orphelin', last_modified: at },
    ])
    expect((await database.owner.selectFrom('phone').select('number').execute()).map((each) => each.number)).toEqual([
      '514-555-0102',
    ])
  })

  test('is not offered before it is opened, and is afterwards', async () => {
    await sql`insert into service_need (service_id, need_id) select id, 'learn_french' from service where source_id = 'small' and source_key in ('10', '12')`.execute(
      database.owner,
    )
    expect(await servicesAnswering(database.app, ['learn_french'], null)).toEqual([])
    expect(await openSource(database.app, 'small', at)).toEqual({ ok: true, value: 'small' })
    expect((await servicesAnswering(database.app, ['learn_french'], null)).map((each) => each.name)).toEqual([
      'Cours de français',
    ])
    expect(await openSource(database.app, 'small', at)).toEqual({ ok: false, refusal: 'unknown-or-open' })
  })
})

test('a folder that is no export stops with a sentence and leaves no trace', async () => {
  const other = mkdtempSync(join(tmpdir(), 'other-'))
  writeFileSync(join(other, 'people.csv'), 'nom,rue\nA,B\n')
  await expect(run(other, 'other')).rejects.toThrow('No known layout has these files')
  await expect(run('/nowhere/at/all', 'other')).rejects.toThrow('There is no /nowhere/at/all')
  await expect(run(other, 'Not A Name')).rejects.toThrow('cannot name a source')
  rmSync(other, { recursive: true })
  expect((await sources(database.app)).map((each) => each.id)).not.toContain('other')
})

const april = process.env['DIRECTORY_EXPORT'] ?? join(root, '../shared/data/directory-dc-2023-04')

describe.skipIf(!existsSync(april))(`the real export (skipped where there is none at ${april})`, () => {
  test('gives its known numbers, and nothing the second time', async () => {
    const lines: string[] = []
    const first = await importDirectory(database.owner, april, {
      sourceId: 'april',
      name: 'Avril',
      at,
      newId,
      onProgress: (line) => lines.push(line),
    })
    expect(counts(first)).toMatchObject({
      'organizations.csv': [399, 0],
      'services.csv': [1656, 0],
      'locations.csv': [1197, 0],
      'services_at_location.csv': [2095, 12],
      'taxonomy_terms.csv': [485, 0],
      'taxonomy_terms_types.csv': [460, 0],
      'service_attributes.csv': [7007, 0],
      'service_areas.csv': [0, 0],
    })
    const rows: Record<string, number> = {
      'physical_addresses.csv': 3482,
      'phones.csv': 1114,
      'schedules.csv': 7019,
      'languages.csv': 7,
      'accessibility_for_disabilities.csv': 562,
      'programs.csv': 141,
    }
    for (const [file, count] of Object.entries(rows))
      expect(
        first.files.filter((each) => each.file === file).map((each) => each.loaded + each.refused),
        file,
      ).toEqual([count])
    expect(first.problems.filter((each) => each.kind === 'refused')).toHaveLength(first.refused)
    const warned = (file: string) =>
      first.problems.filter(
        (each) => each.kind === 'warning' && each.file === file && each.reason === 'organization-unknown',
      )
    expect([warned('services.csv').length, warned('locations.csv').length]).toEqual([18, 264])
    expect(lines).toHaveLength(first.files.length)
    expect(await run(april, 'april', later)).toMatchObject({
      loaded: first.loaded,
      refused: first.refused,
      added: 0,
      changed: 0,
      removed: 0,
      ended: 0,
    })
  }, 60_000)

  test('keeps a status of unknown meaning as it was, and decodes what HTML wrote', async () => {
    const { rows } = await sql<{ odd: number; entities: number }>`select
      count(*) filter (where original ->> 'service_status' is not null)::integer as odd,
      count(*) filter (where description ~ '&[a-z]+;')::integer as entities from service where source_id = 'april' and status = 'active'`.execute(
      database.owner,
    )
    expect(rows).toEqual([{ odd: 1049, entities: 0 }])
  })

  test('is offered to nobody', async () => {
    await sql`insert into service_need (service_id, need_id) select id, 'home' from service where source_id = 'april'`.execute(
      database.owner,
    )
    expect(await servicesAnswering(database.app, ['home'], null)).toEqual([])
    await openSource(database.app, 'april', at)
    expect(await servicesAnswering(database.app, ['home'], null)).toHaveLength(400)
  })
})
