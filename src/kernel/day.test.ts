import { expect, test } from 'vitest'
import { addDays, addMonths, addWorkingDays, dayOf, daysBetween, momentAt, parseDay, writtenDay } from './day.ts'

test('31 February is not a day', () => {
  expect(parseDay('2026-02-31')).toBeUndefined()
  expect(parseDay('2028-02-29')).toBe('2028-02-29')
  expect(parseDay('1800-01-01')).toBeUndefined()
  expect(parseDay('2026-2-3')).toBeUndefined()
})

test('working days step over week ends and holidays', () => {
  const holidays = new Set(['2026-06-24', '2026-07-01'])
  expect(addWorkingDays('2026-06-23', 5, holidays)).toBe('2026-07-02')
  expect(addWorkingDays('2026-11-20', 1, holidays)).toBe('2026-11-23')
  expect(addWorkingDays('2026-11-21', 5, holidays)).toBe('2026-11-27')
})

test('a moment is found across both clock changes', () => {
  expect(momentAt('2026-03-08', '09:00').toISOString()).toBe('2026-03-08T13:00:00.000Z')
  expect(momentAt('2026-11-01', '16:30').toISOString()).toBe('2026-11-01T21:30:00.000Z')
  expect(momentAt('2026-07-01', '00:00').toISOString()).toBe('2026-07-01T04:00:00.000Z')
})

test('the day of a moment is that of Québec, not of Greenwich', () => {
  expect(dayOf(new Date('2026-11-23T03:00:00Z'))).toBe('2026-11-22')
  expect(daysBetween('2026-03-07', '2026-03-09')).toBe(2)
})

test('months keep the day, or take the last one of a shorter month', () => {
  expect(addMonths('2026-08-31', 18)).toBe('2028-02-29')
  expect(addMonths('2026-08-31', 6)).toBe('2027-02-28')
  expect(addMonths('2026-11-23', 6)).toBe('2027-05-23')
  expect(addMonths('2027-12-31', 1)).toBe('2028-01-31')
})

test('nothing is counted from a day that does not exist', () => {
  expect(() => addDays('soon', 1)).toThrow(RangeError)
})

test('a day is read as it is written, on whatever keyboard; nothing written is nothing', () => {
  expect(writtenDay({ day: ' 4 ', month: '١٢', year: '۲۰۲۶' })).toBe('2026-12-04')
  expect(writtenDay({ day: '', month: ' ', year: '' })).toBe('')
  expect(parseDay(writtenDay({ day: '31', month: '2', year: '2027' }))).toBeUndefined()
})
