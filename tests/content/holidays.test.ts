import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Holidays from 'date-holidays'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { addDays, addWorkingDays, isWorkingDay, type Day } from '#kernel/day.ts'

const file = join(import.meta.dirname, '../../reference/holidays.json')
const weekend = z.enum(['stay', 'next-day', 'next-working-day', 'previous-working-day'])
const month = z.int().min(1).max(12)
const rule = z.discriminatedUnion('on', [
  z.strictObject({ on: z.literal('date'), month, day: z.int(), saturday: weekend, sunday: weekend }),
  z.strictObject({ on: z.literal('easter'), offset: z.int() }),
  z.strictObject({ on: z.literal('monday-before'), month, day: z.int() }),
  z.strictObject({ on: z.literal('nth-monday'), month, nth: z.int() }),
])
const holiday = z.strictObject({
  id: z.string(),
  name: z.string(),
  basis: z.enum(['law', 'public-service']),
  rule,
  dates: z.array(z.iso.date()),
  asOf: z.iso.date(),
  confidence: z.string().min(1),
  source: z.url(),
  alsoSeen: z.array(z.url()),
})
const { holidays } = z
  .strictObject({
    calendar: z.literal('public-office'),
    from: z.iso.date(),
    until: z.iso.date(),
    asOf: z.iso.date(),
    holidays: z.array(holiday),
  })
  .parse(JSON.parse(readFileSync(file, 'utf8')))

const years = [2026, 2027, 2028, 2029]
const closed = new Set(holidays.flatMap((each) => each.dates))
const dates = (id: string) => holidays.find((each) => each.id === id)?.dates
const weekday = (day: Day) => new Date(`${day}T00:00:00Z`).getUTCDay()
const dayAt = (year: number, at: number, day: number): Day =>
  new Date(Date.UTC(year, at - 1, day)).toISOString().slice(0, 10)
const mondayFrom = (day: Day): Day => (weekday(day) === 1 ? day : mondayFrom(addDays(day, 1)))

/** Easter by the published table, so that nothing here repeats the way the file was computed. */
const easter: Record<number, Day> = { 2026: '2026-04-05', 2027: '2027-03-28', 2028: '2028-04-16', 2029: '2029-04-01' }

function named(of: z.infer<typeof rule>, year: number): Day {
  if (of.on === 'easter') return addDays(easter[year] ?? '', of.offset)
  if (of.on === 'monday-before') return mondayFrom(addDays(dayAt(year, of.month, of.day), -7))
  if (of.on === 'nth-monday') return addDays(mondayFrom(dayAt(year, of.month, 1)), 7 * (of.nth - 1))
  return dayAt(year, of.month, of.day)
}

/** What the package calls a public holiday of Québec; it never moves one. */
const published = (year: number) =>
  new Holidays('CA', 'QC')
    .getHolidays(year)
    .filter((each) => each.type === 'public')
    .map((each) => each.date.slice(0, 10))

test('each rule gives its dates, one a year; only a week-end moves one', () => {
  for (const { id, rule: of, dates: given } of holidays) {
    expect(given.length, id).toBe(years.length)
    years.forEach((year, at) => {
      const due = named(of, year)
      const move =
        of.on !== 'date' ? 'stay' : weekday(due) === 6 ? of.saturday : weekday(due) === 0 ? of.sunday : 'stay'
      const found = given[at] ?? ''
      if (move === 'stay') expect(found, id).toBe(due)
      else if (move === 'next-day') expect(found, id).toBe(addDays(due, 1))
      else if (move === 'next-working-day') expect(found > due && found <= addDays(due, 3), `${id} ${found}`).toBe(true)
      else expect(found < due && found >= addDays(due, -2), `${id} ${found}`).toBe(true)
    })
  }
})

test('no day is counted twice, and each moved day is a day of the week', () => {
  expect(closed.size).toBe(holidays.length * years.length)
  const onWeekends = [...closed].filter((day) => [0, 6].includes(weekday(day)))
  expect(onWeekends).toEqual(['2028-06-24', '2028-07-01'])
})

test('Canada Day is 1 July, or 2 July when 1 July is a Sunday', () => {
  expect(dates('canada-day')).toEqual(['2026-07-01', '2027-07-01', '2028-07-01', '2029-07-02'])
})

test('the National Holiday is 24 June, or 25 June when 24 June is a Sunday', () => {
  expect(dates('national-holiday')).toEqual(['2026-06-24', '2027-06-24', '2028-06-24', '2029-06-25'])
})

test('the days of the law are those of the published calendar, moved only from a week-end', () => {
  for (const year of years) {
    for (const day of published(year)) {
      if (![0, 6].includes(weekday(day))) expect([...closed], `${day} is published`).toContain(day)
    }
    const lawful = holidays.filter((each) => each.basis === 'law').map((each) => named(each.rule, year))
    expect(lawful.sort()).toEqual(published(year).sort())
  }
})

test('what the public service adds is said to be verified, what the law gives cites it', () => {
  for (const { id, basis, confidence, source } of holidays) {
    expect(confidence, id).toMatch(basis === 'law' ? /^sourced: .*Act/ : /verify/)
    expect(source, id).toMatch(basis === 'law' ? /cnesst\.gouv|legisquebec/ : /legisquebec|cnesst\.gouv/)
  }
})

test('a promise in working days steps over the holidays', () => {
  expect(isWorkingDay('2026-12-28', closed)).toBe(false)
  expect(addWorkingDays('2026-12-23', 5, closed)).toBe('2027-01-07')
  expect(addWorkingDays('2026-12-23', 5, new Set())).toBe('2026-12-30')
})
