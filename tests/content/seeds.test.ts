import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'

const root = join(import.meta.dirname, '../..')
const read = (path: string): unknown => JSON.parse(readFileSync(join(root, path), 'utf8'))

const key = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
const codes = z.array(z.string())
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
const hours = z.strictObject({
  days: z.array(z.enum(['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'])).min(1),
  opens: time,
  closes: time,
})
const service = z.strictObject({
  key,
  name: z.string().min(3),
  description: z.string().regex(/^\S.*\.$/),
  needs: codes.min(1),
  allRegions: z.boolean(),
  languages: z.array(z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/)),
  hours: z.array(hours).optional(),
  statusesAccepted: z.strictObject({
    yes: codes,
    no: codes,
    source: z.string().nullable(),
    confidence: z.string().min(1),
  }),
})
const address = z.strictObject({
  street: z.string(),
  city: z.string(),
  fsa: z.string(),
  lat: z.number(),
  lon: z.number(),
})
const organization = z.strictObject({
  key,
  name: z.string().min(2),
  description: z.string().regex(/^\S.*\.$/),
  region: z.string().nullable(),
  city: z.string().nullable(),
  status: z.enum(['active', 'defunct']),
  asOf: z.iso.date(),
  confidence: z.string().min(1),
  sources: codes,
  phones: codes,
  emails: codes,
  addresses: z.array(address),
  contact: z.strictObject({ email: z.string(), confirmedOn: z.iso.date() }).nullish(),
  confidentialAddress: z.boolean().optional(),
  services: z.array(service),
})
type Organization = z.infer<typeof organization>
const seed = z.strictObject({
  source: z.strictObject({ id: z.string(), name: z.string(), asOf: z.iso.date(), invented: z.boolean() }),
  organizations: z.array(organization),
})
const starter = seed.parse(read('seeds/starter/directory.json'))
const invented = seed.parse(read('seeds/invented/directory.json'))

const repeated = (values: readonly string[]) => values.filter((value, at) => values.indexOf(value) !== at)
const services = (organizations: readonly Organization[]) => organizations.flatMap((each) => each.services)
const needs = (organizations: readonly Organization[]) => new Set(services(organizations).flatMap((each) => each.needs))
const identified = z.array(
  z.object({ id: z.string() }).or(z.object({ code: z.string() }).transform(({ code }) => ({ id: code }))),
)

/** The ids a reference file gives, under its own name or as a bare list; undefined while the file is not there. */
function idsOf(name: string): Set<string> | undefined {
  if (!existsSync(join(root, `reference/${name}.json`))) return undefined
  const content = read(`reference/${name}.json`)
  const wrapped = z.object({ [name]: z.unknown() }).safeParse(content)
  return new Set(identified.parse(wrapped.success ? wrapped.data[name] : content).map((each) => each.id))
}

describe.each([
  ['starter', starter],
  ['invented', invented],
] as const)('the %s directory', (id, { source, organizations }) => {
  test('says which it is', () => {
    expect(source).toMatchObject({ id, invented: id === 'invented' })
  })

  test('keys are unique: organizations in the file, services in their organization', () => {
    expect(repeated(organizations.map((each) => each.key))).toEqual([])
    for (const each of organizations) expect(repeated(each.services.map((one) => one.key)), each.key).toEqual([])
  })

  test('every need it serves is a known need', ({ skip }) => {
    const known = idsOf('needs')
    if (!known) return skip('reference/needs.json is not there yet')
    const strange = [...needs(organizations)].filter((need) => !known.has(need))
    expect(strange).toEqual([])
  })

  test('every status is a known status, decided once, and a decision has a source', ({ skip }) => {
    for (const { statusesAccepted: said, name } of services(organizations)) {
      expect(repeated([...said.yes, ...said.no]), name).toEqual([])
      expect(said.source !== null, name).toBe(said.yes.length + said.no.length > 0)
    }
    const known = idsOf('statuses')
    if (!known) return skip('reference/statuses.json is not there yet')
    const said = services(organizations).flatMap((each) => [...each.statusesAccepted.yes, ...each.statusesAccepted.no])
    expect(said.filter((status) => !known.has(status))).toEqual([])
  })

  test('every region is a region', () => {
    const known = idsOf('regions')
    expect(
      organizations.filter((each) => each.region !== null && !known?.has(each.region)).map((each) => each.key),
    ).toEqual([])
  })
})

describe('the starter directory', () => {
  test('holds no way to reach anyone: only the public number 211', () => {
    const reachable = starter.organizations.flatMap((each) => [...each.phones, ...each.emails, ...each.addresses])
    expect(reachable).toEqual(['211'])
    expect(starter.organizations.filter((each) => each.contact).map((each) => each.key)).toEqual([])
  })

  test('an entry that says it is sourced names its source', () => {
    const bare = starter.organizations.filter(
      (each) => each.confidence.startsWith('sourced') && each.sources.length === 0,
    )
    expect(bare.map((each) => each.key)).toEqual([])
  })

  test('a closed organization offers nothing, an open one something', () => {
    for (const each of starter.organizations) expect(each.services.length > 0, each.key).toBe(each.status === 'active')
    expect(starter.organizations.filter((each) => each.status === 'defunct').map((each) => each.city)).toEqual([
      'Thetford Mines',
    ])
  })

  test('the seventeen regions have an organization', () => {
    expect(new Set(starter.organizations.flatMap((each) => each.region ?? [])).size).toBe(17)
  })
})

describe('the invented directory', () => {
  const { organizations } = invented
  const in06 = organizations.filter((each) => each.region === '06')

  test('can be taken for nobody: names, numbers, mail and streets are plainly invented', () => {
    for (const each of organizations) {
      expect(each.name).toMatch(/ \(fictif\)$/)
      for (const phone of each.phones) expect(phone, each.key).toMatch(/^(418|514|819)-555-01\d\d$/)
      for (const mail of [...each.emails, each.contact?.email ?? 'a@b.example.org'])
        expect(mail).toMatch(/^[a-z]+@[a-z-]+\.example\.org$/)
      for (const { street } of each.addresses) expect(street).toMatch(/inventé|imaginaire/i)
    }
    expect(repeated(organizations.flatMap((each) => each.phones))).toEqual([])
  })

  test('two organizations have confirmed no address for referrals and must be called', () => {
    const silent = organizations.filter((each) => !each.contact)
    expect(silent).toHaveLength(2)
    expect(silent.filter((each) => each.phones.length === 0)).toEqual([])
  })

  test('one shelter keeps its address to itself; the others stand near their postal area', () => {
    expect(organizations.filter((each) => each.confidentialAddress).map((each) => each.addresses.length)).toEqual([0])
    const rows = readFileSync(join(root, 'reference/geo/fsa.csv'), 'utf8')
      .split('\n')
      .map((line) => line.split(','))
    for (const each of organizations.filter((one) => !one.confidentialAddress)) {
      expect(each.addresses, each.key).toHaveLength(1)
      for (const { fsa, lat, lon } of each.addresses) {
        const [, areaLat, areaLon, region] = rows.find(([area]) => area === fsa) ?? []
        expect(region, each.key).toBe(each.region)
        expect(Math.hypot(lat - Number(areaLat), lon - Number(areaLon)), each.key).toBeLessThan(0.02)
      }
    }
  })

  test('has one to four services each, with hours and languages, some of them open to be asked', () => {
    for (const each of organizations) {
      expect(each.services.length >= 1 && each.services.length <= 4, each.key).toBe(true)
      for (const one of each.services)
        expect([one.hours?.length, one.languages.length].every(Boolean), one.name).toBe(true)
    }
    const decided = services(organizations).map(
      (each) => each.statusesAccepted.yes.length + each.statusesAccepted.no.length,
    )
    expect([...new Set(decided)].sort((a, b) => a - b)).toEqual([0, 21])
  })

  test('serves in Montréal every need that any organization of the two directories serves there or Québec-wide', () => {
    const wide = starter.organizations.filter((each) => each.region === '06' || each.region === null)
    expect([...needs(wide)].filter((need) => !needs(in06).has(need))).toEqual([])
    expect(in06).toHaveLength(5)
  })

  test('serves in each of its regions at least twenty needs', () => {
    for (const region of new Set(organizations.map((each) => each.region))) {
      const here = organizations.filter((each) => each.region === region)
      expect(needs(here).size, `region ${region}`).toBeGreaterThanOrEqual(20)
    }
  })
})
