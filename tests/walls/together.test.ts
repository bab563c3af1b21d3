// Statements that leave together: whatever of them fails, nothing runs outside a transaction or in another's name.
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { actAs, inTransaction } from '#platform/db/actor.ts'
import { connect, type Db, type Pool } from '#platform/db/db.ts'
import { enterTransaction, openTransaction } from '#platform/db/transaction.ts'
import { openWorld, type World } from '../support/world.ts'
import { lineTo, type Line } from './broken-line.ts'

let world: World
let line: Line
let single: Pool
beforeAll(async () => {
  world = await openWorld()
  line = await lineTo(world.appUrl)
  single = connect(line.url, 1)
})
afterAll(async () => {
  await single.close()
  await line.end()
  await world.end()
})

const operator = { kind: 'operator' } as const
const number = async (db: Db, value: number) =>
  (await sql<{ value: number }>`select ${value}::int as value`.execute(db)).rows[0]?.value
const actorNow = async (db: Db) =>
  (await sql<{ actor: string }>`select app_actor() as actor`.execute(db)).rows[0]?.actor

test('statements sent at once are each answered their own', async () => {
  const values = Array.from({ length: 50 }, (_, index) => index)
  const answered = await inTransaction(single.db, operator, (db) =>
    Promise.all(values.map((value) => number(db, value))),
  )
  expect(answered).toEqual(values)
})

test('a transaction that has ended takes no more statements, and leaves no name on its connection', async () => {
  const acting = await enterTransaction(single.db, 'read', (db) => actAs(db, operator))
  expect(await actorNow(acting.db)).toBe('operator')
  await acting.commit() // sent, not waited for
  await expect(actorNow(acting.db)).rejects.toThrow('This transaction has ended.')
  expect(await actorNow(single.db)).toBe('nobody')
})

test('one of several fails: the others fail with it, all is rolled back, and the connection serves the next', async () => {
  const acting = await openTransaction(single.db, 'write')
  const work = [number(acting.db, 1), sql`select 1 / 0`.execute(acting.db), number(acting.db, 2)]
  const settled = await Promise.allSettled(work)
  expect(settled.map((each) => each.status)).toEqual(['fulfilled', 'rejected', 'rejected'])
  await expect(acting.commit()).rejects.toThrow('rolled back')
  expect(await number(single.db, 3)).toBe(3)
})

test('the statement that says the actor fails: no transaction is left open, and the next is nobody', async () => {
  await expect(
    enterTransaction(single.db, 'write', async (db) => {
      await actAs(db, operator)
      await sql`select 1 / 0`.execute(db)
    }),
  ).rejects.toThrow('division by zero')
  expect(await actorNow(single.db)).toBe('nobody')
})

test('a begin that never arrives: what went with it counts for nothing, and another connection takes over', async () => {
  line.cutBefore('begin')
  await expect(inTransaction(single.db, operator, actorNow)).rejects.toThrow()
  line.cutBefore(undefined)
  expect(await actorNow(single.db)).toBe('nobody')
  expect(await inTransaction(single.db, operator, actorNow)).toBe('operator')
})

test('a connection that broke while it rested is replaced before anybody notices', async () => {
  expect(await inTransaction(single.db, operator, actorNow)).toBe('operator')
  line.cut()
  line.mend()
  expect(await inTransaction(single.db, operator, actorNow)).toBe('operator')
})

test('an end of reading that never arrives: the answer stands, and another connection takes over', async () => {
  const acting = await enterTransaction(single.db, 'read', (db) => actAs(db, operator))
  line.cutBefore('commit')
  await acting.commit()
  const next = actorNow(single.db)
  line.cutBefore(undefined)
  expect(await next.catch(() => 'away')).toMatch(/nobody|away/)
  expect(await actorNow(single.db)).toBe('nobody')
})

test('a transaction is not opened inside another', async () => {
  await inTransaction(single.db, operator, async (db) => {
    await expect(openTransaction(db, 'read')).rejects.toThrow('from a pool')
  })
})
