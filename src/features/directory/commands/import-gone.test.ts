import { sql } from 'kysely'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { importDirectory } from '../index.ts'
import { at, directoryDatabase, newId } from '../testing/directory-database.ts'
import { smallExport } from '../testing/small-export.ts'
import { wholePackage } from '../testing/whole-package.ts'

let database: Awaited<ReturnType<typeof directoryDatabase>>
beforeAll(async () => void (database = await directoryDatabase()))
afterAll(() => database.end())

let days = 0
/** Each import a day after the one before. */
function run(make: typeof smallExport, sourceId: string, changes: Record<string, string> = {}) {
  const { folder, remove } = make(changes)
  onTestFinished(remove)
  const moment = new Date(at.getTime() + (days += 1) * 86_400_000)
  return importDirectory(database.owner, folder, { sourceId, name: 'Essai', at: moment, newId })
}

const header = 'service_recordid,service_name,service_organization,service_description'
const without10 = { 'services.csv': `${header}\n11,Hébergement,2,\n12,Orphelin,999,\n` }

async function statusOf(sourceId: string, key: string): Promise<string | undefined> {
  const { rows } = await sql<{ status: string; gone: boolean }>`select status, gone_at is not null as gone from service
    where source_id = ${sourceId} and source_key = ${key}`.execute(database.owner)
  return rows.map(({ status, gone }) => (gone ? `${status}, gone` : status))[0]
}

const edit = (sourceId: string, key: string, status: string) =>
  sql`update service set status = ${status} where source_id = ${sourceId} and source_key = ${key}`.execute(
    database.owner,
  )

test('a service that its source drops is suspended, and back as it was when it is listed again', async () => {
  await run(smallExport, 'drops')
  expect(await run(smallExport, 'drops', without10)).toMatchObject({ ended: 1, added: 0 })
  expect(await statusOf('drops', '10')).toBe('inactive, gone')
  expect(await run(smallExport, 'drops', without10)).toMatchObject({ ended: 0, changed: 0 })
  expect(await run(smallExport, 'drops')).toMatchObject({ ended: 0, back: 1 })
  expect(await statusOf('drops', '10')).toBe('active')
  expect(await run(smallExport, 'drops')).toMatchObject({ ended: 0, back: 0, changed: 0 })
})

test.each([
  ['before it went', ['edit', 'drop'], 'defunct'],
  ['while it was gone', ['drop', 'edit'], 'defunct'],
  ['by another word before it went', ['pause', 'drop'], 'inactive'],
  ['for a time, before it went', ['close', 'drop'], 'temporarily closed'],
])('what an editor ended %s stays ended when it is listed again', async (_when, steps, expected) => {
  const sourceId = `ended-${steps.join('-')}`
  await run(smallExport, sourceId)
  for (const step of steps) {
    if (step === 'drop') await run(smallExport, sourceId, without10)
    else await edit(sourceId, '10', { edit: 'defunct', pause: 'inactive' }[step] ?? 'temporarily closed')
  }
  expect(await run(smallExport, sourceId)).toMatchObject({ back: 1 })
  expect(await statusOf(sourceId, '10')).toBe(expected)
})

test('a source that says nothing of a status leaves it as an editor set it', async () => {
  await run(smallExport, 'silent')
  await edit('silent', '10', 'defunct')
  expect(await run(smallExport, 'silent')).toMatchObject({ changed: 0 })
  expect(await statusOf('silent', '10')).toBe('defunct')
})

const id = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`
const saying = (status: string) => ({
  'services.csv': `id,organization_id,name,status\n${id(51)},${id(31)},Cours du soir,${status}\n${id(52)},${id(31)},Refuge,active\n`,
})
const without51 = { 'services.csv': `id,organization_id,name,status\n${id(52)},${id(31)},Refuge,active\n` }

test('where a source says a status, it is believed; but not of what an editor ended while it was gone', async () => {
  await run(wholePackage, 'says', saying('active'))
  await run(wholePackage, 'says', without51)
  await run(wholePackage, 'says', saying('temporarily closed'))
  expect(await statusOf('says', id(51))).toBe('temporarily closed')
  await run(wholePackage, 'says', without51)
  await edit('says', id(51), 'defunct')
  await run(wholePackage, 'says', saying('active'))
  expect(await statusOf('says', id(51))).toBe('defunct')
})

test('a row that is refused is listed all the same: its service stays, and so does what hangs from it', async () => {
  await run(smallExport, 'refused')
  const report = await run(smallExport, 'refused', {
    'services.csv': `${header}\n10,,1,Sans nom aujourd'hui\n11,Hébergement,2,\n12,Orphelin,999,\n`,
    'organizations.csv': 'id,name,description\n1,,Sans nom\n2,Maison Discrète (fictif),\n',
  })
  expect(report).toMatchObject({ ended: 0, removed: 0 })
  expect(await statusOf('refused', '10')).toBe('active')
})

test.each([
  ['a quote that is never closed', `${header}\n11,"Hébergement,2,\n`],
  ['a row without its fields', `${header}\n11\n12,Orphelin,999,\n`],
  ['a row without end', `${header}\n12,Orphelin,999,\n11,"${'a'.repeat(2_500_000)}`],
])('after %s nothing is taken as gone', async (what, services) => {
  const sourceId = what.replaceAll(' ', '-')
  await run(smallExport, sourceId)
  const report = await run(smallExport, sourceId, { 'services.csv': services })
  expect(report).toMatchObject({ ended: 0, removed: 0, unread: 1 })
  expect(await statusOf(sourceId, '10')).toBe('active')
  expect(await run(smallExport, sourceId, without10)).toMatchObject({ ended: 1, unread: 0 })
})

test('a telephone that goes stays while a language that nobody read points to it', async () => {
  await run(wholePackage, 'spoken')
  const phones = `id,organization_id,number\n${id(109)},${id(31)},514-555-0109\n`
  const broken = await run(wholePackage, 'spoken', { 'phones.csv': phones, 'languages.csv': 'id,phone_id\n' })
  const { rows } = await sql<{
    number: string
  }>`select number from phone where source_id = 'spoken' order by 1`.execute(database.owner)
  expect(rows.map(({ number }) => number)).toEqual(['514-555-0101', '514-555-0109'])
  expect(broken).toMatchObject({ removed: 4, added: 1 })
})
