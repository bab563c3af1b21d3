// A household across the desk: an agent of the region sees and changes each member's plan as the person's own, and nobody else does.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aNewcomer, anAgent } from '../support/people.ts'
import type { Visitor } from '../support/visitor.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
let newcomer: Visitor
let agent: Visitor
let file = ''
let child = ''
beforeAll(async () => {
  world = await openWorld()
  newcomer = await aNewcomer(world, { language: 'fr' })
  await newcomer.open('/fr/household')
  await newcomer.send('/fr/household', { name: 'Lina <3', relation: 'child' })
  child = /\/fr\/household\/([0-9a-f-]{36})/.exec(newcomer.page.path)?.[1] ?? ''
  agent = await anAgent(world)
  file = /\/workspace\/files\/([0-9a-f-]{36})"><bdi>Samira/.exec(agent.page.html)?.[1] ?? ''
})
afterAll(() => world.end())

const desk = () => `/workspace/files/${file}/household/${child}`
const audited = (action: string) =>
  world.owner
    .selectFrom('audit_entry')
    .select(['actor_label as by', 'outcome'])
    .where('file_id', '=', file)
    .where('action', '=', action)
    .execute()
const itemsOf = (step: string) =>
  world.owner
    .selectFrom('plan_item')
    .select(['member_id as memberId', 'draft', 'state'])
    .where('item_id', '=', step)
    .execute()

test('the file names each member, with the way to their plan and their answers', async () => {
  const { html } = await agent.open(`/workspace/files/${file}`)
  expect(html).toContain('<bdi>Lina &lt;3</bdi>')
  expect(html).toContain(`href="${desk()}/plan"`)
  expect(html).toContain(`href="${desk()}/assessment"`)
})

test('an agent fills a member’s own questions: theirs alone, in the agent’s name, and it is audited', async () => {
  const { html } = await agent.open(`${desk()}/assessment`)
  expect(html).toMatch(/<h1>Évaluation des besoins – <bdi>Lina &lt;3<\/bdi>/)
  expect(html).toContain(`${desk()}/assessment/status"`)
  expect(html).not.toContain('/assessment/place"') // said once for the household
  await agent.open(`${desk()}/assessment/status`)
  await agent.send(`${desk()}/assessment/status`, { action: 'answer', answer: 'student' })
  expect(agent.page.path.startsWith(`${desk()}/assessment/`)).toBe(true)
  const told = await world.owner
    .selectFrom('answer')
    .select(['member_id as memberId', 'given_by as by', 'given_label as label'])
    .where('question_id', '=', 'status')
    .orderBy('given_at')
    .execute()
  expect(told).toEqual([
    { memberId: null, by: 'person', label: null },
    { memberId: child, by: 'agent', label: 'Camille Tremblay' },
  ])
  expect(await audited('assessment.filled')).toEqual([{ by: 'Camille Tremblay', outcome: 'granted' }])
})

test('a member’s plan at the desk is theirs, without the ministry’s promise to the person', async () => {
  const { html } = await agent.open(`${desk()}/plan`)
  expect(html).toMatch(/<h1>Plan – <bdi>Lina &lt;3<\/bdi>/)
  expect(html).not.toContain('/steps/asylum-lawyer"')
  expect(html).not.toContain('C’est notre promesse')
  await agent.open(`/workspace/files/${file}/plan`)
  expect(agent.page.html).toContain('/steps/asylum-lawyer"')
  expect(agent.page.html).toContain('C’est notre promesse')
})

test('what is prepared for a member is shown with their own plan, not with the person’s', async () => {
  await agent.open(`${desk()}/plan`)
  await agent.send(`${desk()}/plan/steps`, { title: 'Visiter l’école Saint-Luc', draft: 'yes', step: '' })
  expect(agent.page.path).toBe(`${desk()}/plan`)
  expect(agent.page.html).toContain('Visiter l’école Saint-Luc')
  await agent.open(`/workspace/files/${file}/plan`)
  expect(agent.page.html).not.toContain('Saint-Luc')
  await agent.send(`/workspace/files/${file}/plan/steps`, { title: 'Appeler Mme Roy', draft: 'yes', step: '' })
  await agent.send(`/workspace/files/${file}/plan/show`)
  await newcomer.open('/fr/plan')
  expect(newcomer.page.html).toContain('Appeler Mme Roy')
  await newcomer.open(`/fr/household/${child}/plan`)
  expect(newcomer.page.html).not.toContain('Saint-Luc')
  await newcomer.open(`/fr/household/${child}/plan/changes`)
  expect(newcomer.page.html).not.toContain('Saint-Luc')
  await agent.open(`${desk()}/plan`)
  await agent.send(`${desk()}/plan/show`)
  await newcomer.open(`/fr/household/${child}/plan`)
  expect(newcomer.page.html).toContain('Visiter l’école Saint-Luc')
  await newcomer.open('/fr/plan')
  expect(newcomer.page.html).not.toContain('Saint-Luc')
})

test('an agent ticks a member’s step; the person reads who did, and their own step stands open', async () => {
  await agent.open(`${desk()}/plan`)
  await agent.send(`${desk()}/plan/steps`, { step: 'library' })
  await agent.send(`${desk()}/plan/steps/library`, { change: 'done' })
  expect(await itemsOf('library')).toEqual([{ memberId: child, draft: false, state: 'done' }])
  await newcomer.open(`/fr/household/${child}/plan`)
  expect(newcomer.page.html).toContain(`href="/fr/household/${child}/plan/changes"`)
  await newcomer.open(`/fr/household/${child}/plan/changes`)
  expect(newcomer.page.html).toContain('Camille Tremblay')
  await agent.open(`${desk()}/plan`)
  expect(agent.page.html).toMatch(/Journal : [3-9] changements/)
  const changed = await audited('plan.changed')
  expect(changed).toHaveLength(4)
  expect(changed.every(({ outcome }) => outcome === 'granted')).toBe(true)
  expect(await audited('plan.shown')).toHaveLength(2)
})

test('a member of another file, or no member at all, is not found, and the try is kept', async () => {
  const other = await aNewcomer(world, { language: 'fr', firstName: 'Mateo', email: 'mateo@personne.example.org' })
  await other.open('/fr/household')
  await other.send('/fr/household', { name: 'Ana', relation: 'spouse' })
  const ana = /\/fr\/household\/([0-9a-f-]{36})/.exec(other.page.path)?.[1] ?? ''
  const before = (await itemsOf('citizenship')).length
  for (const stranger of [ana, 'nobody']) {
    const door = `/workspace/files/${file}/household/${stranger}`
    for (const page of ['plan', 'assessment', 'assessment/status'])
      expect((await agent.open(`${door}/${page}`)).status).toBe(404)
    await agent.post(`${door}/plan/steps`, { step: 'citizenship' })
    expect(agent.page.status).toBeGreaterThanOrEqual(400)
    await agent.post(`${door}/plan/show`, {})
    expect(agent.page.status).toBeGreaterThanOrEqual(400)
  }
  expect((await itemsOf('citizenship')).length).toBe(before)
  const refused = (await audited('file.opened')).filter(({ outcome }) => outcome === 'refused')
  expect(refused.length).toBeGreaterThanOrEqual(6)
})

test('an agent of another region reaches none of it', async () => {
  const far = await anAgent(world, { email: 'noe@ministere.example.org', name: 'Noé', regions: ['02'] })
  for (const page of ['plan', 'assessment', 'assessment/status'])
    expect((await far.open(`${desk()}/${page}`)).status).toBe(404)
  await far.post(`${desk()}/plan/steps`, { step: 'citizenship' })
  expect(far.page.status).toBeGreaterThanOrEqual(400)
  expect(await itemsOf('citizenship')).toEqual([])
})
