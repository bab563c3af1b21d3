import fc from 'fast-check'
import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { calendarOf, type AllDay } from './calendar.ts'

const event: AllDay = {
  uid: 'a1@example.org',
  day: '2027-02-28',
  sequence: 3,
  changedAt: new Date('2026-11-23T15:00:00Z'),
  summary: 'Produire vos déclarations',
  description: 'Au plus tard le 30 avril 2027.',
}
const read = (text: string) =>
  ICAL.Component.fromString(text)
    .getAllSubcomponents('vevent')
    .map((each) => new ICAL.Event(each))

test('another parser reads a whole day back, on its day', () => {
  const [found] = read(calendarOf('Mon plan', 'fr', [event]))
  expect(found?.startDate.toString()).toBe('2027-02-28')
  expect(found?.endDate.toString()).toBe('2027-03-01')
  expect(found?.startDate.isDate).toBe(true)
  expect(found).toMatchObject({ uid: 'a1@example.org', sequence: 3, summary: event.summary })
  expect(found?.component.getFirstPropertyValue('transp')).toBe('TRANSPARENT')
  expect(String(found?.component.getFirstPropertyValue('dtstamp'))).toBe('2026-11-23T15:00:00Z')
})

test('a calendar without events is one too', () => {
  expect(read(calendarOf('خطتي', 'ar', []))).toEqual([])
})

test('any text comes back as it went in, in lines of at most 75 octets', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 300 }),
      fc.string({ maxLength: 80 }),
      (summary, description) => {
        const text = calendarOf('Plan', 'fr', [{ ...event, summary, description }])
        expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true)
        expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
        const plain = (each: string) => each.replace(/\r\n|\r/g, '\n').replace(/(?!\n)\p{Cc}/gu, ' ')
        expect(read(text)[0]?.summary).toBe(plain(summary))
        expect(read(text)[0]?.description).toBe(plain(description))
      },
    ),
  )
})

test('what looks like a line of its own stays text', () => {
  const text = calendarOf('Plan', 'fr', [{ ...event, summary: 'a\r\nEND:VEVENT\r\nBEGIN:VEVENT' }])
  expect(read(text)).toHaveLength(1)
})
