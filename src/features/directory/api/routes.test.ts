import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { importDirectory, loadSeedDirectory } from '../index.ts'
import { at, directoryDatabase, newId, secrets } from '../testing/directory-database.ts'
import { served } from '../testing/served.ts'
import { smallExport } from '../testing/small-export.ts'
import { about, minimalItem, pageOf, problem, shapes } from './shapes.ts'

let database: Awaited<ReturnType<typeof directoryDatabase>>
let app: ReturnType<typeof served>
beforeAll(async () => {
  database = await directoryDatabase()
  await loadSeedDirectory(database.owner, secrets, { invented: true, at, newId })
  const { folder, remove } = smallExport()
  await importDirectory(database.owner, folder, { sourceId: 'small', name: 'Essai', at, newId })
  remove()
  await sql`update location set confidential = true where source_id = 'small' and source_key = '21'`.execute(
    database.owner,
  )
  app = served(database.app)
})
afterAll(() => database.end())

/** What these tests look at of the strict shapes that the answers passed. */
const looked = z.looseObject({
  id: z.string(),
  name: z.string(),
  organization_id: z.string().optional(),
  last_modified: z.string(),
})
const servicePage = {
  parse: (body: unknown) => ({
    ...pageOf(shapes.service_list).parse(body),
    contents: z.object({ contents: z.array(looked) }).parse(body).contents,
  }),
}
const wholes = z.looseObject({ service_at_locations: z.array(z.looseObject({ location: z.looseObject({}) })) })
const serviceWhole = { parse: (body: unknown) => wholes.parse(shapes.service.parse(body)) }
const minimalPage = pageOf(minimalItem)

async function read(path: string, status = 200): Promise<unknown> {
  const response = await app.request(path)
  expect([path, response.status, response.headers.get('access-control-allow-origin')]).toEqual([path, status, '*'])
  return response.json()
}
const page = async (query: string) => servicePage.parse(await read(`/hsds/services?${query}`))

test('the door says which HSDS it speaks and where its description is', async () => {
  const said = about.parse(await read('/hsds'))
  expect(await read('/hsds/')).toEqual(said)
  expect(said.openapi_url).toBe('https://aide.example.org/hsds/openapi.json')
  expect(await read(new URL(said.openapi_url).pathname)).toMatchObject({
    openapi: '3.1.0',
    paths: { '/services': {}, '/services/{id}': {} },
  })
})

test('an imported service is found before it is opened, without accents', async () => {
  const found = await page('search=cours%20FRANCAIS%20passerelle')
  expect(found).toMatchObject({
    total_items: 1,
    total_pages: 1,
    page_number: 1,
    size: 1,
    first_page: true,
    last_page: true,
    empty: false,
  })
  expect(found.contents[0]).toMatchObject({
    name: 'Cours de français',
    status: 'active',
    organization: { name: 'La Passerelle (fictif)' },
    program: { name: 'Langue' },
  })
})

test('a service or location without organization is never served', async () => {
  expect(await page('search=orphelin')).toMatchObject({
    total_items: 0,
    empty: true,
    first_page: true,
    last_page: true,
  })
  const orphan = await database.owner
    .selectFrom('service')
    .select('id')
    .where('source_key', '=', '12')
    .where('source_id', '=', 'small')
    .executeTakeFirstOrThrow()
  problem.parse(await read(`/hsds/services/${orphan.id}`, 404))
  const [course] = (await page('search=cours%20passerelle')).contents
  const whole = serviceWhole.parse(await read(`/hsds/services/${course?.id}`))
  expect(whole.service_at_locations.map((each) => each.location['name'])).toEqual(['Bureau'])
})

test('a whole service has its places, hours, telephone and terms', async () => {
  const [course] = (await page('search=cours%20passerelle')).contents
  const whole = serviceWhole.parse(await read(`/hsds/services/${course?.id}`))
  expect(whole.phones).toMatchObject([{ number: '418-555-0101 ext. 017', type: 'voice' }])
  expect(whole.schedules).toMatchObject([
    { freq: 'WEEKLY', byday: 'MO,TU,WE,TH,FR', opens_at: '08:30', closes_at: '17:00' },
  ])
  expect(whole.attributes).toMatchObject([{ taxonomy_term: { name: 'Français', taxonomy: 'Catégories' } }])
  expect(whole.service_at_locations).toMatchObject([
    { location: { latitude: 46.8, addresses: [{ address_1: '1 rue Inventée' }] } },
  ])
})

test('a confidential place says nothing of where it is', async () => {
  const [shelter] = (await page('search=hebergement%20discrete')).contents
  const whole = serviceWhole.parse(await read(`/hsds/services/${shelter?.id}`))
  expect(whole.service_at_locations).toMatchObject([
    { location: { location_type: 'physical', addresses: [], phones: [{ number: '514-555-0102', extension: 22 }] } },
  ])
  expect(JSON.stringify(whole)).not.toMatch(/Cachée|étage|Refuge"|45\.5|Montréal/)
})

test('all pages together hold each service once, in a lasting order', async () => {
  const { total_items: total, total_pages: pages } = await page('per_page=50')
  const walk = async () =>
    (await Promise.all(Array.from({ length: pages }, (_none, index) => page(`per_page=50&page=${index + 1}`)))).flatMap(
      (each) => each.contents.map((item) => item.id),
    )
  const ids = await walk()
  expect([ids.length, new Set(ids).size]).toEqual([total, total])
  expect(await walk()).toEqual(ids)
  expect(await page(`per_page=50&page=${pages + 1}`)).toMatchObject({
    empty: true,
    size: 0,
    last_page: false,
    total_items: total,
  })
})

test('filters add up', async () => {
  const [course] = (await page('search=cours%20passerelle')).contents
  const term = await database.owner
    .selectFrom('taxonomy_term')
    .select('id')
    .where('source_key', '=', '62')
    .executeTakeFirstOrThrow()
  const names = async (query: string) => (await page(query)).contents.map((each) => each.name)
  expect(await names(`organization_id=${course?.organization_id}`)).toEqual(['Cours de français'])
  expect(await names(`taxonomy_term_id=${term.id}`)).toEqual(['Cours de français']) // through the term above its own
  expect(await names(`taxonomy_term_id=${term.id}&search=hebergement`)).toEqual([])
  const since = (moment: string) => names(`organization_id=${course?.organization_id}&modified_after=${moment}`)
  expect(await since('2026-11-23T15:00:00Z')).toEqual(['Cours de français']) // on the moment itself, too
  expect(await since('2026-11-23T10:00:00.001-05:00')).toEqual([])
  const minimal = minimalPage.parse(
    await read(`/hsds/services?minimal=true&organization_id=${course?.organization_id}`),
  )
  expect(minimal.contents).toEqual([{ id: course?.id, last_modified: course?.last_modified }])
})

test.each([
  'page=0',
  'page=-1',
  'page=abc',
  'page=1e9',
  'page=',
  'page=99999999999',
  'per_page=0',
  'per_page=101',
  'organization_id=1',
  'taxonomy_term_id=x',
  'minimal=yes',
  'format=xml',
  'full=2',
  'postcode=H2X',
  'postcode=A1A&proximity=1000',
  'colour=red',
  'modified_after=yesterday',
  'modified_after=0000-01-01T00:00:00Z',
  'modified_after=9999-12-31T23:59:59-12:00',
  `search=${'a'.repeat(201)}`,
])('%s is a problem, not an accident', async (query) => {
  const said = problem.parse(await read(`/hsds/services?${query}`, 400))
  expect(said.detail).toContain(query.split('=')[0])
})

test('a moment in a zone that no database knows is still a moment', async () => {
  expect(await page('modified_after=2026-11-23T23:00:00%2B20:00')).toMatchObject({ empty: false })
})

test('what a body leaves open is not asked for, and what is no word or number is a problem', async () => {
  const post = (body: string) =>
    app.request('/hsds/services', { method: 'POST', body, headers: { 'content-type': 'application/json' } })
  const response = await post('{"search":"cours passerelle","per_page":5,"taxonomy_id":null,"full":false}')
  expect(await response.json()).toEqual(await read('/hsds/services?search=cours%20passerelle&per_page=5'))
  for (const wrong of ['{"search":{"a":1}}', '{"search":["a"]}', '[]', 'null', '{'])
    expect([wrong, (await post(wrong)).status]).toEqual([wrong, 400])
})

test('a browser on another site may ask before it sends JSON or the tag it knows', async () => {
  for (const path of ['/hsds', '/hsds/services', `/hsds/services/${newId()}`]) {
    const { status, headers } = await app.request(path, { method: 'OPTIONS' })
    const said = ['origin', 'methods', 'headers'].map((each) => headers.get(`access-control-allow-${each}`))
    expect([path, status, ...said]).toEqual([path, 204, '*', 'GET, POST', 'Content-Type, If-None-Match'])
  }
})

test('what does not exist is a problem too', async () => {
  for (const path of ['/hsds/services/not-a-uuid', `/hsds/services/${newId()}`, '/hsds/elsewhere']) {
    const response = await app.request(path)
    expect([path, response.status, response.headers.get('content-type')]).toEqual([
      path,
      404,
      'application/problem+json; charset=UTF-8',
    ])
  }
})

test('signs of a pattern or of SQL are words like others', async () => {
  for (const search of ['%', '_', '\\', "'; drop table service; --"])
    expect(await page(new URLSearchParams({ search }).toString()), search).toMatchObject({ total_items: 0 })
})
