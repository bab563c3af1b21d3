// Each policy is needed: without any one of them somebody reaches more, or less, than the matrix says.
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openTransaction } from '#platform/db/transaction.ts'
import { connect, type Db, type Pool } from '#platform/db/db.ts'
import { openWorld, type World } from '../support/world.ts'
import { layOut } from './fixtures.ts'
import { matrix } from './matrix.ts'
import { differences } from './reach.ts'

type Policy = { table: string; name: string }

let world: World
let superuser: Pool
let policies: Policy[]
beforeAll(async () => {
  world = await openWorld()
  await layOut(world.owner, 'aq_app')
  superuser = connect(inject('server').superuserUrl.replace(/\/[^/]*$/, new URL(world.appUrl).pathname), 1)
  const { rows } =
    await sql<Policy>`select tablename as "table", policyname as name from pg_policies where schemaname = 'public' order by 1, 2`.execute(
      world.owner,
    )
  policies = rows
})
afterAll(async () => {
  await superuser.close()
  await world.end()
})

test('with every policy in place the matrix is green for the role that serves requests', async () => {
  expect(policies.length).toBeGreaterThan(40)
  expect(await rolledBack(superuser.db, (db) => firstRed(db))).toBeUndefined()
})

test('without any one policy the matrix turns red', { timeout: 120_000 }, async () => {
  const unnoticed: string[] = []
  for (const policy of policies) {
    const red = await rolledBack(superuser.db, async (db) => {
      await sql`drop policy ${sql.id(policy.name)} on ${sql.table(policy.table)}`.execute(db)
      return firstRed(db, policy.table)
    })
    if (!red) unnoticed.push(`${policy.name} on ${policy.table}`)
  }
  expect(unnoticed).toEqual([])
})

/** The first case of the matrix that no longer holds, tried as the application's role. */
async function firstRed(db: Db, table: string | null = null): Promise<string | undefined> {
  await sql`set local role aq_app`.execute(db)
  for (const [name, tried] of Object.entries(matrix)) {
    const { more, less } = await differences(db, tried, table)
    if (more.length + less.length > 0) return name
  }
  return undefined
}

async function rolledBack<T>(db: Db, work: (db: Db) => Promise<T>): Promise<T> {
  const acting = await openTransaction(db, 'write')
  try {
    return await work(acting.db)
  } finally {
    await acting.rollback()
  }
}
