// The main road, in process and without scripts: from the first answer to a referral that two witnesses end.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { linkIn, written } from '../support/mailbox.ts'
import { aNewcomer, anAgent, answerQuestions, offeredService, samira } from '../support/people.ts'
import { visitorOf } from '../support/visitor.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.end())

test('answers give a plan without a name', async () => {
  const visitor = visitorOf(world)
  await answerQuestions(visitor, 'fr', samira)
  expect(visitor.page.status).toBe(200)
  expect(visitor.page.html).toContain('step-asylum-lawyer')
  expect(visitor.page.html.match(/<article[^>]*id="step-/g)).toHaveLength(5)
})

test('the whole road, in Arabic for the newcomer', async () => {
  const newcomer = await aNewcomer(world)
  expect(newcomer.page.path).toBe('/ar/me?welcome=1')
  const agent = await anAgent(world)
  expect(agent.page.html).toContain('Samira')
  const file = /\/workspace\/files\/([0-9a-f-]{36})/.exec(agent.page.html)?.[1] ?? ''
  await agent.open(`/workspace/files/${file}`)
  await agent.send(`/workspace/files/${file}/meetings`, { 'held-day': '23', 'held-month': '11', 'held-year': '2026' })
  expect(agent.page.html).toContain('Rencontre tenue le')
  await agent.open(`/workspace/files/${file}/refer?need=home`)
  await agent.send(`/workspace/files/${file}/refer`, {
    service: await offeredService(world, agent.page.html, true),
    words: 'Un logement avant le 1er janvier',
  })
  const referral = agent.page.path
  expect(referral).toMatch(/\/referrals\//)
  await agent.send(`${referral}/send`)
  expect(agent.page.status).toBe(422)
  expect(agent.page.html).toContain('Sans accord de la personne')

  await agent.open(referral)
  await agent.send(`${referral}/consent`, { channel: 'screen' })
  const id = referral.split('/').at(-1) ?? ''
  await newcomer.open(`/ar/me/referrals/${id}`)
  const consent = /\/ar\/me\/consents\/[0-9a-f-]{36}/.exec(newcomer.page.html)?.[0] ?? ''
  await newcomer.send(consent, { answer: 'yes' })
  await agent.open(referral)
  await agent.send(`${referral}/send`)
  expect(agent.page.html).toContain('Demande envoyée')

  const organization = visitorOf(world)
  const door = await linkIn(world, 'referral-request')
  await organization.open(door)
  expect(organization.page.html).not.toContain('Samira')
  expect(organization.page.html).toContain('S.')
  await organization.send(door)
  expect(organization.page.html).toContain('Samira')
  expect(organization.page.html).not.toContain('asylum_claimant')
  await organization.send(`/workspace/referrals/${id}/accept`, {
    'date-day': '1',
    'date-month': '12',
    'date-year': '2026',
    time: '14:30',
  })
  expect(organization.page.html).toContain('Acceptée')

  const told = (await written(world)).findLast((message) => message.template === 'referral-accepted')
  expect(told).toMatchObject({ language: 'ar', to: 'samira@personne.example.org' })
  await organization.send(`/workspace/referrals/${id}/first-service`)
  expect(organization.page.html).toContain('L’aide a commencé')
  await newcomer.open('/ar/me')
  await newcomer.send(`/ar/me/referrals/${id}/confirm`)
  const row = await world.owner.selectFrom('referral').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  expect(row).toMatchObject({ status: 'completed', outcome: 'client-accepted', due_at: null })
  const states = await world.owner
    .selectFrom('referral_event')
    .select(['side', 'to_status'])
    .where('referral_id', '=', id)
    .orderBy('number')
    .execute()
  expect(states.flatMap((event) => event.to_status ?? [])).toEqual([
    'draft',
    'requested',
    'accepted',
    'in-progress',
    'completed',
  ])
  const seen = await world.owner
    .selectFrom('audit_entry')
    .select(['actor', 'action', 'outcome'])
    .where('file_id', '=', file)
    .execute()
  expect(seen).toContainEqual({ actor: 'agent', action: 'file.opened', outcome: 'granted' })
  expect(seen).toContainEqual({ actor: 'link', action: 'referral.read', outcome: 'granted' })
})

test('after a decline the organization reads nothing more, and its new door is shown to the agent', async () => {
  const newcomer = await aNewcomer(world, { email: 'lina@personne.example.org', firstName: 'Lina', language: 'fr' })
  const agent = await anAgent(world, { email: 'deux@ministere.example.org', name: 'Deux' })
  const file = /\/workspace\/files\/([0-9a-f-]{36})"><bdi>Lina/.exec(agent.page.html)?.[1] ?? ''
  await agent.open(`/workspace/files/${file}/refer?need=home`)
  await agent.send(`/workspace/files/${file}/refer`, {
    service: await offeredService(world, agent.page.html, true),
    words: 'Un secret',
  })
  const referral = agent.page.path
  const id = referral.split('/').at(-1) ?? ''
  await agent.send(`${referral}/consent`, { channel: 'oral', language: 'fr', 'said-yes': 'yes' })
  await agent.send(`${referral}/send`)
  const organization = visitorOf(world)
  const door = await linkIn(world, 'referral-request')
  await organization.open(door)
  await organization.send(door)
  expect(organization.page.html).toContain('Un secret')
  const next = /<option value="([0-9a-f-]{36})"/.exec(organization.page.html)?.[1] ?? ''
  await organization.send(`/workspace/referrals/${id}/decline`, { reason: 'capacity', next })
  expect(organization.page.status).toBe(200)
  expect(organization.page.html).not.toMatch(/Lina|Un secret|lina@/)
  const again = visitorOf(world)
  await again.open(door)
  expect(again.page.html).not.toContain('L.')
  const told = (await written(world)).filter((message) => message.to === 'lina@personne.example.org')
  expect(told.map((message) => message.template)).toContain('referral-declined')
  expect(JSON.stringify(told)).not.toContain('Hirondelles')
  await agent.open(referral)
  expect(agent.page.html).toContain('L’organisme propose plutôt')
  await newcomer.open('/fr/plan')
  expect(newcomer.page.html).toContain(world.services.words.in('fr')('referral.status.rejected'))
})
