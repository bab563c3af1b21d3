// Each plan of a household on paper and in a calendar: told apart in general words, without a name, and nothing protected.
import ICAL from 'ical.js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aMember, aNewcomer } from '../support/people.ts'
import { visitorOf, type Visitor } from '../support/visitor.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
let visitor: Visitor
let child = ''
let feed = ''
const student = { where: 'quebec', status: 'student', arrival_date: '2026-11-02', age_band: '14_17' }
beforeAll(async () => {
  world = await openWorld()
  visitor = await aNewcomer(world)
  child = await aMember(visitor, { name: 'Lina', relation: 'child', answers: student, language: 'ar' })
  await aMember(visitor, { name: 'Karim', relation: 'spouse', language: 'ar' }) // nothing answered yet
  const { id } = await world.owner.selectFrom('file').select('id').executeTakeFirstOrThrow()
  const changed = { changed_at: new Date('2026-11-23T15:00:00Z'), changed_by: 'agent' as const }
  const added = ['violence-help', 'library'].map((item_id) => ({
    ...{ file_id: id, member_id: child, item_id, state: 'open' as const, responsible: 'agent' as const, ...changed },
    letter_day_sealed: world.services.secrets.encrypt('2026-12-09'),
  }))
  await world.owner.insertInto('plan_item').values(added).execute()
  const byHand = (['shown', 'protected', 'draft'] as const).map((kind, index) => ({
    ...{ file_id: id, member_id: child, item_id: `6f9619ff-8b86-4011-b42d-00c04fc9640${index}`, own: true },
    ...{ state: 'open' as const, responsible: 'me' as const, ...changed },
    ...{ protected: kind === 'protected', draft: kind === 'draft' },
    title_sealed: world.services.secrets.encrypt(`Rendez-vous ${kind}`),
    letter_day_sealed: world.services.secrets.encrypt(`2026-12-0${index + 1}`),
  }))
  await world.owner.insertInto('plan_item').values(byHand).execute()
  await visitor.open('/ar/plan/feed')
  await visitor.send('/ar/plan/feed')
  feed = /http:\/\/localhost:3000(\/cal\/[\w-]{22,}\.ics)/.exec(visitor.page.html)?.[1] ?? ''
})
afterAll(() => world.end())

const titleOf = (language: 'fr' | 'ar', step: string) =>
  world.services.reference.words(language).steps[step]?.title ?? '-'
const unfolded = (text: string) => text.replace(/\r\n /g, '')
const eventsIn = (text: string) =>
  ICAL.Component.fromString(text)
    .getAllSubcomponents('vevent')
    .map((each) => new ICAL.Event(each))
const dayOf = (text: string, title: string) =>
  eventsIn(text)
    .find((event) => event.summary === title)
    ?.startDate.toString()

test('the page of a member’s plan leads to its paper and its calendar', async () => {
  const { html } = await visitor.open(`/ar/household/${child}/plan`)
  expect(html).toContain(`href="/ar/household/${child}/plan/print"`)
  expect(html).toContain(`href="/ar/household/${child}/plan/calendar.ics"`)
  expect(html).not.toContain('/plan/feed"')
  for (const step of ['library', 'violence-help']) expect(html).toContain(titleOf('ar', step))
})

test('on paper: two languages side by side, for whom in general words, and nothing protected or not yet shown', async () => {
  const { html, status } = await visitor.open(`/ar/household/${child}/plan/print`)
  expect(status).toBe(200)
  expect(html).toMatch(/<h1 class="pair"><span lang="ar" dir="rtl">[^<]*من أجل طفلي<\/span><span lang="fr"/)
  expect(html).toContain('Mon plan – pour mon enfant</span></h1>')
  expect(html).toContain(`href="/ar/household/${child}/plan"`)
  expect(html).toContain(titleOf('fr', 'library'))
  expect(html).toContain('Rendez-vous shown')
  expect(html).not.toContain(titleOf('fr', 'asylum-boc'))
  expect(html).not.toContain(titleOf('fr', 'violence-help'))
  expect(html).not.toMatch(/Rendez-vous (protected|draft)/)
  expect(html).not.toMatch(/Lina|Karim|Samira/)
  expect(html).not.toMatch(/data-copy|notre promesse/) // the copy on a phone, and the promise, are the person's own
})

test('in a calendar file: that member’s dates alone, each for whom', async () => {
  const { html, headers } = await visitor.open(`/ar/household/${child}/plan/calendar.ics`)
  expect(headers.get('content-type')).toBe('text/calendar; charset=utf-8')
  expect(dayOf(html, `${titleOf('ar', 'tax-return')} – من أجل طفلي`)).toBe('2027-04-30')
  expect(eventsIn(html).every((event) => event.summary.endsWith(' – من أجل طفلي'))).toBe(true)
  expect(eventsIn(html).map((event) => event.startDate.toString())).toContain('2026-12-01')
  expect(unfolded(html)).not.toMatch(/Lina|Samira|Rendez-vous|notre promesse/)
  const title = (step: string) => `${titleOf('ar', step)} – من أجل طفلي`
  expect(dayOf(html, title('library'))).toBe('2026-12-09')
  expect(dayOf(html, title('violence-help'))).toBeUndefined()
  expect(dayOf(html, title('aq-meeting'))).not.toBe('2026-11-30') // the promise is to the person
  const own = await visitor.open('/ar/plan/calendar.ics')
  expect(dayOf(own.html, titleOf('ar', 'tax-return'))).toBe('2027-04-30')
  expect(unfolded(own.html)).not.toContain(' – من أجل')
})

test('the address that follows: all who have a plan, told apart, without a name and nothing protected', async () => {
  const { html, status } = await visitorOf(world).open(feed)
  expect(status).toBe(200)
  expect(dayOf(html, titleOf('ar', 'tax-return'))).toBe('2027-04-30')
  expect(dayOf(html, `${titleOf('ar', 'tax-return')} – من أجل طفلي`)).toBe('2027-04-30')
  expect(dayOf(html, titleOf('ar', 'aq-meeting'))).toBe('2026-11-30')
  const events = eventsIn(html)
  expect(new Set(events.map((event) => event.uid)).size).toBe(events.length)
  expect(unfolded(html)).not.toContain('من أجل زوجتي أو زوجي') // nothing was answered for the spouse
  expect(events.map((event) => event.summary).join()).not.toContain(titleOf('ar', 'violence-help'))
  const byHand = `${world.services.words.in('ar')('plan.step.title')} – من أجل طفلي`
  const days = events.filter((event) => event.summary === byHand).map((event) => event.startDate.toString())
  expect(days).toEqual(['2026-12-01'])
  expect(unfolded(html)).not.toMatch(/Lina|Karim|Samira|Rendez-vous/)
})

test('where nothing is answered there is no paper: the invitation to answer stands instead', async () => {
  const id = await aMember(visitor, { name: 'Nour', relation: 'parent', language: 'ar' })
  await visitor.open(`/ar/household/${id}/plan/print`)
  expect(visitor.page.path).toBe(`/ar/household/${id}/plan`)
  const { html } = await visitor.open(`/ar/household/${id}/plan/calendar.ics`)
  expect(eventsIn(html)).toEqual([])
})

test('another household finds neither; someone removed leaves the calendar', async () => {
  const stranger = await aNewcomer(world, { language: 'fr', email: 'o@personne.example.org' })
  for (const page of ['plan/print', 'plan/calendar.ics'])
    expect((await stranger.open(`/fr/household/${child}/${page}`)).status).toBe(404)
  expect((await visitorOf(world).open(`/fr/household/${child}/plan/print`)).status).toBeGreaterThanOrEqual(400)
  await visitor.open(`/ar/household/${child}/plan`)
  await visitor.send(`/ar/household/${child}/remove`)
  const { html } = await visitorOf(world).open(feed)
  expect(eventsIn(html).length).toBeGreaterThan(3)
  expect(unfolded(html)).not.toContain(' – من أجل')
})
