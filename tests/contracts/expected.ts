// What a reader can work out alone from whole documents, to compare the answers with; nothing here asks the database.
import type { Entry } from './reading.ts'

type Thing = Record<string, unknown>

/** The table that stands under a name, in a document of HSDS. */
const tableOf: Readonly<Record<string, string>> = {
  organization: 'organization',
  service: 'service',
  services: 'service',
  location: 'location',
  locations: 'location',
  program: 'program',
  programs: 'program',
  service_at_locations: 'service_at_location',
  contacts: 'contact',
  phones: 'phone',
  taxonomy_term: 'taxonomy_term',
  taxonomy_detail: 'taxonomy',
  unit: 'unit',
}

const pointers: Readonly<Record<string, string>> = {
  organization_id: 'organization',
  parent_organization_id: 'organization',
  service_id: 'service',
  program_id: 'program',
  location_id: 'location',
  service_at_location_id: 'service_at_location',
  contact_id: 'contact',
  phone_id: 'phone',
  taxonomy_term_id: 'taxonomy_term',
  parent_id: 'taxonomy_term',
  taxonomy_id: 'taxonomy',
  unit_id: 'unit',
}

type Found = { name: string; thing: Thing; parent: Thing | undefined }

/** Every object of a document, with the name under which it stands and the object that holds it. */
function* objectsIn(value: unknown, name: string, parent?: Thing): Generator<Found> {
  if (Array.isArray(value)) for (const each of value) yield* objectsIn(each, name, parent)
  else if (isThing(value)) {
    yield { name, thing: value, parent }
    for (const [key, inner] of Object.entries(value)) yield* objectsIn(inner, key, value)
  }
}

function isThing(value: unknown): value is Thing {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export type Whole = { name: string; documents: readonly Entry[] }

/** Identifiers that point to nothing among all that is published; what describes something must point to what holds it. */
export function danglingIn(wholes: readonly Whole[]): string[] {
  const known = new Set<string>()
  const all = wholes.flatMap(({ name, documents }) => [...objectsIn(documents, name)])
  for (const { name, thing } of all) known.add(`${tableOf[name] ?? name} ${String(thing['id'])}`)
  const dangling = all.flatMap(({ name, thing, parent }) =>
    Object.entries(thing).flatMap(([key, id]) => {
      const table = pointers[key]
      if (table) return known.has(`${table} ${String(id)}`) ? [] : [`${name}.${key} ${String(id)}`]
      const describes = key === 'link_id' || key === 'resource_id'
      return describes && id !== parent?.['id'] ? [`${name}.${key} ${String(id)}`] : []
    }),
  )
  return [...new Set(dangling)]
}

/** A term and all under it, by the pointers that the terms themselves publish. */
export function below(terms: readonly Entry[], id: string): Set<string> {
  const found = new Set([id])
  for (let before = 0; before !== found.size;) {
    before = found.size
    for (const term of terms) if (found.has(String(term['parent_id']))) found.add(term.id)
  }
  return found
}

/** The terms of a document's own attributes. */
export function termsOf(document: Thing): string[] {
  const { attributes } = document
  return Array.isArray(attributes) ? attributes.filter(isThing).map((each) => String(each['taxonomy_term_id'])) : []
}

export function partOf(document: Thing, name: string): Thing {
  const part = document[name]
  return isThing(part) ? part : {}
}

type Point = { lat: number; lon: number }

/** Metres along a great circle, by the angle between two directions from the centre: not the formula that the service uses. */
export function metresBetween(one: Point, other: Point): number {
  const direction = ({ lat, lon }: Point) => {
    const [phi, lambda] = [(lat * Math.PI) / 180, (lon * Math.PI) / 180]
    return [Math.cos(phi) * Math.cos(lambda), Math.cos(phi) * Math.sin(lambda), Math.sin(phi)] as const
  }
  const [[a, b, c], [x, y, z]] = [direction(one), direction(other)]
  const across = Math.hypot(b * z - c * y, c * x - a * z, a * y - b * x)
  return 6_371_008.8 * Math.atan2(across, a * x + b * y + c * z)
}

export function pointOf(place: Thing): Point | undefined {
  const { latitude, longitude } = place
  return typeof latitude === 'number' && typeof longitude === 'number' ? { lat: latitude, lon: longitude } : undefined
}

/** A word as someone types it on a keyboard without accents, in capitals. */
export function typed(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase()
}

/** The same document whatever the order of its keys. */
export function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical)
  if (!isThing(value)) return value
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, canonical(value[key])]),
  )
}
