// One file, a plan a person: what is said once for the household holds for each, and nobody reaches another household.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answerQuestions, samira } from '../support/people.ts'
import { visitorOf, type Visitor } from '../support/visitor.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
let visitor: Visitor
let spouse = ''
beforeAll(async () => {
  world = await openWorld()
  visitor = visitorOf(world)
  await answerQuestions(visitor, 'fr', samira)
  await visitor.open('/fr/household')
  await visitor.send('/fr/household', { name: 'Karim <3', relation: 'spouse' })
  spouse = /\/fr\/household\/([0-9a-f-]{36})/.exec(visitor.page.path)?.[1] ?? ''
})
afterAll(() => world.end())

test('before anything is answered there is no plan yet, but an invitation to answer', async () => {
  const { html } = await visitor.open(`/fr/household/${spouse}/plan`)
  expect(html).toContain('Pas encore de plan pour cette personne')
  expect(html).toContain(`href="/fr/household/${spouse}/assessment"`)
  expect(html).not.toContain('/steps/')
})

test('their questions begin at the first, and each says whom it is about', async () => {
  await visitor.open(`/fr/household/${spouse}/assessment`)
  expect(visitor.page.path).toBe(`/fr/household/${spouse}/assessment/urgent_now`)
  expect(visitor.page.html).toMatch(/Question 1 sur \d+</)
  expect(visitor.page.html).toMatch(/<h1>Pour <bdi>Karim &lt;3<\/bdi> – /)
  expect(visitor.page.html).toContain('href="/fr/household"')
  await visitor.open(`/fr/household/${spouse}/assessment/subjects`)
  expect(visitor.page.html).toMatch(/<h1>Pour <bdi>Karim &lt;3<\/bdi> – /)
  await visitor.open('/fr/assessment/urgent_now')
  expect(visitor.page.html).not.toContain('Karim')
})

test('what is urgent for them leads to the numbers, and from there back to their own questions', async () => {
  await visitor.open(`/fr/household/${spouse}/assessment/urgent_now`)
  await visitor.send(`/fr/household/${spouse}/assessment/urgent_now`, { action: 'answer', answer: 'no_food' })
  expect(visitor.page.path).toBe('/fr/help')
  expect(visitor.page.html).not.toContain('Karim')
  expect(visitor.page.html).toContain(`href="/fr/household/${spouse}/assessment/prefer_language"`)
})

test('someone added answers their own questions, and not what the household said already', async () => {
  await visitor.open(`/fr/household/${spouse}/assessment/status`)
  await visitor.send(`/fr/household/${spouse}/assessment/status`, { action: 'answer', answer: 'pr_economic' })
  await visitor.open(`/fr/household/${spouse}/assessment`)
  const asked: string[] = []
  for (
    let guard = 0;
    guard < 30 && visitor.page.path.includes('/assessment/') && !visitor.page.path.endsWith('/subjects');
    guard++
  ) {
    const question = visitor.page.path.split('/').at(-1) ?? ''
    asked.push(question)
    await visitor.send(`/fr/household/${spouse}/assessment/${question}`, { action: 'skip' })
  }
  expect(asked[0]).toBe('prefer_language')
  expect(asked).toContain('age_band')
  expect(asked).not.toContain('place')
  expect(asked).not.toContain('housing_now')
})

test('each has a plan of their own, from their own status', async () => {
  await visitor.open(`/fr/household/${spouse}/plan`)
  expect(visitor.page.html).toContain('Karim &lt;3')
  expect(visitor.page.html).not.toContain('/steps/asylum-lawyer')
  await visitor.open('/fr/plan')
  expect(visitor.page.html).toContain('/steps/asylum-lawyer')
})

test('what one ticks is not ticked for the other', async () => {
  const step = `/fr/household/${spouse}/plan/steps/find-home`
  await visitor.open(step)
  await visitor.send(`${step}/done`)
  expect(visitor.page.path).toBe(`/fr/household/${spouse}/plan`)
  await visitor.open('/fr/plan/steps/find-home')
  expect(visitor.page.html).toContain('Une étape de votre plan')
})

test('another household’s member is not found, and nothing is written in their name', async () => {
  const stranger = visitorOf(world)
  await answerQuestions(stranger, 'fr', samira)
  for (const page of ['plan', 'assessment/status', 'plan/steps/find-home']) {
    await stranger.open(`/fr/household/${spouse}/${page}`)
    expect(stranger.page.status).toBe(404)
  }
  await stranger.post(`/fr/household/${spouse}/assessment/status`, { action: 'answer', answer: 'student' })
  expect(stranger.page.status).toBe(404)
  const answers = await world.owner.selectFrom('answer').select('member_id').where('member_id', '=', spouse).execute()
  const before = answers.length
  await stranger.post(`/fr/household/${spouse}/remove`, {})
  expect(stranger.page.status).toBe(404)
  expect(before).toBeGreaterThan(5)
})

test('someone without a name is refused; someone removed leaves nothing behind', async () => {
  await visitor.open('/fr/household')
  await visitor.send('/fr/household', { name: ' ', relation: 'child' })
  expect(visitor.page.status).toBe(422)
  await visitor.open(`/fr/household/${spouse}/plan`)
  await visitor.send(`/fr/household/${spouse}/remove`)
  for (const table of ['answer', 'plan_item', 'plan_change'] as const)
    expect(
      await world.owner.selectFrom(table).select('member_id').where('member_id', 'is not', null).execute(),
    ).toEqual([])
})
