import { expect, test } from 'vitest'
import { groupLooks } from './looks.ts'

const at = (hour: number) => new Date(Date.UTC(2026, 10, 23, hour))
const entry = (hour: number, actorLabel: string, action: string, outcome: 'granted' | 'refused' = 'granted') => ({
  at: at(hour),
  actorLabel,
  action,
  outcome,
})

test('five openings by one agent are one line, with the last time', () => {
  const looks = groupLooks([
    entry(9, 'Camille', 'file.opened'),
    entry(11, 'Camille', 'file.opened'),
    entry(10, 'Le Refuge', 'referral.read'),
  ])
  expect(looks).toEqual([
    { who: 'Camille', what: 'opened', count: 2, last: at(11) },
    { who: 'Le Refuge', what: 'read', count: 1, last: at(10) },
  ])
})

test('a refused try is not shown as a look', () => {
  expect(groupLooks([entry(9, 'Ailleurs', 'file.opened', 'refused')])).toEqual([])
})
