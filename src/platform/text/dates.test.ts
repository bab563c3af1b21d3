import { expect, test } from 'vitest'
import { dayInWords, momentInWords, weekdayInWords } from './dates.ts'

test('the first of a month is "1er" in French alone, and no other day is', () => {
  expect(weekdayInWords('2026-12-01', 'fr')).toBe('mardi 1er décembre 2026')
  expect(dayInWords('2027-01-01', 'fr')).toBe('1er janvier 2027')
  expect(dayInWords('2026-12-11', 'fr')).toBe('11 décembre 2026')
  expect(dayInWords('2026-12-01', 'es')).toBe('1 de diciembre de 2026')
  expect(dayInWords('2026-12-01', 'ht')).toContain('1er desanm')
})

test('an hour stays on one line with its minutes', () => {
  expect(momentInWords(new Date('2026-12-01T18:30:00Z'), 'fr')).toContain('13\u00a0h\u00a030')
})
