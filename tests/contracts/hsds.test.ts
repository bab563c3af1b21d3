// The checks of conformance to HSDS 3.1, each with its number, on an invented directory and on a real one.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { openSource, servicesAnswering } from '#features/directory/index.ts'
import { hasOfficialSchemas, officialSchemas } from '#features/directory/testing/official-schema.ts'
import type { Directory } from './directory.ts'
import { expectLimits, expectOpenAndCached, expectPreflight, expectSameInBody } from './doors.ts'
import { danglingIn } from './expected.ts'
import { expectFilters, expectNearness, expectSearch } from './filters.ts'
import { faultsAmong, shapeOf } from './judged.ts'
import { expectPackage } from './package.ts'
import { age, assured, needs, realExport, touch, tried } from './prepared.ts'
import {
  allAtOnce,
  entry,
  idsOf,
  lists,
  pageFaults,
  read,
  readEntry,
  readPage,
  sample,
  stream,
  walk,
} from './reading.ts'
import type { Entry, List } from './reading.ts'

// what is missing is said, and only then
if (!hasOfficialSchemas)
  test.skip(`7, 12, 18 and 21 know our own shapes only: no published schemas at ${officialSchemas}`)
if (tried.some((each) => !each.isThere)) test.skip(`on a real export: there is none at ${realExport}`)

describe.each(tried.filter((each) => each.isThere))('$name', ({ open, hide, told, most }) => {
  let directory: Directory
  let app: Directory['app']
  let hidden: RegExp
  const withServices: Entry[] = []
  const items = new Map<List, Entry[]>()
  const wholes = new Map<List, Entry[]>()
  const of = (list: List) => items.get(list) ?? []
  const wholesOf = (list: List) => wholes.get(list) ?? []

  beforeAll(async () => {
    directory = await open()
    app = directory.app
    await age(directory.owner)
    hidden = await hide(directory.owner)
    await allAtOnce(lists, async (list) => {
      items.set(list, await stream(app, list))
      wholes.set(list, await wholesIn(list))
    })
    const some = sample(of('organizations'), Math.min(most, 30))
    await allAtOnce(some, async ({ id }) => {
      withServices.push(entry.parse(await read(app, `/organizations/${id}?full_service=true`)))
    })
  })

  /** A place holds a service with its organization: of these, pages here and there are enough. */
  async function wholesIn(list: List): Promise<Entry[]> {
    if (!shapeOf[list].withFull) return of(list)
    if (list !== 'service_at_locations') return stream(app, list, 'full=true')
    const pages = Array.from({ length: Math.ceil(of(list).length / 50) }, (_none, index) => index + 1)
    const read = sample(pages, 4).map((page) => readPage(app, `/${list}?full=true&per_page=50&page=${page}`))
    return (await Promise.all(read)).flatMap(({ contents }) => contents)
  }

  afterAll(() => directory.end())

  test('1: the door says which version it speaks, and leads to a description on the same server', async () => {
    const door = z.strictObject({ version: z.string().regex(/^3\.[012]/), profile: z.url(), openapi_url: z.url() })
    const { openapi_url: url } = door.parse(await read(app, ''))
    const { origin, pathname } = new URL(url)
    expect(origin).toBe(directory.services.config.publicUrl)
    const description = z.looseObject({ paths: z.record(z.string(), z.unknown()) })
    const { paths } = description.parse(await (await app.request(pathname)).json())
    for (const list of lists) expect(paths).toMatchObject({ [`/${list}`]: {}, [`/${list}/{id}`]: {} })
  })

  test.each(lists)(
    '2, 3 and 13: pages of /%s of any size, and its stream, hold each entry once in the same order',
    async (list) => {
      for (const perPage of of(list).length > 37 ? [100, 37] : [37, 1]) {
        const pages = await walk(app, list, perPage)
        expect(pages.flatMap(({ contents }) => contents)).toEqual(of(list))
        expect(pages[0]?.total_items).toBe(of(list).length)
      }
      expect(new Set(of(list).map(({ id }) => id)).size).toBe(of(list).length)
      expect(of(list).length).toBeGreaterThan(0)
    },
  )

  test.each(lists)('4: a page of /%s past the end is empty', async (list) => {
    const past = await readPage(app, `/${list}?per_page=50&page=9999`)
    const faults = pageFaults(past, { page: 9_999, perPage: 50 })
    expect([faults, past.empty, past.total_items]).toEqual([[], true, of(list).length])
  })

  test.each(lists)('5 and 6: what /%s cannot count with is a problem, and bounds are kept', (list) =>
    expectLimits(app, list),
  )

  test.each(lists)('7, 12 and 21: entries of /%s, whole or not, are what HSDS publishes, no key more', (list) => {
    const { item, whole } = shapeOf[list]
    expect(faultsAmong(item, of(list))).toEqual([])
    expect(faultsAmong(whole, sample(wholesOf(list), most))).toEqual([])
    const ids = new Set(wholesOf(list).map(({ id }) => id))
    expect([...ids]).toEqual(of(list).flatMap(({ id }) => (ids.has(id) ? [id] : [])))
    expect(ids.size).toBeGreaterThanOrEqual(Math.min(most, of(list).length))
  })

  test('7, 12 and 21: organizations with their services are what HSDS publishes, no key more', async () => {
    expect(faultsAmong('organization', withServices, 'organization_with_services')).toEqual([])
    for (const { id, services } of withServices)
      expect(
        z
          .array(entry)
          .parse(services)
          .map((each) => each.id),
      ).toEqual(
        of('services')
          .flatMap((each) => (each['organization_id'] === id ? [each.id] : []))
          .sort(),
      )
    const { contents } = await readPage(app, '/organizations?full_service=true&per_page=2')
    expect(faultsAmong('organization', contents, 'organization_with_services')).toEqual([])
  })

  test.each(lists)('8: each entry of /%s is found under its identifier, and nothing under another', async (list) => {
    const some = sample(wholesOf(list), list === 'services' ? most : Math.ceil(most / 8))
    await allAtOnce(some, async (whole) => {
      expect(await readEntry(app, list, whole.id)).toEqual(whole)
    })
    for (const id of [randomUUID(), 'not-a-uuid', '1', '%F0%9F%8D%81'])
      expect([id, (await app.request(`/hsds/${list}/${id}`)).status]).toEqual([id, 404])
  })

  test('9: no identifier points to what is not published', () => {
    const published = lists.map((list) => ({ name: shapeOf[list].whole, documents: wholesOf(list) }))
    expect(danglingIn([...published, { name: 'organization', documents: withServices }])).toEqual([])
  })

  test('10: filters give what whole documents say, and add up', () => {
    const all = new Map(wholes).set('service_at_locations', of('service_at_locations'))
    return expectFilters(app, all, Math.min(most, 5))
  })
  test('10: a word of each name finds its service, without accents', () =>
    expectSearch(app, wholesOf('services'), most))

  test('11: the least of each service is who it is and when it changed', async () => {
    const least = await stream(app, 'services', 'minimal=true')
    expect(least).toEqual(of('services').map(({ id, last_modified: moment }) => ({ id, last_modified: moment })))
    expect((await readPage(app, '/services?minimal=true&per_page=100')).contents).toEqual(least.slice(0, 100))
  })

  test.each(lists)('14: /%s asked for in a body gives the same as in the address', (list) =>
    expectSameInBody(app, list, of(list)),
  )

  test.each(['H9C', 'J8X 1A1'])('15: around %s all places within so many metres are found, no other', (postcode) =>
    expectNearness(app, directory.services.reference, of('service_at_locations'), postcode),
  )

  test('16: any site may read it, and a cache asks only for what changed', async () => {
    for (const list of lists) {
      for (const path of [`/hsds/${list}`, `/hsds/${list}?format=ndjson`, `/hsds/${list}/${of(list)[0]?.id}`])
        await expectOpenAndCached(app, path)
      await expectPreflight(app, `/hsds/${list}`)
    }
    for (const path of ['', '/openapi.json', '/services/not-a-uuid', '/nowhere', '/services?page=0'])
      expect([path, (await app.request(`/hsds${path}`)).headers.get('access-control-allow-origin')]).toEqual([
        path,
        '*',
      ])
  })

  test('17: every sign comes through as the source wrote it, and is found again', async () => {
    const texts = of('organizations').flatMap((each) => [each['name'], each['alternate_name']].map(String))
    const written = new Set(told())
    expect(texts.filter((text) => text !== 'undefined' && !written.has(text))).toEqual([])
    const unusual = [...written].filter((text) => /[^ -~]/.test(text) && texts.includes(text))
    expect(unusual.length).toBeGreaterThan(0)
    for (const search of unusual)
      expect([
        search,
        (await idsOf(app, 'organizations', new URLSearchParams({ search }).toString())).size > 0,
      ]).toEqual([search, true])
  })

  test('18: the package that comes out is as HSDS describes it, and comes back the same', async () => {
    // what stands in whole services need not be compared again, where there is much of it
    const again: readonly List[] = most > 200 ? lists : ['services', 'taxonomies', 'taxonomy_terms']
    const files = await expectPackage(directory, new Map([...wholes].filter(([list]) => again.includes(list))))
    expect(hidden.exec(files)?.[0]).toBeUndefined()
  }, 60_000)

  test('22: what has ended, or whose organization has, is offered to nobody', async () => {
    const listed = of('services')
    const active = listed.filter((each) => each['status'] === 'active').slice(0, 100)
    const ended = listed.filter((each) => each['status'] !== 'active')
    const suspended = await needs(
      directory.owner,
      'learn_french',
      [...active, ...ended].map(({ id }) => id),
    )
    await openSource(directory.services.pool, 'tried', directory.services.now())
    const offered = await servicesAnswering(directory.services.pool, ['learn_french'], null)
    expect(new Set(offered.map(({ serviceId }) => serviceId))).toEqual(new Set(active.map(({ id }) => id)))
    expect([ended.length > 0, suspended.filter((id) => listed.some((each) => each.id === id))]).toEqual([true, []])
  })

  test('23: how old an entry is can be told of each, and none is called assured that nobody assured', async () => {
    const moments = of('services').map((each) => z.iso.datetime({ offset: true }).parse(each['last_modified']))
    const yearAgo = new Date(directory.services.now().getTime() - 365 * 86_400_000)
    const old = moments.filter((moment) => Date.parse(moment) < yearAgo.getTime())
    const fresh = await idsOf(app, 'services', `minimal=true&modified_after=${yearAgo.toISOString()}`)
    expect([fresh.size, old.length > 0]).toEqual([moments.length - old.length, true])
    const said = of('services').flatMap((each) => (each['assured_date'] === undefined ? [] : [each.id]))
    expect(new Set(said)).toEqual(new Set(await assured(directory.owner)))
  })

  test('24: what is not for the public is in no answer', async () => {
    const answers = JSON.stringify([...items, ...wholes, withServices])
    expect(hidden.exec(answers)?.[0]).toBeUndefined()
    await allAtOnce(['Personne Privee', 'Gardien Cache', 'Secrete', '555-0199', 'privee@ile'], async (search) => {
      for (const list of lists) {
        const found = await idsOf(app, list, new URLSearchParams({ search }).toString())
        expect([search, list, found]).toEqual([search, list, new Set()])
      }
    })
  })

  test('16: the tag changes with an entry', async () => {
    const tags = async () =>
      Promise.all(
        ['/services', '/organizations', '/taxonomies'].map(async (path) =>
          (await app.request(`/hsds${path}`)).headers.get('etag'),
        ),
      )
    const before = await tags()
    expect(await tags()).toEqual(before)
    await touch(directory.owner)
    expect((await tags()).filter((tag) => before.includes(tag))).toEqual([])
  })
})
