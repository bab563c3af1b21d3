// What an editor asks before a fact changes: how many plans it touches.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { impactOf } from '../../src/main/reference-commands.ts'
import { aNewcomer, answerQuestions, samira } from '../support/people.ts'
import { visitorOf } from '../support/visitor.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
  await aNewcomer(world) // Samira, asylum claimant, registered
  await answerQuestions(visitorOf(world), 'fr', { ...samira, status: 'student', household: ['alone'] }) // nameless
})
afterAll(() => world.end())

const counted = async (kind: 'question' | 'need' | 'step' | 'program', id: string) => {
  const { seen, named, nameless } = await impactOf(world.services, { kind, id }, world.services.now())
  return { seen, named: named.length, nameless: nameless.length }
}

test('a plan is touched when it would differ without the fact', async () => {
  expect(await counted('step', 'asylum-boc')).toEqual({ seen: 2, named: 1, nameless: 0 })
  expect(await counted('need', 'asylum_path')).toEqual({ seen: 2, named: 1, nameless: 0 })
  expect(await counted('step', 'sin')).toEqual({ seen: 2, named: 1, nameless: 1 })
  expect(await counted('question', 'status')).toEqual({ seen: 2, named: 1, nameless: 1 })
  expect(await counted('program', 'pasi4')).toMatchObject({ seen: 2, named: 1 })
})

test('a fact that no answer brought touches nobody', async () => {
  expect(await counted('question', 'feel')).toEqual({ seen: 2, named: 0, nameless: 0 })
  expect(await counted('step', 'citizenship')).toEqual({ seen: 2, named: 0, nameless: 0 })
  expect(await counted('program', 'ircc_settlement')).toEqual({ seen: 2, named: 0, nameless: 0 })
})

test('a nameless file whose time is over is no open plan', async () => {
  const later = new Date(world.services.now().getTime() + 31 * 86_400_000)
  expect((await impactOf(world.services, { kind: 'step', id: 'sin' }, later)).seen).toBe(1)
})
