// Two minutes at set days: one mail, one button, three short pages; what is told moves the plan and is counted.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { remindSome } from '../../src/main/jobs.ts'
import { linkIn, written } from '../support/mailbox.ts'
import { aNewcomer } from '../support/people.ts'
import { visitorOf } from '../support/visitor.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.end())

const sent = async (template: string) => (await written(world)).filter((each) => each.template === template)
const thePlan = () =>
  world.owner.selectFrom('plan_item').select(['item_id', 'state']).where('own', '=', false).orderBy('item_id').execute()

test('a week after registration one mail leads to what is told of each step', async () => {
  await aNewcomer(world, { language: 'fr' })
  await remindSome(world.services, undefined)
  expect(await sent('check-in')).toEqual([])
  world.setNow('2026-11-30T14:30:00Z')
  await remindSome(world.services, undefined)
  await remindSome(world.services, undefined)
  expect(await sent('check-in')).toMatchObject([{ language: 'fr', to: 'samira@personne.example.org' }])

  const phone = visitorOf(world)
  const link = await linkIn(world, 'check-in')
  await phone.open(link)
  expect(phone.page.html).toContain('Deux minutes')
  expect(phone.page.html).not.toMatch(/Samira|avocat/)
  expect(phone.cookies.has('aq-person')).toBe(false)
  await phone.send(link)
  expect(phone.page.path).toBe('/fr/check-in/7')
  const asked = [...phone.page.html.matchAll(/name="step-([a-z-]+)" value="done"/g)].map((found) => found[1])
  expect(asked.length).toBeGreaterThan(2)
  expect(asked).not.toContain('trauma-care')
  await phone.send('/fr/check-in/7', {
    [`step-${asked[0]}`]: 'done',
    [`step-${asked[1]}`]: 'stuck',
    [`step-${asked[2]}`]: 'put',
  })
  expect(phone.page.path).toBe('/fr/check-in/7/goals')
  expect(phone.page.html).toMatch(/value="housing" checked/)
  await phone.send('/fr/check-in/7/goals', { answer: ['health'] })
  expect(phone.page.path).toBe('/fr/check-in/7/thanks')

  expect(await thePlan()).toEqual(
    [
      { item_id: asked[0], state: 'done' },
      { item_id: asked[2], state: 'put' },
    ].sort((one, other) => ((one.item_id ?? '') < (other.item_id ?? '') ? -1 : 1)),
  )
  const events = await world.owner.selectFrom('event').select(['kind', 'subject']).orderBy('id').execute()
  expect(events).toContainEqual({ kind: 'check-in.answered', subject: '7' })
  expect(events).toContainEqual({ kind: 'check-in.step-done', subject: asked[0] })
  expect(events).toContainEqual({ kind: 'check-in.step-stuck', subject: asked[1] })
  const tasks = await world.owner.selectFrom('task').select('reason').where('kind', '=', 'plan').execute()
  expect(tasks).toEqual([{ reason: 'step-stuck' }])
  await phone.open('/fr/check-in/8')
  expect(phone.page.status).toBe(404)
  await visitorOf(world).open(link)
})

test('the button opens once; a wrong token opens nothing', async () => {
  const again = visitorOf(world)
  expect((await again.open(await linkIn(world, 'check-in'))).status).toBe(410)
  expect((await again.open('/c/dG9rZW4tdGhhdC1uby1vbmUtaGFz')).status).toBe(404)
})

test('thirty days, then ninety: each once, until one button stops them', async () => {
  world.setNow('2026-12-23T14:30:00Z')
  await remindSome(world.services, undefined)
  expect(await sent('check-in')).toHaveLength(2)
  const reader = visitorOf(world)
  const stop = await linkIn(world, 'check-in', 'otherLink')
  await reader.open(stop)
  await reader.send(stop)
  expect(reader.page.html).toContain('Les rappels sont arrêtés')
  expect(reader.cookies.has('aq-person')).toBe(false)
  world.setNow('2027-02-21T14:30:00Z')
  await remindSome(world.services, undefined)
  expect(await sent('check-in')).toHaveLength(2)
  const visitor = visitorOf(world)
  await visitor.open('/fr/resume')
  await visitor.send('/fr/resume', { email: 'samira@personne.example.org' })
  const link = await linkIn(world, 'sign-in')
  await visitor.open(link)
  await visitor.send(link)
  await visitor.open('/fr/plan')
  await visitor.send('/fr/plan/reminders')
  expect(visitor.page.html).not.toContain('/fr/plan/reminders')
  await remindSome(world.services, undefined)
  expect(await sent('check-in')).toHaveLength(3)
})
