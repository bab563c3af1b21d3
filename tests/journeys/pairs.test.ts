// The same organization from two sources: side by side, one is shown, nothing is lost, and it can be said otherwise.
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { serviceById } from '#features/directory/index.ts'
import { anAgent } from '../support/people.ts'
import type { Visitor } from '../support/visitor.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
let lead: Visitor
const copy = '00000000-0000-4000-8000-0000000000c1'
let original = ''
beforeAll(async () => {
  world = await openWorld()
  lead = await anAgent(world, { email: 'lead@ministere.example.org', name: 'Ana Roy', role: 'lead' })
  const { rows } = await sql<{ id: string; name: string }>`select id, name from organization where source_id = 'starter'
    and status = 'active' order by id limit 1`.execute(world.owner)
  original = rows[0]?.id ?? ''
  await sql`insert into directory_source (id, name, opened_at) values ('copy', 'Copie', now())`.execute(world.owner)
  await sql`insert into organization (id, source_id, source_key, name, description, city)
    values (${copy}, 'copy', '1', ${rows[0]?.name.toUpperCase() ?? ''}, 'Le même', 'Ailleurs')`.execute(world.owner)
  await sql`insert into service (id, organization_id, source_id, source_key, name, description, status)
    values (${service}, ${copy}, 'copy', '1', 'Un service', 'x', 'active')`.execute(world.owner)
})
afterAll(() => world.end())

const statuses = async () =>
  (
    await sql<{
      status: string
    }>`select status from organization where id in (${original}, ${copy}) order by id = ${copy}`.execute(world.owner)
  ).rows.map(({ status }) => status)
const service = '00000000-0000-4000-8000-0000000000c2'
const isOffered = async () => (await serviceById(world.services.pool, service)) !== undefined
const decide = (kept: string) =>
  lead.send('/workspace/directory/pairs', {
    one: [original, copy].sort()[0] ?? '',
    other: [original, copy].sort()[1] ?? '',
    kept,
  })

test('they are proposed with what differs, until somebody decides', async () => {
  await lead.open('/workspace/directory/pairs')
  expect(lead.page.html).toContain('le même nom')
  expect(lead.page.html).toContain('Diffère')
  await decide(original)
  expect(await statuses()).toEqual(['active', 'suspended'])
  expect(await isOffered()).toBe(false)
  await lead.open('/workspace/directory/pairs')
  expect(lead.page.html).toContain('Aucun double possible')
})

test('said otherwise, what was suspended comes back; a pair that is none is refused; an agent who is no editor decides nothing', async () => {
  const decided = (one: string, other: string, kept: string | null, actor = 'agent') =>
    world.owner.transaction().execute(async (db) => {
      await sql`select set_config('app.actor', ${actor}, true)`.execute(db)
      const { rows } = await sql<{
        done: boolean
      }>`select decide_pair(${one}, ${other}, ${kept}, 'x', now()) as done`.execute(db)
      return rows[0]?.done
    })
  const [first = '', second = ''] = [original, copy].sort()
  expect(await decided(first, second, null, 'nobody')).toBe(false)
  expect(await decided(second, first, null)).toBe(false)
  expect(await decided(first, second, crypto.randomUUID())).toBe(false)
  expect(await decided(first, second, null)).toBe(true)
  expect(await statuses()).toEqual(['active', 'active'])
  expect(await isOffered()).toBe(true)
  const agent = await anAgent(world, { email: 'leo@ministere.example.org', name: 'Léo' })
  await sql`delete from listing_pair`.execute(world.owner)
  await agent.open('/workspace/directory/pairs')
  expect(agent.page.html).not.toContain('name="kept"')
})
