// Check 10: what each filter gives, worked out from whole documents; and check 15, by another formula than the service's.
import { expect } from 'vitest'
import type { Reference } from '#platform/reference/load.ts'
import type { Directory } from './directory.ts'
import { below, metresBetween, partOf, pointOf, termsOf, typed } from './expected.ts'
import { allAtOnce, idsOf, readPage, sample, type Entry, type List } from './reading.ts'

type App = Directory['app']
type Lists = ReadonlyMap<List, readonly Entry[]>
type Filter = { query: string; takes: (service: Record<string, unknown>) => boolean }

/** Each filter alone and every two together, on services and on what else they narrow. */
export async function expectFilters(app: App, wholes: Lists, most: number): Promise<void> {
  const services = wholes.get('services') ?? []
  const filters = [...ofOrganizations(services, most), ...ofTerms(wholes, most), ...ofMoments(services)]
  const chosen = sample(filters, 8)
  const pairs = chosen.flatMap((one, at) => chosen.slice(at + 1).map((other) => both(one, other)))
  await allAtOnce([...filters, ...pairs], async (filter) => {
    const { query, takes } = filter
    const expected = new Set(services.filter(takes).map(({ id }) => id))
    expect([query, await idsOf(app, 'services', `minimal=true&${query}`)]).toEqual([query, expected])
    if (pairs.indexOf(filter) > 6) return // a list of places holds three times as much: some pairs are enough
    const places = (wholes.get('service_at_locations') ?? []).filter((each) => expected.has(String(each['service_id'])))
    expect([query, await idsOf(app, 'service_at_locations', query)]).toEqual([query, idSet(places)])
  })
  expect(filters.some(({ takes }) => services.some(takes) && !services.every(takes))).toBe(true)
  await expectOrganizations(app, wholes, most)
  await expectTerms(app, wholes.get('taxonomy_terms') ?? [])
}

function idSet(entries: readonly Entry[]): Set<string> {
  return new Set(entries.map(({ id }) => id))
}

function both(one: Filter, other: Filter): Filter {
  const [first = '', second = ''] = [one.query, other.query].map((each) => each.split('=')[0])
  // the same parameter twice is one question asked badly: only different ones add up
  if (first === second) return one
  return { query: `${one.query}&${other.query}`, takes: (each) => one.takes(each) && other.takes(each) }
}

function ofOrganizations(services: readonly Entry[], most: number): Filter[] {
  const ids = [...new Set(services.map((each) => String(each['organization_id'])))]
  return sample(ids, most).map((id) => ({
    query: `organization_id=${id}`,
    takes: (each) => each['organization_id'] === id,
  }))
}

/** A term takes with it those under it; a taxonomy all of its terms. */
function ofTerms(wholes: Lists, most: number): Filter[] {
  const terms = wholes.get('taxonomy_terms') ?? []
  const used = new Set((wholes.get('services') ?? []).flatMap(termsOf))
  const above = terms.filter(({ id }) => terms.some((each) => each['parent_id'] === id))
  const chosen = [
    ...sample(above, most),
    ...sample(
      terms.filter(({ id }) => used.has(id)),
      most,
    ),
  ]
  return [
    ...chosen.map(({ id }) => takingTerms(`taxonomy_term_id=${id}`, below(terms, id))),
    ...(wholes.get('taxonomies') ?? []).map(({ id }) =>
      takingTerms(`taxonomy_id=${id}`, idSet(terms.filter((each) => each['taxonomy_id'] === id))),
    ),
  ]
}

function takingTerms(query: string, terms: ReadonlySet<string>): Filter {
  return { query, takes: (each) => termsOf(each).some((term) => terms.has(term)) }
}

/** "On or after", says the standard; the later the moment, the fewer the entries. */
function ofMoments(services: readonly Entry[]): Filter[] {
  const moments = services
    .map((each) => String(each['last_modified']))
    .sort((one, other) => Date.parse(one) - Date.parse(other))
  return [...sample(moments, 4), moments.at(-1) ?? '', '2099-01-01T00:00:00Z', '1999-01-01T00:00:00-05:00'].map(
    (moment) => ({
      query: `modified_after=${encodeURIComponent(moment)}`,
      takes: (each) => Date.parse(String(each['last_modified'])) >= Date.parse(moment),
    }),
  )
}

/** An organization is found by its own terms and by those of its services. */
async function expectOrganizations(app: App, wholes: Lists, most: number): Promise<void> {
  const services = Map.groupBy(wholes.get('services') ?? [], (each) => String(each['organization_id']))
  for (const { query, takes } of ofTerms(wholes, most)) {
    const expected = (wholes.get('organizations') ?? []).filter(
      (each) => takes(each) || services.get(each.id)?.some(takes),
    )
    expect([query, await idsOf(app, 'organizations', query)]).toEqual([query, idSet(expected)])
  }
}

async function expectTerms(app: App, terms: readonly Entry[]): Promise<void> {
  const values = (name: string) => sample([...new Set(terms.flatMap((each) => textIn(each, name)))], 10)
  for (const name of ['taxonomy_id', 'parent_id'])
    for (const value of values(name))
      expect(await idsOf(app, 'taxonomy_terms', `${name}=${value}`)).toEqual(
        idSet(terms.filter((each) => each[name] === value)),
      )
  const top = terms.filter((each) => each['parent_id'] === undefined)
  expect(await idsOf(app, 'taxonomy_terms', 'top_only=true')).toEqual(idSet(top))
}

function textIn(entry: Entry, name: string): string[] {
  const text = entry[name]
  return typeof text === 'string' ? [text] : []
}

/** The longest word of a name, as on a keyboard without accents; and of its organization's, alone and with it. */
export async function expectSearch(app: App, services: readonly Entry[], most: number): Promise<void> {
  await allAtOnce([...sample(services, most).entries()], async ([place, service]) => {
    const words = [service['name'], partOf(service, 'organization')['name']].map(longestWord)
    // of one in eight the organization's name too: each search reads the whole directory
    for (const search of place % 8 === 0 ? [...words, words.join('  ')] : words.slice(0, 1)) {
      const query = new URLSearchParams({ minimal: 'true', search: typed(search) })
      expect([search, (await idsOf(app, 'services', query.toString())).has(service.id)]).toEqual([search, true])
    }
  })
  expect(await readPage(app, '/services?search=zzyzx')).toMatchObject({ total_items: 0, empty: true, contents: [] })
}

function longestWord(name: unknown): string {
  return (
    String(name)
      .split(/\s+/)
      .sort((one, other) => other.length - one.length)[0] ?? ''
  )
}

/** Around a postal code, at distances that leave out all, some and none of the places. */
export async function expectNearness(
  app: App,
  reference: Reference,
  places: readonly Entry[],
  postcode: string,
): Promise<void> {
  const from = reference.fsas.get(postcode.slice(0, 3))
  if (!from) throw new Error(`no place for ${postcode}`)
  const away = places.flatMap((each) => {
    const point = pointOf(partOf(each, 'location'))
    return point ? [{ id: each.id, metres: metresBetween(from, point) }] : []
  })
  const distances = away.map(({ metres }) => metres).sort((one, other) => one - other)
  const bounds = [0, 0.5, 0.9].map((share) => Math.ceil(distances[Math.floor(share * (distances.length - 1))] ?? 0))
  // so far that a place without coordinates of its own in any answer would show, too
  for (const proximity of [...bounds, ...bounds.map((metres) => metres - 1), 9_999_999].map((each) =>
    Math.max(1, each),
  )) {
    const expected = new Set(away.filter((each) => each.metres <= proximity).map(({ id }) => id))
    const query = new URLSearchParams({ postcode, proximity: String(proximity) }).toString()
    expect([query, await idsOf(app, 'service_at_locations', query)]).toEqual([query, expected])
  }
  expect(distances.length).toBeGreaterThan(0)
}
