// The plan's dates in a calendar, once as a file and as an address that follows the plan until it is stopped.
import ICAL from 'ical.js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { linkIn } from '../support/mailbox.ts'
import { aNewcomer, answerQuestions, samira } from '../support/people.ts'
import { visitorOf, type Visitor } from '../support/visitor.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.end())

const worker = { ...samira, status: 'tfw_closed', arrival_date: '2026-11-02', permit_expiry: '2027-11-30' }
const eventsIn = (text: string) =>
  ICAL.Component.fromString(text)
    .getAllSubcomponents('vevent')
    .map((each) => new ICAL.Event(each))
const dayIn = (text: string, title: string) =>
  eventsIn(text)
    .find((event) => event.summary === title)
    ?.startDate.toString()
const titleOf = (language: 'fr' | 'ar', step: string) =>
  world.services.reference.words(language).steps[step]?.title ?? '-'

async function feedOf(visitor: Visitor, language: string): Promise<string> {
  await visitor.open(`/${language}/plan/feed`)
  await visitor.send(`/${language}/plan/feed`)
  const address = /http:\/\/localhost:3000(\/cal\/[\w-]{22,}\.ics)/.exec(visitor.page.html)?.[1]
  if (!address) throw new Error('No address of a calendar is shown.')
  return address
}

test('a nameless plan gives its dates as a file that another program reads', async () => {
  const visitor = visitorOf(world)
  await answerQuestions(visitor, 'fr', worker)
  await visitor.open('/fr/plan')
  expect(visitor.page.html).toContain('/fr/plan/calendar.ics')
  const { html, headers } = await visitor.open('/fr/plan/calendar.ics')
  expect(headers.get('content-type')).toBe('text/calendar; charset=utf-8')
  expect(headers.get('cache-control')).toBe('no-store')
  expect(dayIn(html, titleOf('fr', 'tax-return'))).toBe('2027-04-30')
  expect(dayIn(html, titleOf('fr', 'bank-account'))).toBeUndefined() // its two weeks are over
  const days = eventsIn(html).map((event) => event.startDate.toString())
  expect(days.length).toBeGreaterThan(5)
  expect(days.every((day) => day >= '2026-11-23' && day <= '2027-12-28')).toBe(true)
  expect(new Set(eventsIn(html).map((event) => event.uid)).size).toBe(days.length)
})

test('an address follows the plan, in the language of its person, and says neither name nor what is protected', async () => {
  const visitor = await aNewcomer(world)
  const address = await feedOf(visitor, 'ar')
  const reader = visitorOf(world)
  const before = await reader.open(address)
  expect(before.status).toBe(200)
  expect(before.headers.get('cache-control')).toBe('no-store')
  expect(before.headers.get('x-robots-tag')).toContain('noindex')
  expect(before.headers.getSetCookie()).toEqual([])
  expect(before.html).not.toMatch(/Samira|samira/)
  expect(eventsIn(before.html).map((event) => event.summary)).not.toContain(titleOf('ar', 'trauma-care'))
  expect(dayIn(before.html, titleOf('ar', 'aq-meeting'))).toBe('2026-11-30') // the ministry's own promise

  world.setNow('2026-11-23T15:10:00Z')
  await visitor.open('/ar/plan/steps/asylum-boc')
  await visitor.send('/ar/plan/steps/asylum-boc/day', {
    'letter-day': '15',
    'letter-month': '12',
    'letter-year': '2026',
  })
  const after = await reader.open(address)
  expect(dayIn(after.html, titleOf('ar', 'asylum-boc'))).toBe('2026-12-15')
  const taxes = (text: string) => eventsIn(text).find((event) => event.summary === titleOf('ar', 'tax-return'))
  expect(taxes(after.html)?.uid).toBe(taxes(before.html)?.uid)
  expect(taxes(after.html)?.sequence).toBeGreaterThan(taxes(before.html)?.sequence ?? 0)
})

test('of a step written by hand a calendar says only that there is one', async () => {
  const visitor = await aNewcomer(world, { language: 'fr', email: 'h@personne.example.org' })
  const { id } = await world.owner
    .selectFrom('file')
    .select('id')
    .orderBy('created_at', 'desc')
    .executeTakeFirstOrThrow()
  await world.owner
    .insertInto('plan_item')
    .values({
      ...{ file_id: id, item_id: '6f9619ff-8b86-4011-b42d-00c04fc964ff', own: true, state: 'open' },
      ...{ changed_at: new Date('2026-11-23T16:00:00Z'), changed_by: 'agent', responsible: 'me' },
      title_sealed: world.services.secrets.encrypt('Voir Mme Roy au refuge'),
      letter_day_sealed: world.services.secrets.encrypt('2026-12-01'),
    })
    .execute()
  const { html } = await visitor.open('/fr/plan/calendar.ics')
  expect(dayIn(html, 'Une étape de votre plan')).toBe('2026-12-01')
  expect(html).not.toContain('Roy')
})

test('the token of another kind of link opens no calendar', async () => {
  await aNewcomer(world, { language: 'fr', email: 'k@personne.example.org' })
  const token = (await linkIn(world, 'registration')).split('/').at(-1) ?? ''
  expect((await visitorOf(world).open(`/cal/${token}.ics`)).status).toBe(404)
})

test('stopped, over, unknown: the same words, and nothing else', async () => {
  const visitor = await aNewcomer(world, { language: 'fr', email: 's@personne.example.org' })
  const [one, other] = [await feedOf(visitor, 'fr'), await feedOf(visitor, 'fr')]
  await visitor.open('/fr/plan/feed')
  expect(visitor.page.html).toContain('2 calendriers suivent votre plan.')
  await visitor.send('/fr/plan/feed/stop')
  expect(visitor.page.html).not.toContain('/plan/feed/stop')
  const later = await feedOf(visitor, 'fr')
  expect((await visitor.open(later)).status).toBe(200)
  const stopped = await visitorOf(world).open(one)
  const unknown = await visitorOf(world).open('/cal/dG9rZW4tdGhhdC1uby1vbmUtaGFz.ics')
  expect([stopped.status, (await visitor.open(other)).status, unknown.status]).toEqual([404, 404, 404])
  expect(stopped.html).toBe(unknown.html)
  world.setNow('2027-12-01T15:00:00Z')
  const over = await visitorOf(world).open(later)
  expect([over.status, over.html]).toEqual([404, unknown.html])
})

test('an address says when it ends: on its page from the first day, in the calendar itself in the last month', async () => {
  const visitor = await aNewcomer(world, { language: 'es', email: 'e@personne.example.org' })
  const address = await feedOf(visitor, 'es')
  expect(visitor.page.html).toContain('Termina el 30 de noviembre de 2028.')
  const t = world.services.words.in('es')
  expect(dayIn((await visitorOf(world).open(address)).html, t('plan.feed.over'))).toBeUndefined()
  world.setNow('2028-11-02T15:00:00Z')
  const { html } = await visitorOf(world).open(address)
  expect(dayIn(html, t('plan.feed.over'))).toBe('2028-11-30')
  expect(eventsIn(html).filter((event) => event.summary === t('plan.feed.over'))).toHaveLength(1)
})
