// An organization edits the same plan, in its own name, as far as the person agreed and as long as the consent holds.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Visitor } from '../support/visitor.ts'
import { entered, openScene, sent, type Referred, type Scene } from '../walls/scene.ts'

let scene: Scene
let referred: Referred
let organization: Visitor
let page = ''
beforeAll(async () => {
  scene = await openScene()
  referred = await sent(scene, scene.agent06, scene.samira, scene.samiraFile)
  organization = await entered(scene, referred)
  page = `/workspace/referrals/${referred.id}`
})
afterAll(() => scene.world.end())

const items = () =>
  scene.world.owner.selectFrom('plan_item').select(['item_id', 'state', 'changed_by']).orderBy('item_id').execute()

test('the person was shown which steps are shared, and none that would tell their status', async () => {
  const { step_ids: shared } = await scene.world.owner
    .selectFrom('referral_content')
    .select('step_ids')
    .where('referral_id', '=', referred.id)
    .executeTakeFirstOrThrow()
  expect(shared).toContain('find-home')
  expect(shared.some((id) => id.startsWith('asylum-'))).toBe(false)
  await scene.samira.open(`/en/me/referrals/${referred.id}`)
})

test('it ticks a shared step and adds one; the person sees both, with its name, and may untick', async () => {
  await organization.open(page)
  await organization.send(`${page}/steps/find-home/done`)
  expect(organization.page.path).toBe(page)
  await organization.send(`${page}/steps`, { title: 'Visite du logement <i>mardi</i>' })
  expect(organization.page.html).toContain('Visite du logement &lt;i&gt;mardi&lt;/i&gt;')
  await scene.samira.open('/ar/plan')
  expect(scene.samira.page.html).toContain('Visite du logement')
  await scene.samira.open('/ar/plan/changes')
  const { name } = await scene.world.owner
    .selectFrom('referral')
    .innerJoin('organization', 'organization.id', 'referral.organization_id')
    .select('name')
    .where('referral.id', '=', referred.id)
    .executeTakeFirstOrThrow()
  expect(scene.samira.page.html).toContain(name)
  await scene.samira.open('/ar/plan')
  await scene.samira.send('/ar/plan/steps/find-home/undone')
  expect(await items()).toContainEqual({ item_id: 'find-home', state: 'open', changed_by: 'person' })
})

test('a step sent without words is refused on the same page, says what is missing, and adds nothing', async () => {
  await organization.open(page)
  const before = await items()
  await organization.send(`${page}/steps`, { title: '  ' })
  expect(organization.page.status).toBe(422)
  expect(organization.page.html).toMatch(/<a href="#title">Écrivez l’étape en quelques mots\.<\/a>/)
  expect(organization.page.html).toMatch(/id="title"[^>]*aria-invalid="true"/)
  expect(await items()).toEqual(before)
})

test('a step that the person puts away is put away for the organization too', async () => {
  await scene.samira.open('/ar/plan/steps/find-home')
  await scene.samira.send('/ar/plan/steps/find-home/problem', { problem: 'put', words: 'Trouvé' })
  await organization.open(page)
  expect(organization.page.html).not.toContain('steps/find-home/done')
  await organization.post(`${page}/steps/find-home/done`, {})
  expect(organization.page.status).toBe(404)
  await scene.samira.post('/ar/plan/steps/find-home/back', {})
})

test('a step that was not shared, and another’s plan, are out of its reach', async () => {
  await organization.open(page)
  const before = await items()
  await organization.post(`${page}/steps/asylum-lawyer/done`, {})
  expect(organization.page.status).toBe(404)
  const other = await sent(scene, scene.agent02, scene.mateo, scene.mateoFile, 1)
  await organization.post(`/workspace/referrals/${other.id}/steps/find-home/done`, {})
  expect(organization.page.status).toBeGreaterThanOrEqual(400)
  expect(await items()).toEqual(before)
})

test('with the consent taken back, the plan is closed to it at the very next request', async () => {
  await organization.open(page)
  await scene.samira.open(`/en/me/referrals/${referred.id}`)
  await scene.samira.send(`/en/me/referrals/${referred.id}/withdraw`)
  const before = await items()
  await organization.post(`${page}/steps/find-home/done`, {})
  expect(organization.page.status).toBeGreaterThanOrEqual(400)
  await organization.open(page)
  expect(organization.page.html).not.toContain('Visite du logement')
  expect(await items()).toEqual(before)
})
