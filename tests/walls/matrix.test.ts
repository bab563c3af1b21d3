// The second wall: what each kind of actor reaches, row by row, as the role that serves requests and as the requests do.
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { nobody } from '#kernel/actor.ts'
import { inTransaction } from '#platform/db/actor.ts'
import { openTransaction } from '#platform/db/transaction.ts'
import { connect } from '#platform/db/db.ts'
import { openWorld, type World } from '../support/world.ts'
import { layOut, tables } from './fixtures.ts'
import { matrix } from './matrix.ts'
import { differences } from './reach.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
  await layOut(world.owner, 'aq_app')
})
afterAll(() => world.end())

test.each(Object.entries(matrix))('%s', async (_name, tried) => {
  const acting = await openTransaction(world.services.pool, 'write')
  const found = await differences(acting.db, tried)
  await acting.rollback()
  expect(found).toEqual({ more: [], less: [] })
})

test('every table that holds personal data stands behind the wall and in the matrix', async () => {
  const { rows } = await sql<{ name: string; walled: boolean; granted: boolean }>`
    select relname as name, relrowsecurity as walled, has_any_column_privilege('aq_app', oid, 'select, insert, update') as granted
    from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and obj_description(oid) like '%personal: yes%'`.execute(
    world.owner,
  )
  expect(rows.length).toBeGreaterThan(15)
  expect(rows.filter((row) => row.granted && !row.walled)).toEqual([])
  expect(rows.map((row) => row.name).filter((name) => !(name in tables))).toEqual([])
})

test('after an agent, a request without an actor on the same connection sees nothing', async () => {
  const one = connect(world.appUrl, 1)
  const lead = matrix['a lead of both regions']?.actor ?? nobody
  const count = (name: 'file' | 'person' | 'referral_content') =>
    inTransaction(one.db, nobody, (db) =>
      db
        .selectFrom(name)
        .select(name === 'referral_content' ? 'file_id' : 'language')
        .execute(),
    )
  expect(await inTransaction(one.db, lead, (db) => db.selectFrom('file').select('id').execute())).toHaveLength(3)
  expect([await count('file'), await count('person'), await count('referral_content')]).toEqual([[], [], []])
  expect(await one.db.selectFrom('file').select('id').execute()).toEqual([])
  await one.close()
})
