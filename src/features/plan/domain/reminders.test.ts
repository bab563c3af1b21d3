import { expect, test } from 'vitest'
import type { Profile } from '#kernel/profile.ts'
import { checkInDue, latestCheckIn, remindersDue } from './reminders.ts'

const registered = '2026-11-23'
const worker = { status: 'tfw_closed', arrival_date: '2026-08-31', where: 'quebec', prefer_language: 'es' }
const kindsOn = (profile: Profile, today: string) => remindersDue(profile, registered, today).map(({ kind }) => kind)

test('benefits come after eighteen months, for temporary statuses with children alone', () => {
  const parent = { ...worker, children_ages: ['5_11'] }
  expect(kindsOn(parent, '2028-02-28')).toEqual([])
  expect(kindsOn(parent, '2028-02-29')).toEqual(['benefits-18']) // 31 August, and February of a leap year
  expect(kindsOn({ ...worker, children_ages: [] }, '2028-02-29')).toEqual([])
  expect(kindsOn({ ...parent, status: 'pr_economic' }, '2028-02-29')).toEqual([])
})

test('six months are counted in months, with the last day of a short one', () => {
  const found = remindersDue(worker, registered, '2027-02-14')
  expect(found).toEqual([
    { kind: 'charter-6', topic: 'charter', stepId: null, sendOn: '2027-02-14', dueOn: '2027-02-28' },
  ])
  expect(kindsOn(worker, '2027-01-14')).toEqual(['licence-6', 'pr-card-180'])
  expect(kindsOn({ ...worker, prefer_language: 'fr' }, '2027-02-14')).toEqual([])
})

test('a permit is reminded of three times before its end, and once after', () => {
  const holder = { status: 'student', permit_expiry: '2027-08-31' }
  expect(kindsOn(holder, '2027-04-03')).toEqual(['permit-150'])
  expect(kindsOn(holder, '2027-06-02')).toEqual(['permit-90'])
  expect(kindsOn(holder, '2027-07-17')).toEqual(['permit-45'])
  expect(kindsOn(holder, '2027-08-31')).toEqual([])
  expect(kindsOn(holder, '2027-09-10')).toEqual(['restore-90'])
  expect(remindersDue(holder, registered, '2027-09-10')[0]?.dueOn).toBe('2027-11-29')
})

test('taxes from 1 March, and from the year after arrival', () => {
  expect(kindsOn(worker, '2027-02-28')).toEqual(['charter-6'])
  expect(kindsOn({ arrival_date: '2026-08-31' }, '2027-03-01')).toContain('tax')
  expect(kindsOn({ arrival_date: '2027-02-01' }, '2027-03-01')).toEqual([])
  expect(kindsOn({ arrival_date: '2026-08-31' }, '2027-03-16')).toEqual([])
})

test('nobody is reminded of what was to be said before they came, nor long after', () => {
  const holder = { status: 'student', permit_expiry: '2027-02-10' } // 90 days before: 12 November
  expect(kindsOn(holder, '2026-11-24')).toEqual([])
  expect(kindsOn({}, '2027-03-01')).toEqual([])
})

test('a check-in on its day, or within a week of it', () => {
  expect([6, 7, 14, 15, 30, 365, 380].map((days) => checkInDue(registered, after(days)))).toEqual([
    ...[undefined, 7, 7, undefined, 30, 365, undefined],
  ])
  expect([0, 29, 91, 1000].map((days) => latestCheckIn(registered, after(days)))).toEqual([7, 7, 90, 365])
})

function after(days: number): string {
  return new Date(Date.parse(registered) + days * 86_400_000).toISOString().slice(0, 10)
}
