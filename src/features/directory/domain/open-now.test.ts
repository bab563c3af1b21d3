import { expect, test } from 'vitest'
import { openNow, zoneOf } from './open-now.ts'
import type { Opening } from './service.ts'

const hours = (part: Partial<Opening>): Opening => ({
  ...{ freq: 'WEEKLY', byday: 'MO,TU,WE,TH,FR', opensAt: '09:00', closesAt: '17:00', description: null },
  ...{ validFrom: null, validTo: null, interval: null, dtstart: null },
  ...part,
})
const at = (moment: string, openings = [hours({})], zone = 'America/Toronto') =>
  openNow(openings, zone, new Date(moment), new Set(['2026-12-25'])).kind

test('open by the clock of its place, on both sides of the change of hour', () => {
  expect(at('2026-11-23T14:00:00Z')).toBe('open') // Monday 9:00 in winter
  expect(at('2026-11-23T13:59:00Z')).toBe('closed')
  expect(at('2026-10-30T13:00:00Z')).toBe('open') // Friday 9:00 in summer
  expect(at('2026-11-02T13:00:00Z')).toBe('closed') // the Monday after the change: 8:00
  expect(at('2026-11-23T22:00:00Z')).toBe('closed') // 17:00 is no longer open
  expect(openNow([hours({})], 'America/Toronto', new Date('2026-11-23T15:00:00Z'), new Set())).toEqual({
    kind: 'open',
    until: '17:00',
  })
})

test('three zones of Québec', () => {
  expect([zoneOf(45.5, -73.6), zoneOf(47.38, -61.86), zoneOf(51.42, -57.13), zoneOf(null, null)]).toEqual([
    'America/Toronto',
    'America/Halifax',
    'America/Blanc-Sablon',
    'America/Toronto',
  ])
  expect(at('2026-11-23T13:00:00Z', undefined, 'America/Halifax')).toBe('open') // 9:00 on the islands, 8:00 in Montréal
})

test('on a holiday, and where no hours are said, nobody can say', () => {
  expect(at('2026-12-25T15:00:00Z')).toBe('unknown')
  expect(at('2026-11-23T15:00:00Z', [hours({ opensAt: null })])).toBe('unknown')
  expect(at('2026-11-23T15:00:00Z', [])).toBe('unknown')
})

test('the second Saturday, the last Tuesday, every other week, and only while it holds', () => {
  const saturday = [hours({ freq: 'MONTHLY', byday: '2SA' })]
  expect([at('2026-11-14T15:00:00Z', saturday), at('2026-11-21T15:00:00Z', saturday)]).toEqual(['open', 'closed'])
  const last = [hours({ freq: 'MONTHLY', byday: '-1TU' })]
  expect([at('2026-11-24T15:00:00Z', last), at('2026-11-17T15:00:00Z', last)]).toEqual(['open', 'closed'])
  const biweekly = [hours({ byday: 'MO', interval: 2, dtstart: '2026-11-09' })]
  expect([at('2026-11-23T15:00:00Z', biweekly), at('2026-11-16T15:00:00Z', biweekly)]).toEqual(['open', 'closed'])
  expect(at('2026-11-23T15:00:00Z', [hours({ validTo: '2026-11-22' })])).toBe('closed')
})
