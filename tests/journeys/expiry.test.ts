// Clocks that run out while nobody looks: what is due comes back to somebody.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeReferrals, watchReferrals } from '../../src/main/jobs.ts'
import { linkIn } from '../support/mailbox.ts'
import { aNewcomer, anAgent, offeredService } from '../support/people.ts'
import { visitorOf } from '../support/visitor.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.end())

const openReasons = async (referral: string) =>
  (
    await world.owner
      .selectFrom('task')
      .select('reason')
      .where('referral_id', '=', referral)
      .where('done_at', 'is', null)
      .execute()
  ).map((task) => task.reason)
const stateOf = (id: string) =>
  world.owner.selectFrom('referral').select(['status', 'status_reason']).where('id', '=', id).executeTakeFirstOrThrow()

async function aSentReferral(name: string): Promise<string> {
  await aNewcomer(world, { email: `${name}@personne.example.org`, firstName: name, language: 'fr' })
  const agent = await anAgent(world, { email: `${name}@ministere.example.org`, name: `Agente ${name}` })
  const file = new RegExp(`/workspace/files/([0-9a-f-]{36})"><bdi>${name}`).exec(agent.page.html)?.[1] ?? ''
  await agent.open(`/workspace/files/${file}/refer?need=home`)
  await agent.send(`/workspace/files/${file}/refer`, {
    service: await offeredService(world, agent.page.html, true),
    words: '',
  })
  const referral = agent.page.path
  await agent.send(`${referral}/consent`, { channel: 'oral', language: 'fr', 'said-yes': 'yes' })
  await agent.send(`${referral}/send`)
  return referral.split('/').at(-1) ?? ''
}

test('without an answer, a referral ends after the eighth working day and comes back to its sender', async () => {
  const id = await aSentReferral('Ines')
  world.setNow('2026-12-03T05:10:00Z') // the eighth working day after 23 November is 3 December in Québec: it is not over
  await closeReferrals(world.services)
  expect(await stateOf(id)).toMatchObject({ status: 'requested' })
  world.setNow('2026-12-04T05:10:00Z')
  await closeReferrals(world.services)
  expect(await stateOf(id)).toEqual({ status: 'cancelled', status_reason: 'no-answer' })
  expect(await openReasons(id)).toEqual(['referral-unanswered'])
})

test('an accepted referral that stays silent is looked at once each time its clock runs out', async () => {
  world.setNow('2026-12-07T15:00:00Z')
  const id = await aSentReferral('Omar')
  const organization = visitorOf(world)
  const door = await linkIn(world, 'referral-request')
  await organization.open(door)
  await organization.send(door)
  await organization.send(`/workspace/referrals/${id}/accept`, {})
  await watchReferrals(world.services)
  expect(await openReasons(id)).toEqual([])
  world.setNow('2026-12-15T05:10:00Z')
  await watchReferrals(world.services)
  await watchReferrals(world.services)
  expect(await openReasons(id)).toEqual(['referral-silent'])
  expect(await stateOf(id)).toMatchObject({ status: 'accepted' })
})
