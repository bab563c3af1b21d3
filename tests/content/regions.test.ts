import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { z } from 'zod'

const reference = join(import.meta.dirname, '../../reference')
const text = (path: string) => readFileSync(join(reference, path), 'utf8')
const rows = (path: string): unknown => parse(text(path), { columns: true, bom: false })

const code = z.string().regex(/^(0[1-9]|1[0-7])$/)
const area = z.string().regex(/^[GHJ]\d[A-Z]$/)
/** Québec's box: from the border of New York to Ivujivik, from James Bay to Blanc-Sablon. */
const point = { lat: z.coerce.number().min(44.9).max(62.7), lon: z.coerce.number().min(-79.8).max(-57) }

const region = z.strictObject({
  code,
  name: z.string().min(4),
  population: z.strictObject({ approx: z.int().positive(), asOf: z.iso.date() }),
  mainCity: z.string(),
  cities: z.array(z.strictObject({ name: z.string(), ...point })).min(1),
  fsas: z.array(area).min(1),
  sharedFsas: z.record(area, z.array(code).min(1)),
  officeCity: z.string(),
  officeConfidence: z.string().min(1),
  asOf: z.iso.date(),
  confidence: z.string().min(1),
  sources: z.array(z.url()),
})
const regions = z.array(region).parse(JSON.parse(text('regions.json')))
const areas = z
  .array(z.strictObject({ fsa: area, region: code, place: z.string().min(2), ...point }))
  .parse(rows('geo/fsa.csv'))
const places = z
  .array(z.strictObject({ name: z.string().min(2), region: code, ...point }))
  .parse(rows('geo/places.csv'))

const repeated = (values: readonly string[]) => values.filter((value, at) => values.indexOf(value) !== at)
const cityOf = (each: z.infer<typeof region>) => each.cities.find((city) => city.name === each.mainCity)

test('the seventeen regions are there, once each and in order', () => {
  const expected = Array.from({ length: 17 }, (_, at) => String(at + 1).padStart(2, '0'))
  expect(regions.map((each) => each.code)).toEqual(expected)
})

test('the main city of a region is one of its cities', () => {
  expect(regions.filter((each) => !cityOf(each)).map((each) => each.code)).toEqual([])
})

test('every postal area stands in one region, and the table says the same region', () => {
  const inRegions = regions.flatMap((each) => each.fsas.map((fsa) => `${fsa} ${each.code}`))
  expect(repeated(inRegions.map((each) => each.slice(0, 3)))).toEqual([])
  expect(inRegions).toHaveLength(421)
  expect(areas.map((each) => `${each.fsa} ${each.region}`).sort()).toEqual(inRegions.sort())
})

test('an area is shared with other regions only by the region that holds it', () => {
  for (const { code: own, fsas, sharedFsas } of regions) {
    for (const [fsa, others] of Object.entries(sharedFsas)) {
      expect(fsas, `${own} shares ${fsa}`).toContain(fsa)
      expect(others, `${own} shares ${fsa}`).not.toContain(own)
    }
  }
})

test('an area whose point is unknown takes the main city of its region', () => {
  for (const fsa of ['G3B', 'G3C', 'G3N', 'G3S', 'G6Y', 'J1C', 'J1R', 'J2M', 'J5C', 'J7W']) {
    const found = areas.find((each) => each.fsa === fsa)
    const home = regions.find((each) => each.code === found?.region)
    const main = home ? cityOf(home) : undefined
    expect([found?.place, found?.lat, found?.lon], fsa).toEqual([main?.name, main?.lat, main?.lon])
  }
})

test('accents are whole, and nothing is left of the names of another language', () => {
  for (const path of ['regions.json', 'geo/fsa.csv', 'geo/places.csv', 'geo/README.md']) {
    expect(text(path), path).not.toMatch(/\uFFFD|Ã.|â€/)
  }
  const named = [...areas.map((each) => each.place), ...places.map((each) => each.name)]
  expect(
    named.filter((name) => /\b(North|South|East|West|Central|northeast|Downtown|Ct) ?\d*$|[()?]/.test(name)),
  ).toEqual([])
  const known = ['Montréal', 'Québec', 'Trois-Rivières', 'Sept-Îles', 'Lévis', 'Saint-Jérôme', 'Gaspé', 'Châteauguay']
  expect(named).toEqual(expect.arrayContaining(known))
})

test('a place stands once in its region, and every region has some', () => {
  expect(repeated(places.map((each) => `${each.name} ${each.region}`))).toEqual([])
  expect(new Set(places.map((each) => each.region)).size).toBe(17)
})

test('the tables say where they come from', () => {
  expect(text('geo/README.md')).toMatch(/GeoNames[\s\S]*CC BY 4\.0/)
})
