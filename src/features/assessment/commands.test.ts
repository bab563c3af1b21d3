import { expect, test } from 'vitest'
import { halfAnHourOfOpening } from './commands.ts'

const holidays = new Set(['2026-12-25'])
const due = (moment: string) => halfAnHourOfOpening(new Date(moment), holidays).toISOString()

test('a call is due after thirty minutes of opening hours, whatever falls between', () => {
  expect(due('2026-11-23T15:00:00Z')).toBe('2026-11-23T15:30:00.000Z') // Monday, ten in the morning
  expect(due('2026-11-23T10:00:00Z')).toBe('2026-11-23T14:00:00.000Z') // before opening: nine o'clock
  expect(due('2026-11-23T21:25:00Z')).toBe('2026-11-24T13:55:00.000Z') // five minutes before closing: 25 remain
  expect(due('2026-11-28T15:00:00Z')).toBe('2026-11-30T14:00:00.000Z') // Saturday
  expect(due('2026-12-24T21:30:00Z')).toBe('2026-12-28T14:00:00.000Z') // the eve of a holiday, at closing
})
