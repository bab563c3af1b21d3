import { expect, test } from 'vitest'
import { promisesFor } from './promise.ts'

const holidays = new Set(['2026-12-24', '2026-12-25', '2026-12-31', '2027-01-01', '2027-01-04'])

test('five working days after registration, for someone who is here', () => {
  expect(promisesFor('2026-11-23', '2026-09-01', false, holidays)).toEqual([
    { kind: 'first-meeting', day: '2026-11-30' },
  ])
  expect(promisesFor('2026-11-23', undefined, false, holidays)).toEqual([{ kind: 'first-meeting', day: '2026-11-30' }])
})

test('holidays of the office do not count', () => {
  expect(promisesFor('2026-12-23', '2026-12-01', false, holidays)).toEqual([
    { kind: 'first-meeting', day: '2027-01-06' },
  ])
})

test('someone still abroad is promised a first contact, and a meeting after the arrival', () => {
  expect(promisesFor('2026-11-23', '2026-12-14', true, holidays)).toEqual([
    { kind: 'first-contact', day: '2026-11-30' },
    { kind: 'first-meeting', day: '2026-12-21' },
  ])
  expect(promisesFor('2026-11-23', undefined, true, holidays)).toEqual([{ kind: 'first-contact', day: '2026-11-30' }])
})
