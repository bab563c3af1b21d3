// The dates of a household: mails to the person alone, for whom in general words, once for each of them.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { renderMail } from '#features/messaging/index.ts'
import { remindSome } from '../../src/main/jobs.ts'
import { written } from '../support/mailbox.ts'
import { aMember, aNewcomer, samira } from '../support/people.ts'
import type { Visitor } from '../support/visitor.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
let visitor: Visitor
let lina = ''
const temporary = { where: 'quebec', status: 'student', arrival_date: '2026-10-14' }
beforeAll(async () => {
  world = await openWorld()
  const worker = { ...samira, status: 'tfw_closed', permit_expiry: '2027-08-31' }
  visitor = await aNewcomer(world, { language: 'fr', email: 'w@personne.example.org', answers: worker })
  lina = await aMember(visitor, {
    ...{ name: 'Lina', relation: 'child', answers: { ...temporary, permit_expiry: '2027-08-31' } },
  })
  await aMember(visitor, {
    ...{ name: 'Nour', relation: 'child', answers: { ...temporary, permit_expiry: '2027-08-31' } },
  })
  await aMember(visitor, {
    ...{ name: 'Karim', relation: 'spouse', answers: { ...temporary, permit_expiry: '2027-09-15' } },
  })
  await aMember(visitor, { name: 'Hoda', relation: 'parent' }) // nothing answered yet
})
afterAll(() => world.end())

/** The mails that one morning's work wrote. */
async function remindedOn(day: string) {
  const before = (await reminders()).length
  world.setNow(`${day}T14:30:00Z`)
  await remindSome(world.services, undefined)
  return (await reminders()).slice(before)
}
const reminders = async () => (await written(world)).filter((each) => each.template === 'reminder')

test('a date that several share is one mail, to the person, for whom in general words', async () => {
  const mails = await remindedOn('2027-04-03')
  const permit = mails.filter(({ values }) => values.topic === 'permit')
  expect(permit).toHaveLength(1)
  expect(permit[0]).toMatchObject({
    to: 'w@personne.example.org',
    values: { day: '2027-08-31', whom: 'you child child' },
  })
  expect(permit[0]?.values.link).toBe('http://localhost:3000/fr/household')
  const { subject, text } = renderMail(world.services.words, 'AQ', '811', 'reminder', 'fr', permit[0]?.values ?? {})
  expect(subject).toBe('AQ : une date approche')
  expect(text).toContain('Cette date est pour :\n– vous\n– vos enfants\n\nUn de vos papiers finit le 31 août 2027.')
  expect(JSON.stringify(mails)).not.toMatch(/Lina|Nour|Karim|Hoda/)
})

test('what no step says is told to the person alone, as before', async () => {
  const mails = await remindedOn('2027-04-04')
  expect(mails.map(({ values }) => [values.topic, values.whom])).toEqual([])
  const charter = (await reminders()).filter(({ values }) => values.topic === 'charter')
  expect(charter.map(({ values }) => values.whom)).toEqual([undefined])
  expect(charter[0]?.values.link).toBe('http://localhost:3000/fr/plan')
})

test('a date of one other is told once, for them', async () => {
  const [mail, ...others] = await remindedOn('2027-04-18')
  expect(others).toEqual([])
  expect(mail).toMatchObject({ values: { topic: 'permit', day: '2027-09-15', whom: 'spouse' } })
  const { text } = renderMail(world.services.words, 'AQ', '811', 'reminder', 'ar', mail?.values ?? {})
  expect(text).toContain('هذا الموعد يخص:\n– زوجتكم أو زوجكم')
  expect(text).toContain('– votre conjointe ou conjoint')
  expect(await remindedOn('2027-04-19')).toEqual([])
})

test('a step that one has done is not told for them; somebody added later hears of no earlier day', async () => {
  world.setNow('2027-06-05T15:00:00Z')
  await visitor.open('/fr/resume')
  await visitor.send('/fr/resume', { email: 'w@personne.example.org' })
  const link = (await written(world)).filter((each) => each.template === 'sign-in').at(-1)?.values.link ?? ''
  await visitor.open(new URL(link).pathname)
  await visitor.send(new URL(link).pathname)
  await visitor.open(`/fr/household/${lina}/plan/steps/permit-renew`)
  await visitor.send(`/fr/household/${lina}/plan/steps/permit-renew/done`)
  await aMember(visitor, {
    ...{ name: 'Omar', relation: 'other', answers: { ...temporary, permit_expiry: '2027-08-31' } },
  })
  const mails = await remindedOn('2027-06-06') // 86 days before: four days late
  expect(mails.map(({ values }) => [values.topic, values.whom])).toEqual([['permit', 'you child']])
})
