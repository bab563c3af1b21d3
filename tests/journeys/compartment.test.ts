// The protected needs leave nothing where another's eyes or a count may meet them.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addOwnStep, askHelp } from '#features/plan/index.ts'
import { inTransaction } from '#platform/db/actor.ts'
import { aNewcomer } from '../support/people.ts'
import type { Visitor } from '../support/visitor.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
let newcomer: Visitor
let actor: { kind: 'newcomer'; personId: string; fileId: string }
const editor = { kind: 'person' as const, label: null }
beforeAll(async () => {
  world = await openWorld()
  newcomer = await aNewcomer(world, { language: 'fr' })
  const file = await world.owner.selectFrom('file').select(['id', 'person_id']).executeTakeFirstOrThrow()
  actor = { kind: 'newcomer', personId: file.person_id ?? '', fileId: file.id }
})
afterAll(() => world.end())

test('a step written under a protected need is on the person’s screen, and on no paper', async () => {
  const { services } = world
  const step = { title: 'Parler à Nour', responsible: 'me' as const, day: '2026-12-04' }
  for (const isProtected of [true, false])
    await inTransaction(services.pool, actor, (db) =>
      addOwnStep({ services, db, fileId: actor.fileId, editor, at: services.now(), isProtected }, step),
    )
  const times = (html: string) => html.split('Parler à Nour').length - 1
  const { html: screen } = await newcomer.open('/fr/plan')
  const { html: paper } = await newcomer.open('/fr/plan/print')
  expect([times(screen) > times(paper), times(paper)]).toEqual([true, 1])
})

test('"I am stuck" on a step of the compartment is a task, and counted nowhere', async () => {
  const { services } = world
  const before = await world.owner.selectFrom('event').select('subject').execute()
  const asked = await inTransaction(services.pool, actor, (db) =>
    askHelp({ services, db, fileId: actor.fileId, editor, at: services.now() }, 'violence-help', {
      kind: 'stuck',
      words: '',
    }),
  )
  expect(asked.ok).toBe(true)
  expect(await world.owner.selectFrom('event').select('subject').execute()).toHaveLength(before.length)
})
