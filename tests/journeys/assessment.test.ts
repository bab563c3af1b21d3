// The questions beyond the first: open answers, what is known already, subjects, another device, an agent beside the person.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aNewcomer, anAgent, answerQuestions, samira } from '../support/people.ts'
import { visitorOf, type Visitor } from '../support/visitor.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.end())

const stored = (question: string) =>
  world.owner
    .selectFrom('answer')
    .select(['value_sealed', 'given_by', 'confirmed_at'])
    .where('question_id', '=', question)
    .execute()

async function aDraft(): Promise<Visitor> {
  const visitor = visitorOf(world)
  await answerQuestions(visitor, 'fr', samira)
  return visitor
}

test('after the first questions, only the subjects that have something to ask, with how far each is', async () => {
  const visitor = await aDraft()
  await visitor.open('/fr/assessment/subjects')
  expect(visitor.page.html).toContain('/fr/assessment/subjects/francization')
  expect(visitor.page.html).toContain('Pas commencé')
  await visitor.open('/fr/assessment/subjects/francization')
  await visitor.open('/fr/assessment/fr_read')
  await visitor.send('/fr/assessment/fr_read', { action: 'answer', answer: 'no' })
  await visitor.open('/fr/assessment/subjects')
  expect(visitor.page.html).toContain('À compléter')
})

test('an answer is filled in and only "still true?" is asked; saying so keeps it with its new date', async () => {
  const visitor = await aDraft()
  await visitor.open('/fr/assessment/status')
  expect(visitor.page.html).toContain('Vous nous l’avez dit le 23 novembre 2026')
  expect(visitor.page.html).toMatch(/value="asylum_claimant" checked/)
  await visitor.send('/fr/assessment/status', { action: 'confirm' })
  expect((await stored('status')).some((each) => each.confirmed_at !== null)).toBe(true)
})

test('"I prefer to talk about it" is an answer: the plan goes on, and an agent sees it', async () => {
  const newcomer = await aNewcomer(world, { language: 'fr', email: 'talk@personne.example.org', firstName: 'Talk' })
  await newcomer.open('/fr/assessment/income_enough')
  await newcomer.send('/fr/assessment/income_enough', { action: 'talk' })
  expect(newcomer.page.status).toBe(200)
  expect(newcomer.page.html).toContain('Vous pouvez en parler avec une personne de notre bureau : 1 800 555-0123.')
  const agent = await anAgent(world)
  const file = /\/workspace\/files\/([0-9a-f-]{36})"><bdi>Talk/.exec(agent.page.html)?.[1] ?? ''
  await agent.open(`/workspace/files/${file}/assessment`)
  expect(agent.page.html).toContain('Je préfère en parler')
})

test('what is to be talked about is acknowledged on the next page only, for some minutes, and only by a sign of ours', async () => {
  const visitor = await aDraft()
  const cookies = [...visitor.cookies.keys()]
  await visitor.open('/fr/assessment/status')
  await visitor.send('/fr/assessment/status', { action: 'talk' })
  const { path, html } = visitor.page
  expect(html).toContain('C’est noté')
  expect(path).not.toContain('status')
  expect([...visitor.cookies.keys()]).toEqual(cookies)
  const records = await world.owner.selectFrom('idempotency_record').select('location').execute()
  expect(records.filter(({ location }) => location?.includes('noted'))).toEqual([])
  await visitor.open(path.replace(/\.[^.]*$/, '.forged'))
  expect(visitor.page.html).not.toContain('C’est noté')
  await visitor.open('/fr/assessment/status')
  await visitor.send('/fr/assessment/status', { action: 'skip' })
  expect(visitor.page.html).not.toContain('C’est noté')
  world.setNow('2026-11-23T15:30:00Z')
  await visitor.open(path)
  expect(visitor.page.html).not.toContain('C’est noté')
})

test('an agent fills an answer with the person; what was known and is asked again is counted, a correction by its giver is not', async () => {
  const newcomer = await aNewcomer(world, { language: 'fr', email: 'fill@personne.example.org', firstName: 'Fill' })
  const agent = await anAgent(world, { email: 'lea@ministere.example.org', name: 'Léa Roy' })
  const file = /\/workspace\/files\/([0-9a-f-]{36})"><bdi>Fill/.exec(agent.page.html)?.[1] ?? ''
  const page = `/workspace/files/${file}/assessment/fr_oral`
  await agent.open(page)
  expect(agent.page.html).toContain('La personne')
  await agent.send(page, { action: 'answer', answer: '3_4' })
  await newcomer.open('/fr/assessment/fr_oral')
  expect(newcomer.page.html).toContain('Notre bureau l’a noté avec vous')
  await newcomer.open('/fr/assessment/where')
  await newcomer.send('/fr/assessment/where', { action: 'answer', answer: 'airport' })
  const twice = await world.owner
    .selectFrom('event')
    .select(['body', 'subject'])
    .where('kind', '=', 'assessment.asked-twice')
    .execute()
  expect(twice).toEqual([{ body: 'agent', subject: 'fr_oral' }])
})

test('"still true" keeps who said so: the answer stays the person\'s, the word the agent\'s, until the person says it again', async () => {
  const newcomer = await aNewcomer(world, { language: 'fr', email: 'still@personne.example.org', firstName: 'Still' })
  const agent = await anAgent(world, { email: 'ana@ministere.example.org', name: 'Ana Roy' })
  const file = /\/workspace\/files\/([0-9a-f-]{36})"><bdi>Still/.exec(agent.page.html)?.[1] ?? ''
  const said = () =>
    world.owner
      .selectFrom('answer')
      .select(['given_by', 'confirmed_by', 'confirmed_label'])
      .where('file_id', '=', file)
      .where('question_id', '=', 'where')
      .execute()
  await agent.open(`/workspace/files/${file}/assessment/where`)
  await agent.send(`/workspace/files/${file}/assessment/where`, { action: 'confirm' })
  expect(await said()).toEqual([{ given_by: 'person', confirmed_by: 'agent', confirmed_label: 'Ana Roy' }])
  await newcomer.open('/fr/assessment/where')
  expect(newcomer.page.html).toContain('Notre bureau l’a noté avec vous')
  await newcomer.send('/fr/assessment/where', { action: 'confirm' })
  expect(await said()).toEqual([{ given_by: 'person', confirmed_by: 'person', confirmed_label: null }])
})

test('an agent is never shown the question of which nothing is kept', async () => {
  const agent = await anAgent(world, { email: 'max@ministere.example.org', name: 'Max' })
  const file = /\/workspace\/files\/([0-9a-f-]{36})"/.exec(agent.page.html)?.[1] ?? ''
  await agent.open(`/workspace/files/${file}/assessment/feel`)
  expect(agent.page.status).toBe(404)
  await agent.open(`/workspace/files/${file}/assessment/urgent_now`)
  expect(agent.page.html).not.toContain('value="danger"')
})

test.each([
  ['feel', 'very_bad', '/help'],
  ['feel', 'good', '/assessment'],
  ['health_need', 'mental', '/help'],
  ['work_conditions', 'threats', '/help'],
])('%s: %s is kept nowhere', async (question, answer, leadsTo) => {
  const visitor = await aDraft()
  await visitor.open(`/fr/assessment/${question}`)
  await visitor.send(`/fr/assessment/${question}`, { action: 'answer', answer })
  expect(visitor.page.path).toContain(leadsTo)
  expect((await stored(question)).every((each) => each.value_sealed === null)).toBe(true)
  const records = await world.owner.selectFrom('idempotency_record').select('location').execute()
  expect(records.filter(({ location }) => location?.endsWith('/help'))).toEqual([])
})

test.each([
  ['health_need', ['chronic', 'mental'], '/help'],
  ['health_need', ['chronic'], '/assessment'],
  ['work_conditions', ['unpaid', 'threats'], '/help'],
])('%s: of %j the kept part stays, and no record tells which page came next', async (question, answer, leadsTo) => {
  const visitor = await aDraft()
  const records = () => world.owner.selectFrom('idempotency_record').select('location').execute()
  const before = (await records()).length
  await visitor.open(`/fr/assessment/${question}`)
  await visitor.send(`/fr/assessment/${question}`, { action: 'answer', answer })
  expect(visitor.page.path).toContain(leadsTo)
  expect((await stored(question)).some((each) => each.value_sealed !== null)).toBe(true)
  expect(await records()).toHaveLength(before)
})

test('a code brings the answers to another device, once, without those about urgent needs', async () => {
  const visitor = visitorOf(world)
  await answerQuestions(visitor, 'fr', { ...samira, urgent_now: ['no_roof'] })
  await visitor.open('/fr/pause')
  await visitor.send('/fr/pause')
  const code = /([0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{3})/.exec(visitor.page.html)?.[1] ?? ''
  const other = visitorOf(world)
  await other.open('/fr/resume')
  await other.open(/href="([^"]*)">J’ai un code/.exec(other.page.html)?.[1] ?? '')
  await other.send('/fr/resume/code', { code: code.toLowerCase().replaceAll('-', ' ') })
  expect(other.page.path).toBe('/fr/plan')
  await other.open('/fr/assessment/status')
  expect(other.page.html).toMatch(/value="asylum_claimant" checked/)
  await other.open('/fr/assessment/urgent_now')
  expect(other.page.html).not.toMatch(/value="no_roof" checked/)
  const third = visitorOf(world)
  await third.open('/fr/resume/code')
  await third.send('/fr/resume/code', { code })
  expect(third.page.status).toBe(422)
})

test('a code leads on to the first question not yet answered', async () => {
  const visitor = visitorOf(world)
  await visitor.open('/fr/assessment/urgent_now')
  await visitor.send('/fr/assessment/urgent_now', { action: 'answer', answer: 'none' })
  await visitor.send('/fr/assessment/prefer_language', { action: 'answer', answer: 'fr' })
  const next = visitor.page.path
  await visitor.open('/fr/pause')
  await visitor.send('/fr/pause')
  const code = /([0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{3})/.exec(visitor.page.html)?.[1] ?? ''
  const other = visitorOf(world)
  await other.open('/fr/resume/code')
  await other.send('/fr/resume/code', { code })
  expect(next).toMatch(/assessment\/(?!urgent_now|prefer_language)/)
  expect(other.page.path).toBe(next)
})

test('a code asked for twice by one press is one code, shown twice', async () => {
  const visitor = await aDraft()
  await visitor.open('/fr/pause')
  const fields = Object.fromEntries(
    [...visitor.page.html.matchAll(/name="(_token|_key)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [
      name,
      value,
    ]),
  )
  const codeOf = (html: string) => /([0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{3})/.exec(html)?.[1]
  const first = codeOf((await visitor.post('/fr/pause', fields)).html)
  expect(first).toBeDefined()
  expect(codeOf((await visitor.post('/fr/pause', fields)).html)).toBe(first)
})

test('guessed codes, old codes and codes of others get the same words, and are slowed', async () => {
  const visitor = await aDraft()
  await visitor.open('/fr/pause')
  await visitor.send('/fr/pause')
  const code = /([0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{3})/.exec(visitor.page.html)?.[1] ?? ''
  world.setNow('2026-12-01T15:00:00Z')
  const guesser = visitorOf(world)
  await guesser.open('/fr/resume/code')
  await guesser.send('/fr/resume/code', { code })
  const expired = guesser.page.html.replace(code, '').replace(/value="[^"]*"/g, '')
  await guesser.send('/fr/resume/code', { code: '0000-0000-000' })
  expect(guesser.page.html.replace('0000-0000-000', '').replace(/value="[^"]*"/g, '')).toBe(expired)
  for (let guess = 0; guess < 25; guess++) {
    await guesser.open('/fr/resume/code')
    if (guesser.page.status === 200) await guesser.post('/fr/resume/code', { code: `AAAA-AAAA-${100 + guess}` })
  }
  expect(guesser.page.status).toBe(429)
})

test('a language for urgent pages leads to the French page where it has none, and keeps its own where it has one', async () => {
  const visitor = visitorOf(world)
  await visitor.open('/ht/help')
  expect(visitor.page.html).toContain('<html lang="ht"')
  expect(visitor.page.html).toContain('Kreyòl ayisyen')
  await visitor.open('/ht/privacy')
  expect(visitor.page.path).toBe('/fr/privacy')
  await visitor.open('/ht/')
  expect(visitor.page.path).toBe('/ht/assessment')
  await visitor.open('/ht/assessment/urgent_now')
  expect(visitor.page.html).toContain('<html lang="ht"')
})
