// A synthetic directory, the same at every run: what an export of all of Québec would hold, as rows of HSDS 3.1.
import { createHash } from 'node:crypto'
import { adjectives, audiences, figures, kinds, languages, sentences, themes, towns } from './words.ts'

export type Size = { organizations: number; services: number }
type Row = Record<string, string>
/** A row of one file of the package; all rows of a file have the same columns. */
export type FileRow = readonly [file: string, row: Row]

/** An identifier as sources have them: in no order. */
export function idOf(file: string, number: number): string {
  const hex = createHash('md5').update(`${file} ${number}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`
}

export function* madeUp({ organizations, services }: Size): Generator<FileRow> {
  const taxonomy_id = idOf('taxonomies', 0)
  yield ['taxonomies', { id: taxonomy_id, name: 'Besoins', description: 'Ce qu’on cherche' }]
  for (const [number, { does, about }] of themes.entries())
    yield ['taxonomy_terms', { id: idOf('taxonomy_terms', number), name: does, description: about, taxonomy_id }]
  for (let number = 0; number < organizations; number += 1) yield ['organizations', organization(number)]
  for (let number = 0; number < services; number += 1)
    yield* aroundService(number, Math.floor((number * organizations) / services))
}

/** Half of all stand in the five largest towns. */
function townOf(organization: number) {
  return among(towns, drawing(`town ${organization}`)() ** 2)
}

function organization(number: number): Row {
  const draw = drawing(`organization ${number}`)
  const { name: town, region } = townOf(number)
  const name = `${among(kinds, draw())} ${among(figures, draw())} ${among(adjectives, draw())} de ${town}`
  const description = `${name} accueille les personnes immigrantes. ${among(sentences, draw())}`
  const [email, website] = [`info@o${number}.example.org`, `https://o${number}.example.org/`]
  return { id: idOf('organizations', number), name, description, email, website, region }
}

function* aroundService(number: number, organization: number): Generator<FileRow> {
  const draw = drawing(`service ${number}`)
  const town = townOf(organization)
  const themeNumber = Math.floor(draw() * themes.length)
  const theme = among(themes, (themeNumber + 0.5) / themes.length)
  const [id, service_id, location_id] = [idOf('links', number), idOf('services', number), idOf('locations', number)]
  const organization_id = idOf('organizations', organization)
  const told = Array.from({ length: 4 }, () => among(sentences, draw())).join(' ')
  const name = `${theme.does} ${among(audiences, draw())}`.trim()
  const description = `${name} : ${theme.about}. ${told}`
  const fees_description = draw() < 0.4 ? 'Gratuit' : 'Selon le revenu'
  const dated = { status: 'active', last_modified: '2026-10-02T12:00:00Z' }
  yield ['services', { id: service_id, organization_id, name, description, fees_description, ...dated }]
  const [latitude, longitude] = [town.lat, town.lon].map((degrees) => (degrees + (draw() - 0.5) / 10).toFixed(5))
  const place = { location_type: 'physical', name: `Bureau ${number}`, latitude, longitude, region: town.region }
  yield ['locations', { id: location_id, organization_id, ...filled(place) }]
  yield ['service_at_location', { id, service_id, location_id }]
  const street = `${1 + Math.floor(draw() * 9_999)}, rue ${among(figures, draw())}`
  const post = { city: town.name, state_province: 'QC', postal_code: 'H2X 1A1', country: 'CA' }
  const address = { address_1: street, ...post, address_type: 'physical' }
  yield ['addresses', { id: idOf('addresses', number), location_id, ...address }]
  const called = `514-555-${String(number % 10_000).padStart(4, '0')}`
  yield ['phones', { id: idOf('phones', number), service_id, number: called, type: 'voice' }]
  const [opens_at, closes_at] = [clock(8 + draw() * 3), clock(16 + draw() * 5)]
  const weekly = { freq: 'WEEKLY', byday: 'MO,TU,WE,TH,FR', opens_at, closes_at }
  yield ['schedules', { id: idOf('schedules', number), service_id, ...weekly }]
  yield ['languages', { id: idOf('languages', 2 * number), service_id, code: 'fr' }]
  if (draw() < 0.5)
    yield ['languages', { id: idOf('languages', 2 * number + 1), service_id, code: among(languages, draw() ** 2) }]
  const described = { link_id: service_id, link_entity: 'service' }
  const taxonomy_term_id = idOf('taxonomy_terms', themeNumber)
  yield ['attributes', { id: idOf('attributes', number), ...described, taxonomy_term_id }]
}

function filled(row: Record<string, string | undefined>): Row {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, value ?? '']))
}

function clock(hour: number): string {
  return `${String(Math.floor(hour)).padStart(2, '0')}:00`
}

function among<T>(all: readonly T[], drawn: number): T {
  const found = all[Math.floor(drawn * all.length)]
  if (found === undefined) throw new Error('Drawn from nothing.')
  return found
}

/** Numbers from 0 to 1 that only the seed decides (mulberry32). */
export function drawing(seed: string): () => number {
  let state = createHash('md5').update(seed).digest().readInt32LE()
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
