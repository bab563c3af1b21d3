// The protected needs leave nothing where another's eyes or a count may meet them.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addOwnStep, askHelp } from '#features/plan/index.ts'
import { inTransaction } from '#platform/db/actor.ts'
import { drafted, openScene, type Scene } from '../walls/scene.ts'

let scene: Scene
let actor: { kind: 'newcomer'; personId: string; fileId: string }
const editor = { kind: 'person' as const, label: null }
beforeAll(async () => {
  scene = await openScene()
  const { person_id: personId } = await scene.world.owner
    .selectFrom('file')
    .select('person_id')
    .where('id', '=', scene.samiraFile)
    .executeTakeFirstOrThrow()
  actor = { kind: 'newcomer', personId: personId ?? '', fileId: scene.samiraFile }
})
afterAll(() => scene.world.end())

test('a step written under a protected need is on the person’s screen, and on no paper', async () => {
  const { services } = scene.world
  const step = { title: 'Parler à Nour', responsible: 'me' as const, day: '2026-12-04' }
  for (const isProtected of [true, false])
    await inTransaction(services.pool, actor, (db) =>
      addOwnStep({ services, db, fileId: actor.fileId, editor, at: services.now(), isProtected }, step),
    )
  const times = (html: string) => html.split('Parler à Nour').length - 1
  const { html: screen } = await scene.samira.open('/fr/plan')
  const { html: paper } = await scene.samira.open('/fr/plan/print')
  expect([times(screen) > times(paper), times(paper)]).toEqual([true, 1])
})

test('"I am stuck" on a step of the compartment is a task, and counted nowhere', async () => {
  const { services, owner } = scene.world
  const before = await owner.selectFrom('event').select('subject').execute()
  const asked = await inTransaction(services.pool, actor, (db) =>
    askHelp({ services, db, fileId: actor.fileId, editor, at: services.now() }, 'violence-help', {
      kind: 'stuck',
      words: '',
    }),
  )
  expect(asked.ok).toBe(true)
  expect(await owner.selectFrom('event').select('subject').execute()).toHaveLength(before.length)
})

test('a referral tells of a finished step that nearly everyone has, and never of one of the compartment', async () => {
  const { owner, services } = scene.world
  const finished = ['psychosocial', 'library'].map((item_id) => ({
    ...{ file_id: actor.fileId, item_id, state: 'done' as const, responsible: 'me' as const },
    ...{ changed_at: services.now(), changed_by: 'person' as const },
  }))
  await owner.insertInto('plan_item').values(finished).execute()
  const { steps: words } = services.reference.words('fr')
  const page = await scene.agent06.open(await drafted(scene, scene.agent06, scene.samiraFile))
  expect(page.html).toContain(words['library']?.title)
  expect(page.html).not.toContain(words['psychosocial']?.title)
})
