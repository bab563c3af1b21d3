// The promise follows what the person tells, also after registration.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aNewcomer } from '../support/people.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.end())

const owed = async () =>
  (
    await world.owner
      .selectFrom('task')
      .select(['kind', 'region', 'due_at'])
      .where('done_at', 'is', null)
      .orderBy('due_at')
      .execute()
  ).map((task) => [task.kind, task.region, task.due_at.toISOString().slice(0, 10)])

test('someone abroad who gives an arrival date later is owed a first meeting from then on', async () => {
  const visitor = await aNewcomer(world, { language: 'fr', answers: { where: 'abroad', place: 'H2X' } })
  expect(await owed()).toEqual([['first-contact', '06', '2026-12-01']])
  await visitor.open('/fr/assessment/arrival_date')
  await visitor.send('/fr/assessment/arrival_date', {
    'answer-day': '14',
    'answer-month': '12',
    'answer-year': '2026',
    action: 'answer',
  })
  expect(await owed()).toEqual([
    ['first-contact', '06', '2026-12-01'],
    ['first-meeting', '06', '2026-12-22'],
  ])
  await visitor.open('/fr/me')
  expect(visitor.page.html).toContain('30 novembre 2026')
})

test('what is owed follows someone who moves', async () => {
  const visitor = await aNewcomer(world, {
    language: 'fr',
    email: 'b@personne.example.org',
    answers: { where: 'quebec', arrival_date: '2026-11-01', place: 'H2X' },
  })
  await visitor.open('/fr/assessment/place')
  await visitor.send('/fr/assessment/place', { answer: 'Gatineau', action: 'answer' })
  expect((await owed()).map(([, region]) => region)).toContain('07')
})
