// What is promised to be deleted is deleted, and nothing else.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { endWhatExpired } from '../../src/main/jobs.ts'
import { aNewcomer, answerQuestions, samira } from '../support/people.ts'
import { visitorOf } from '../support/visitor.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.end())

const count = async (table: 'file' | 'answer' | 'session' | 'idempotency_record' | 'attempt' | 'person') =>
  Number(
    (
      await world.owner
        .selectFrom(table)
        .select((each) => each.fn.countAll<string>().as('count'))
        .executeTakeFirstOrThrow()
    ).count,
  )

test('a nameless file lives thirty days, a person’s file goes on', async () => {
  const nameless = visitorOf(world)
  await answerQuestions(nameless, 'fr', samira)
  await nameless.send('/fr/registration', { first_name: 'X', email: 'jamais@personne.example.org' })
  await aNewcomer(world)
  await endWhatExpired(world.services)
  expect(await count('file')).toBe(2)

  world.setNow('2026-12-24T15:00:00Z')
  await endWhatExpired(world.services)
  expect(await count('file')).toBe(1)
  expect(await count('person')).toBe(1)
  const left = await world.owner
    .selectFrom('answer')
    .innerJoin('file', 'file.id', 'answer.file_id')
    .select('file.person_id')
    .execute()
  expect(left.length).toBe(await count('answer'))
  expect(left.every((row) => row.person_id !== null)).toBe(true)
  expect(await count('idempotency_record')).toBe(0)
  expect(await count('attempt')).toBe(0)
  await nameless.open('/fr/plan')
  expect(nameless.page.html).toContain(world.services.words.in('fr')('plan.none.title'))
})
