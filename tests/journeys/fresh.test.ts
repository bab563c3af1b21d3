// An entry is as good as the last word about it: asked, reminded, marked, hidden; answered by a link, or told on the telephone.
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadSeedDirectory } from '#features/directory/index.ts'
import { askSome } from '../../src/main/jobs.ts'
import { anAgent } from '../support/people.ts'
import { written } from '../support/mailbox.ts'
import { visitorOf } from '../support/visitor.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
let services: { id: string; name: string; organization_id: string }[]
beforeAll(async () => {
  world = await openWorld()
  services = (
    await sql<{
      id: string
      name: string
      organization_id: string
    }>`select s.id, s.name, s.organization_id from service s
      join directory_source d on d.id = s.source_id and not d.invented where s.status = 'active' order by s.id limit 3`.execute(
      world.owner,
    )
  ).rows
  // of the starter directory only these three are asked, and only the first has an address
  await sql`update service set asked_at = '2026-11-20T00:00:00Z', reminded_at = '2026-11-20T00:00:00Z'
    where id <> all (${services.map(({ id }) => id)}::uuid[])`.execute(world.owner)
  await sql`update service set email = 'bureau@organisme.example.org' where id = ${services[0]?.id}`.execute(
    world.owner,
  )
})
afterAll(() => world.end())

const first = () => services[0]?.id ?? ''
const stateOf = async (id: string) =>
  (
    await sql<
      Record<string, unknown>
    >`select assured_date, asked_at is not null as asked, reminded_at is not null as reminded,
      hidden_at is not null as hidden, s.takes_new, r.offered from service s join service_search r on r.service_id = s.id
      where s.id = ${id}`.execute(world.owner)
  ).rows[0]
const listingMails = async () =>
  (await written(world)).filter(({ template, to }) => template === 'listing' && to === 'bureau@organisme.example.org')
const linkOf = (text: string | undefined) => new URL(text ?? '').pathname

test('an organization is asked by mail, once; without an address it is an editor’s to call', async () => {
  await askSome(world.services)
  expect(await listingMails()).toHaveLength(1)
  await askSome(world.services)
  expect(await listingMails()).toHaveLength(1)
  const { rows } = await sql<{
    kind: string
    n: number
  }>`select kind, count(*)::integer as n from listing_issue group by kind`.execute(world.owner)
  expect(rows).toEqual([{ kind: 'to-call', n: 2 }])
})

test('opening the link changes nothing; one button confirms, with what it takes now, and the link is over', async () => {
  const [mail] = await listingMails()
  const door = linkOf(mail?.values.link)
  const organization = visitorOf(world)
  await organization.open(door)
  expect(organization.page.html).toContain('C’est toujours juste')
  expect(await stateOf(first())).toMatchObject({ assured_date: null, asked: true })
  await organization.send(door, { answer: 'right', takes: 'no' })
  expect(organization.page.html).toContain('confirmée aujourd’hui')
  expect(await stateOf(first())).toMatchObject({ assured_date: '2026-11-23', asked: false, takes_new: false })
  const again = visitorOf(world)
  await again.open(door)
  expect(again.page.status).toBe(410)
  const said = await world.owner.selectFrom('verification').select(['said', 'by_kind', 'how']).execute()
  expect(said).toEqual([{ said: 'right', by_kind: 'organization', how: 'link' }])
})

test('after silence: a reminder, then readers are told, then it is hidden; one word brings it back', async () => {
  world.setNow('2027-05-24T11:00:00Z') // six months and a day after
  await askSome(world.services)
  expect(await listingMails()).toHaveLength(2)
  world.setNow('2027-06-08T11:00:00Z')
  await askSome(world.services)
  expect((await listingMails()).at(-1)?.values).toMatchObject({ sender: 'remind' })
  expect(await stateOf(first())).toMatchObject({ reminded: true, hidden: false })
  world.setNow('2027-07-01T15:00:00Z')
  const reader = visitorOf(world)
  await reader.open(`/fr/services/${first()}`)
  expect(reader.page.html).toContain('Pas confirmé depuis le 23 novembre 2026')
  world.setNow('2027-11-25T11:00:00Z')
  await askSome(world.services)
  expect(await stateOf(first())).toMatchObject({ hidden: true, offered: false })
  await reader.open(`/fr/services/${first()}`)
  expect(reader.page.status).toBe(404)
  const agent = await anAgent(world, { email: 'lead@ministere.example.org', name: 'Ana Roy', role: 'lead' })
  await sql`insert into listing_issue (id, service_id, kind, at) values (gen_random_uuid(), ${first()}, 'to-call', now()) on conflict do nothing`.execute(
    world.owner,
  )
  await agent.open('/workspace/directory/work')
  const issue =
    (
      await sql<{
        id: string
      }>`select id from listing_issue where service_id = ${first()} and ended_at is null`.execute(world.owner)
    ).rows[0]?.id ?? ''
  await agent.send(`/workspace/directory/work/${issue}`, { outcome: 'right' })
  expect(await stateOf(first())).toMatchObject({ assured_date: '2027-11-25', hidden: false, asked: false })
  const by = await world.owner
    .selectFrom('verification')
    .select(['by_label', 'how'])
    .where('by_kind', '=', 'editor')
    .execute()
  expect(by).toEqual([{ by_label: 'Ana Roy', how: 'telephone' }])
})

test('"closed" hides at once and waits for an editor; a wrong, a stranger’s or a used token does nothing', async () => {
  const made = async () => {
    await sql`update service set asked_at = null, takes_new = null where id = ${first()}`.execute(world.owner)
    await sql`update service set assured_date = '2026-01-01' where id = ${first()}`.execute(world.owner)
    await askSome(world.services)
    return linkOf((await listingMails()).at(-1)?.values.link)
  }
  const door = await made()
  const stranger = visitorOf(world)
  await stranger.open(`${door.slice(0, -1)}${door.endsWith('x') ? 'y' : 'x'}`)
  expect(stranger.page.status).toBe(404)
  await stranger.open(door)
  await stranger.send(door, { answer: 'burn' })
  expect(stranger.page.status).toBe(410)
  await stranger.open(door)
  await stranger.send(door, { answer: 'closed' })
  expect(await stateOf(first())).toMatchObject({ hidden: true })
  const open = await world.owner
    .selectFrom('listing_issue')
    .select('kind')
    .where('service_id', '=', first())
    .where('ended_at', 'is', null)
    .execute()
  expect(open).toEqual([{ kind: 'closed' }])
})

test('a reader reports a fault without an account; an agent who is no editor reads it, and cannot settle it', async () => {
  const service = services[1]?.id ?? ''
  const reader = visitorOf(world)
  await reader.open(`/es/services/${service}/report`)
  await reader.send(`/es/services/${service}/report`, {})
  expect(reader.page.status).toBe(422)
  await reader.send(`/es/services/${service}/report`, { block: 'hours', note: 'Cierra a las 15h <b>hoy</b>' })
  expect(reader.page.html).toContain('Anotado')
  const sealed = await world.owner
    .selectFrom('listing_issue')
    .select('note_sealed')
    .where('kind', '=', 'report')
    .execute()
  expect(sealed[0]?.note_sealed?.toString('utf8')).not.toContain('Cierra')
  const agent = await anAgent(world, { email: 'leo@ministere.example.org', name: 'Léo' })
  await agent.open('/workspace/directory/work')
  expect(agent.page.html).toContain('Cierra a las 15h &lt;b&gt;')
  expect(agent.page.html).not.toContain('name="outcome"')
  const nowhere = visitorOf(world)
  await nowhere.open(`/fr/services/${crypto.randomUUID()}/report`)
  expect(nowhere.page.status).toBe(404)
})

test('an organization corrects its entry by the same link; an editor publishes it, and no source writes over it', async () => {
  const id = services[1]?.id ?? ''
  await sql`update service set email = 'bureau@organisme.example.org', asked_at = null, assured_date = '2026-01-01' where id = ${id}`.execute(
    world.owner,
  )
  await askSome(world.services)
  const door = linkOf((await listingMails()).at(-1)?.values.link)
  const organization = visitorOf(world)
  await organization.open(door)
  await organization.send(door, {
    answer: 'changed',
    description: 'Cours le mardi <soir>',
    url: 'javascript:alert(1)',
    fees_description: 'Gratuit',
  })
  const words = async () =>
    (
      await sql<{
        description: string
        url: string | null
      }>`select description, url from service where id = ${id}`.execute(world.owner)
    ).rows[0]
  expect((await words())?.description).not.toContain('mardi')
  const lead = await anAgent(world, { email: 'lead2@ministere.example.org', name: 'Bo Roy', role: 'lead' })
  await lead.open('/workspace/directory/work')
  expect(lead.page.html).toContain('<ins><bdi>Cours le mardi &lt;soir&gt;</bdi></ins>')
  const issue =
    (
      await sql<{
        id: string
      }>`select id from listing_issue where service_id = ${id} and kind = 'changed' and ended_at is null`.execute(
        world.owner,
      )
    ).rows[0]?.id ?? ''
  await lead.send(`/workspace/directory/work/${issue}`, { outcome: 'publish' })
  expect(await words()).toMatchObject({ description: 'Cours le mardi <soir>', url: null })
  const { rows } =
    await sql`select field_name, replacement_value from metadata where resource_id = ${id} order by 1`.execute(
      world.owner,
    )
  expect(rows).toEqual([
    { field_name: 'description', replacement_value: 'Cours le mardi <soir>' },
    { field_name: 'fees_description', replacement_value: 'Gratuit' },
  ])
  await sql`update service set name = 'Ancien nom' where id = ${id}`.execute(world.owner)
  await loadSeedDirectory(world.owner, world.services.secrets, {
    invented: false,
    at: new Date('2027-12-01T00:00:00Z'),
    newId: () => crypto.randomUUID(),
  })
  expect(await words()).toMatchObject({ description: 'Cours le mardi <soir>' })
  expect(
    (await sql<{ name: string }>`select name from service where id = ${id}`.execute(world.owner)).rows[0]?.name,
  ).not.toBe('Ancien nom')
})
