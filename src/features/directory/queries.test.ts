import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from 'kysely'
import { inTransaction } from '#platform/db/actor.ts'
import {
  loadSeedDirectory,
  organizationContact,
  organizationName,
  searchDirectory,
  serviceById,
  servicesAnswering,
  sources,
} from './index.ts'
import { at, directoryDatabase, later, newId, secrets } from './testing/directory-database.ts'

let database: Awaited<ReturnType<typeof directoryDatabase>>
beforeAll(async () => {
  database = await directoryDatabase()
  await loadSeedDirectory(database.owner, secrets, { invented: true, at, newId })
})
afterAll(() => database.end())

const agent = { kind: 'agent' as const, staffId: newId(), role: 'agent' as const, regions: ['06'], label: 'Agente' }

async function refuge() {
  const found = (await servicesAnswering(database.app, ['safety'], '06')).find((each) => each.confidential)
  if (!found) throw new Error('The invented world has a confidential place.')
  return found
}

test('the seeds load once, opened, and again without a change', async () => {
  expect(await loadSeedDirectory(database.owner, secrets, { invented: true, at: later, newId })).toEqual({ written: 0 })
  expect((await sources(database.app)).map(({ id, invented, openedAt }) => ({ id, invented, openedAt }))).toEqual([
    { id: 'invented', invented: true, openedAt: at },
    { id: 'starter', invented: false, openedAt: at },
  ])
})

test('without the invented world only the starter directory is loaded, and nothing in it is confirmed', async () => {
  const { rows } = await sql<{
    confirmed: number
    all: number
  }>`select count(confirmed_on)::integer as confirmed, count(*)::integer as "all"
    from organization where source_id = 'starter'`.execute(database.owner)
  expect(rows).toEqual([{ confirmed: 0, all: 64 }])
  expect(await organizationContactsOf('starter')).toBe(0)
})

async function organizationContactsOf(sourceId: string): Promise<number> {
  const rows = await database.owner
    .selectFrom('organization_contact')
    .innerJoin('organization', 'organization.id', 'organization_contact.organization_id')
    .select('organization.id')
    .where('organization.source_id', '=', sourceId)
    .execute()
  return rows.length
}

test('a need is answered in its region and by those of all regions, and nowhere else', async () => {
  const offers = await servicesAnswering(database.app, ['learn_french'], '01')
  expect(offers.map((each) => each.name)).toContain('Français et conversation')
  expect(offers.filter((each) => each.region !== '01' && !each.allRegions)).toEqual([])
  expect(offers.every((each) => each.needIds.includes('learn_french'))).toBe(true)
  expect((await servicesAnswering(database.app, ['learn_french'], null)).length).toBeGreaterThan(offers.length)
  expect(await servicesAnswering(database.app, ['no-such-need'], null)).toEqual([])
  expect(await servicesAnswering(database.app, [], null)).toEqual([])
})

test('an offer says whom it takes, in which languages and where to call', async () => {
  const offer = (await servicesAnswering(database.app, ['learn_french', 'accompaniment'], '01')).find(
    (each) => each.name === 'Accueil et premières démarches',
  )
  expect(offer).toMatchObject({
    organizationName: 'Le Phare du Quai (fictif)',
    region: '01',
    city: 'Rimouski',
    lat: 48.4545,
    lon: -68.5262,
    confidential: false,
    languages: ['en', 'es', 'fr'],
    phones: ['418-555-0101'],
    confirmedOn: '2026-10-15',
    invented: true,
  })
  expect(offer?.statuses.find((each) => each.status === 'student')).toEqual({
    status: 'student',
    accepts: true,
    source: 'invented world',
    confidence: 'invented',
    asOf: '2026-11-23',
  })
  expect(offer?.statuses.find((each) => each.status === 'visitor')?.accepts).toBe(false)
})

test('an ended service and a suspended organization are offered no more', async () => {
  const names = async () => (await servicesAnswering(database.owner, ['learn_french'], '01')).map((each) => each.name)
  expect(await names()).toContain('Français et conversation')
  await expect(
    database.owner.transaction().execute(async (db) => {
      await sql`update organization set status = 'suspended', last_modified = last_modified + interval '1 second' where source_key = 'phare-du-quai'`.execute(
        db,
      )
      expect((await servicesAnswering(db, ['learn_french'], '01')).map((each) => each.name)).not.toContain(
        'Français et conversation',
      )
      throw new Error('undo')
    }),
  ).rejects.toThrow('undo')
})

test('a confidential place gives a telephone and nothing that says where, even when its address is known', async () => {
  const { serviceId } = await refuge()
  await sql`insert into address (id, location_id, source_id, source_key, address_1, city, state_province, postal_code, country)
    select ${newId()}, location_id, 'invented', 'planted', '9 rue Cachée', 'Laval', 'QC', 'H7A', 'CA' from service_at_location where service_id = ${serviceId}`.execute(
    database.owner,
  )
  await sql`update location set latitude = 45.5, longitude = -73.5 where confidential`.execute(database.owner)
  const service = await serviceById(database.app, serviceId)
  expect(service).toMatchObject({
    lat: null,
    lon: null,
    addressLines: [],
    confidential: true,
    phones: ['514-555-0103', '514-555-0104'],
  })
  expect(JSON.stringify([service, await refuge()])).not.toMatch(/Cachée|Laval|45\.5/)
})

test('a service page has its address and hours; an unknown identifier has none', async () => {
  const [offer] = await servicesAnswering(database.app, ['literacy'], '01')
  const service = await serviceById(database.app, offer?.serviceId ?? '')
  expect(service).toMatchObject({
    name: 'Français et conversation',
    status: 'active',
    email: 'accueil@phare-du-quai.example.org',
    addressLines: ['1, rue Inventée, Rimouski (QC) G5L'],
    schedules: [{ freq: 'WEEKLY', byday: 'TU,WE,TH', opensAt: '13:00', closesAt: '20:00', description: null }],
    sourceName: 'Organismes inventés pour la démonstration',
    lastModified: at,
  })
  expect(await serviceById(database.app, newId())).toBeUndefined()
  expect(await serviceById(database.app, 'no-identifier')).toBeUndefined()
})

test('a search needs neither accents nor case, takes signs as they are, and pages without losing or repeating', async () => {
  expect((await searchDirectory(database.app, 'FRANCAIS phare')).entries.map((each) => each.serviceName)).toEqual([
    'Français et conversation',
  ])
  expect((await searchDirectory(database.app, '%')).count).toBe(0)
  const seen = new Set<string>()
  let after: string | undefined
  let pages = 0
  do {
    const found = await searchDirectory(database.app, '', after)
    expect(found).toMatchObject({ count: 153, more: false })
    for (const entry of found.entries) seen.add(entry.serviceId ?? entry.organizationId)
    after = found.next
    pages += 1
  } while (after)
  expect([seen.size, pages]).toEqual([153, 7])
  expect((await searchDirectory(database.app, '', 'not a cursor')).entries).toHaveLength(25)
})

test('a search counts to 1,000 and then says that there are more', async () => {
  await expect(
    database.owner.transaction().execute(async (db) => {
      await sql`insert into service (id, organization_id, source_id, source_key, name, description, status)
      select gen_random_uuid(), (select id from organization where source_key = 'phare-du-quai'), 'invented', 'many' || n, 'Zzz', 'z', 'active' from generate_series(1, 1001) n`.execute(
        db,
      )
      expect(await searchDirectory(db, 'zzz')).toMatchObject({ count: 1000, more: true })
      throw new Error('undo')
    }),
  ).rejects.toThrow('undo')
})

test('the contact of an organization is sealed, and opens to agents only', async () => {
  const { organizationId, organizationName: name } = await refuge()
  const contact = await inTransaction(database.app, agent, (db) =>
    organizationContact(db, organizationId, '2026-11-23'),
  )
  expect(contact?.confirmedOn).toBe('2026-10-15')
  expect(secrets.decrypt(contact?.emailSealed ?? Buffer.alloc(0))).toBe(
    'accueil@refuge-des-hirondelles-bleues.example.org',
  )
  expect(
    await inTransaction(database.app, { kind: 'nobody' }, (db) =>
      organizationContact(db, organizationId, '2026-11-23'),
    ),
  ).toBeUndefined()
  expect(await organizationName(database.app, organizationId)).toBe(name)
})
