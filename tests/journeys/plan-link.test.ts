// "Send my plan's link to my mail": a way back on another device, and a mail that tells nobody anything.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { renderMail } from '#features/messaging/index.ts'
import { linkIn, written } from '../support/mailbox.ts'
import { aNewcomer, answerQuestions, samira } from '../support/people.ts'
import { visitorOf } from '../support/visitor.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.end())

test('the link goes to the address that registered, and opens the file elsewhere', async () => {
  const visitor = await aNewcomer(world)
  await visitor.open('/ar/plan')
  await visitor.send('/ar/plan/send')
  expect(visitor.page.path).toBe('/ar/plan/sent')
  const mail = (await written(world)).findLast((each) => each.template === 'plan-link')
  expect(mail).toMatchObject({ to: 'samira@personne.example.org', language: 'ar' })
  expect(Object.keys(mail?.values ?? {})).toEqual(['link'])
  const { subject, text } = renderMail(world.services.words, 'Accompagnement', '811', 'plan-link', 'fr', {
    link: 'https://example.org/i/x',
  })
  expect(`${subject} ${text}`).not.toMatch(/plan|besoin|asile|Samira/i)
  const elsewhere = visitorOf(world)
  const link = await linkIn(world, 'plan-link')
  await elsewhere.open(link)
  await elsewhere.send(link)
  expect(elsewhere.page.path).toBe('/ar/me')
})

test('a nameless plan has no address, and a mailbox is not flooded', async () => {
  const nameless = visitorOf(world)
  await answerQuestions(nameless, 'fr', samira)
  expect(nameless.page.html).not.toContain('/plan/send')
  const visitor = await aNewcomer(world, { language: 'fr', email: 'f@personne.example.org' })
  const statuses: number[] = []
  for (let guard = 0; guard < 8; guard++) {
    await visitor.open('/fr/plan')
    statuses.push((await visitor.send('/fr/plan/send')).status)
  }
  expect(statuses[0]).toBe(200)
  expect(statuses.at(-1)).toBe(429)
})
