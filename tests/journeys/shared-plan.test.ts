// One plan, changed by the person and by an agent: what each may do, and what the other sees of it.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aNewcomer, anAgent, answerQuestions, samira } from '../support/people.ts'
import { visitorOf, type Visitor } from '../support/visitor.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
let newcomer: Visitor
let agent: Visitor
let file = ''
beforeAll(async () => {
  world = await openWorld()
  newcomer = await aNewcomer(world, { language: 'fr' })
  agent = await anAgent(world)
  file = /\/workspace\/files\/([0-9a-f-]{36})"><bdi>Samira/.exec(agent.page.html)?.[1] ?? ''
})
afterAll(() => world.end())

const tasks = (reason: string) =>
  world.owner.selectFrom('task').select(['id', 'due_at', 'region']).where('reason', '=', reason).execute()

test('a step is ticked, twice from two tabs, and unticked; the log keeps each change once', async () => {
  await newcomer.open('/fr/plan')
  await newcomer.send('/fr/plan/steps/last-resort/done')
  expect(newcomer.page.path).toBe('/fr/plan')
  await newcomer.post('/fr/plan/steps/last-resort/done', {})
  expect(newcomer.page.status).toBe(200)
  await newcomer.open('/fr/plan/steps/last-resort')
  expect(newcomer.page.html).toContain('Ce n’est pas encore fait')
  await newcomer.open('/fr/plan')
  await newcomer.send('/fr/plan/steps/last-resort/undone')
  const changes = await world.owner.selectFrom('plan_change').select(['change', 'by_kind']).orderBy('number').execute()
  expect(changes).toEqual([
    { change: 'done', by_kind: 'person' },
    { change: 'undone', by_kind: 'person' },
  ])
})

test('a step is put away with a reason, and only with one; it can be brought back', async () => {
  const step = '/fr/plan/steps/find-home'
  await newcomer.open(step)
  await newcomer.send(`${step}/problem`, { problem: 'put', words: '  ' })
  expect(newcomer.page.status).toBe(422)
  expect(newcomer.page.html).toContain('Écrivez quelques mots')
  await newcomer.send(`${step}/problem`, { problem: 'put', words: 'J’ai trouvé <b>seule</b>' })
  expect(newcomer.page.path).toBe('/fr/plan')
  expect(newcomer.page.html).toContain('1 démarche mise de côté')
  await agent.open(`/workspace/files/${file}/plan`)
  expect(agent.page.html).toContain('J’ai trouvé &lt;b&gt;seule&lt;/b&gt;')
  await newcomer.send(`${step}/back`)
  expect(newcomer.page.html).not.toContain('mise de côté')
})

test('"I am stuck" is a task of the office, due in two working days, told to the person and ended by an agent', async () => {
  await newcomer.open('/fr/plan/steps/asylum-lawyer')
  await newcomer.send('/fr/plan/steps/asylum-lawyer/problem', { problem: 'stuck', words: '' })
  expect(newcomer.page.html).toContain('mercredi 25 novembre 2026')
  const [task] = await tasks('step-stuck')
  expect(task).toMatchObject({ region: '06' })
  expect(task?.due_at.toISOString()).toBe('2026-11-25T21:30:00.000Z')
  await agent.open(`/workspace/files/${file}`)
  await agent.send(`/workspace/tasks/${task?.id}/solved`)
  expect(agent.page.html).not.toContain('solved')
  const events = await world.owner.selectFrom('event').select(['kind', 'subject']).execute()
  expect(events).toContainEqual({ kind: 'plan.step-stuck', subject: 'asylum-lawyer' })
})

test('the date of one’s own letter is asked for, refused when it does not exist, and then shown', async () => {
  const step = '/fr/plan/steps/asylum-boc'
  await newcomer.open(step)
  expect(newcomer.page.html).not.toMatch(/Au plus tard le/)
  await newcomer.send(`${step}/day`, { 'letter-day': '31', 'letter-month': '2', 'letter-year': '2027' })
  expect(newcomer.page.status).toBe(422)
  expect(newcomer.page.html).toContain('value="31"')
  await newcomer.send(`${step}/day`, { 'letter-day': '4', 'letter-month': '12', 'letter-year': '2026' })
  expect(newcomer.page.html).toContain('La date fixée par votre lettre : vendredi 4 décembre 2026.')
  await newcomer.open('/fr/plan')
  expect(newcomer.page.html).toContain('vendredi 4 décembre 2026')
})

test('an agent adds a step unseen, then shows it; the person ticks it, and the log says who did what', async () => {
  await agent.open(`/workspace/files/${file}/plan`)
  await agent.send(`/workspace/files/${file}/plan/steps`, {
    title: 'Appeler l’école Saint-Luc',
    draft: 'yes',
    step: '',
  })
  await newcomer.open('/fr/plan')
  expect(newcomer.page.html).not.toContain('Saint-Luc')
  await agent.send(`/workspace/files/${file}/plan/show`)
  await newcomer.open('/fr/plan')
  expect(newcomer.page.html).toContain('Appeler l’école Saint-Luc')
  const own = /\/fr\/plan\/steps\/([0-9a-f-]{36})\/done/.exec(newcomer.page.html)?.[1] ?? ''
  await newcomer.send(`/fr/plan/steps/${own}/done`)
  await agent.open(`/workspace/files/${file}/plan`)
  expect(agent.page.html).toMatch(/Fait[\s]:\s*<bdi>Appeler l’école Saint-Luc<\/bdi>/)
})

test('a step prepared unseen that the person takes up is theirs from then on, and both changes are told', async () => {
  await agent.open(`/workspace/files/${file}/plan`)
  await agent.send(`/workspace/files/${file}/plan/steps`, { step: 'library', draft: 'yes' })
  await agent.send(`/workspace/files/${file}/plan/steps/library`, { change: 'responsible', responsible: 'agent' })
  const changes = () =>
    world.owner.selectFrom('plan_change').select(['change', 'draft']).where('item_id', '=', 'library').orderBy('number')
  expect(await changes().execute()).toEqual([
    { change: 'added', draft: true },
    { change: 'responsible', draft: true },
  ])
  await newcomer.open('/fr/plan')
  await newcomer.post('/fr/plan/steps/library/done', {})
  const [item] = await world.owner
    .selectFrom('plan_item')
    .select(['state', 'draft'])
    .where('item_id', '=', 'library')
    .execute()
  expect(item).toEqual({ state: 'done', draft: false })
  expect((await changes().execute()).map(({ draft }) => draft)).toEqual([false, false, false])
})

test('nobody adds a step of the compartment for somebody else', async () => {
  await agent.open(`/workspace/files/${file}/plan`)
  expect(agent.page.html).not.toContain('value="violence-help"')
  await agent.send(`/workspace/files/${file}/plan/steps`, { step: 'violence-help' })
  expect(agent.page.status).toBe(422)
})

test('an agent adds a step of the library and says who does it', async () => {
  await agent.open(`/workspace/files/${file}/plan`)
  await agent.send(`/workspace/files/${file}/plan/steps`, { step: 'citizenship' })
  await agent.send(`/workspace/files/${file}/plan/steps/citizenship`, { change: 'responsible', responsible: 'agent' })
  await newcomer.open('/fr/plan/steps/citizenship')
  expect(newcomer.page.status).toBe(200)
})

test('a step that was changed meanwhile is not overwritten', async () => {
  const { moveStep } = await import('#features/plan/index.ts')
  const { inTransaction } = await import('#platform/db/actor.ts')
  const { services } = world
  const person = await world.owner
    .selectFrom('file')
    .select('person_id')
    .where('id', '=', file)
    .executeTakeFirstOrThrow()
  const actor = { kind: 'newcomer' as const, personId: person.person_id ?? '', fileId: file }
  const at = services.now()
  const both = await Promise.all(
    (['done', 'put'] as const).map((kind) =>
      inTransaction(services.pool, actor, (db) =>
        moveStep(
          { services, db, fileId: file, editor: { kind: 'person', label: null }, at },
          'asylum-hearing',
          kind === 'put' ? { kind, reason: 'x' } : { kind },
        ),
      ),
    ),
  )
  expect(both.filter((each) => each.ok)).toHaveLength(1)
})

test('who pays: four answers kept apart, the rule and what was read named, never a final word', async () => {
  await newcomer.open('/fr/plan/needs/learn_french')
  expect(newcomer.page.html).toContain('Puis-je l’utiliser ?')
  const { html } = newcomer.page
  expect(html).toMatch(
    /Règle\u00a0: <span lang="fr" dir="ltr">Cours de français à temps partiel[^<]*<\/span>\. Renseign/,
  )
  for (const { id } of world.services.reference.programs.filter((each) => each.id.includes('_')))
    expect(html).not.toContain(id)
  const cards = html.split('<h3').filter((card) => card.includes('Droit, devoir ou conseil'))
  for (const card of cards) expect(card.includes('Y a-t-il une place')).toBe(card.includes('Un service'))
  expect(cards.some((card) => card.includes('Un droit'))).toBe(true)
  expect(newcomer.page.html).toContain('Il ne décide rien')
  await newcomer.open('/fr/plan/needs/refugee_trauma')
  expect(newcomer.page.status).toBe(404)
})

test('the person adds a step of their own, reads who changed what and why, and never what is only prepared', async () => {
  await agent.open(`/workspace/files/${file}/plan`)
  await agent.send(`/workspace/files/${file}/plan/steps`, { title: 'Encore secret', draft: 'yes', step: '' })
  await newcomer.open('/fr/plan/changes')
  await newcomer.send('/fr/plan/changes', { title: '  ' })
  expect(newcomer.page.status).toBe(422)
  await newcomer.send('/fr/plan/changes', {
    title: 'Appeler ma tante',
    'by-day': '3',
    'by-month': '12',
    'by-year': '2026',
  })
  expect(newcomer.page.html).toContain('Appeler ma tante')
  expect(newcomer.page.html).toContain('3 décembre 2026')
  await newcomer.open('/fr/plan/changes')
  expect(newcomer.page.html).toContain('Camille Tremblay')
  expect(newcomer.page.html).toContain('Aide demandée')
  expect(newcomer.page.html).not.toContain('Encore secret')
  expect(newcomer.page.html).not.toContain('bank-account')
})

test('a need that nothing funded answers is the office’s, told on its page and counted at registration', async () => {
  const events = await world.owner
    .selectFrom('event')
    .select('subject')
    .where('kind', '=', 'need.without-programme')
    .execute()
  const needs = events.map(({ subject }) => subject)
  expect(needs.length).toBeGreaterThan(0)
  expect(needs).not.toContain('refugee_trauma')
  await newcomer.open(`/fr/plan/needs/${needs[0]}`)
  expect(newcomer.page.html).toContain('Notre bureau en est responsable')
  await newcomer.open('/fr/plan/needs/learn_french')
  expect(newcomer.page.html).not.toContain('Notre bureau en est responsable')
})

test('a nameless person who is stuck is led to the numbers, and makes no task', async () => {
  const before = (await tasks('step-stuck')).length
  const nameless = visitorOf(world)
  await answerQuestions(nameless, 'fr', samira)
  await nameless.open('/fr/plan/steps/asylum-lawyer')
  await nameless.send('/fr/plan/steps/asylum-lawyer/problem', { problem: 'stuck', words: 'help' })
  expect(nameless.page.path).toContain('/fr/help')
  expect(await tasks('step-stuck')).toHaveLength(before)
})

test('nobody changes another’s plan: an agent of another region, another newcomer', async () => {
  const other = await anAgent(world, { email: 'noe@ministere.example.org', name: 'Noé', regions: ['02'] })
  await other.open(`/workspace/files/${file}/plan`)
  expect(other.page.status).toBe(404)
  await other.post(`/workspace/files/${file}/plan/steps`, { title: 'x' })
  expect(other.page.status).toBeGreaterThanOrEqual(400)
})
