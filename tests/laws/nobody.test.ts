// On one and the same connection, who asked before leaves nothing to who asks next.
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction } from '#platform/db/actor.ts'
import { openTransaction } from '#platform/db/transaction.ts'
import { connect, type Db, type Pool } from '#platform/db/db.ts'
import { createApp } from '../../src/main/app.tsx'
import { aNewcomer, anAgent } from '../support/people.ts'
import { visitorOf } from '../support/visitor.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
let single: Pool
beforeAll(async () => {
  world = await openWorld()
  single = connect(world.appUrl, 1)
  await aNewcomer(world)
})
afterAll(async () => {
  await single.close()
  await world.end()
})

test('a transaction without an actor after one with an agent sees nothing', async () => {
  const agent = {
    kind: 'agent' as const,
    staffId: world.services.newId(),
    role: 'agent' as const,
    regions: ['06'],
    label: 'Camille',
  }
  expect(await inTransaction(single.db, agent, countPeople, 'read')).toBe(1)
  const acting = await openTransaction(single.db, 'read')
  expect(await countPeople(acting.db)).toBe(0)
  await acting.rollback()
  expect(await countPeople(single.db)).toBe(0)
})

test('an agent whose transaction failed leaves nothing either', async () => {
  const agent = {
    kind: 'agent' as const,
    staffId: world.services.newId(),
    role: 'agent' as const,
    regions: ['06'],
    label: 'Camille',
  }
  await expect(inTransaction(single.db, agent, (db) => sql`select 1 / 0`.execute(db))).rejects.toThrow(
    'division by zero',
  )
  expect(await countPeople(single.db)).toBe(0)
})

test('a request without a session after one of an agent is shown the way in, and no one', async () => {
  const app = createApp({ ...world.services, pool: single.db })
  const agent = await anAgent({ ...world, app, services: { ...world.services, pool: single.db } })
  await agent.open('/workspace')
  expect(agent.page.html).toContain('Samira')
  const file = /\/workspace\/files\/[0-9a-f-]{36}/.exec(agent.page.html)?.[0] ?? ''
  const stranger = visitorOf({ app })
  for (const path of ['/workspace', file, '/ar/me', '/ar/plan']) {
    expect((await stranger.open(path)).html).not.toContain('Samira')
  }
})

async function countPeople(db: Db): Promise<number> {
  const { rows } = await sql<{ people: number }>`select count(*)::int as people from person`.execute(db)
  return rows[0]?.people ?? -1
}
