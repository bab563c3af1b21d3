import { expect, test } from 'vitest'
import { compile } from '#kernel/rule.ts'
import { eligibilityOf, type ProgramRule } from './eligibility.ts'

const today = '2026-11-24'
const rule: ProgramRule = {
  id: 'jobs',
  allowed: new Set(['pr_economic']),
  excluded: new Set(['tfw_closed']),
  unclear: new Set(['asylum_claimant']),
  isFor: compile({ q: 'age_band', op: 'in', v: ['18_24', '25_54'] }),
  prose: false,
  regions: null,
  regionsUnclear: false,
  from: null,
  until: null,
  sourced: true,
}
const adult = { status: 'pr_economic', age_band: '25_54' }

test('a status taken and an age that fits: yes, with the answers that said so', () => {
  expect(eligibilityOf(rule, adult, '06', today)).toEqual({
    programId: 'jobs',
    use: 'yes',
    grounds: [],
    because: ['status', 'age_band'],
    missing: [],
  })
})

test('an unclear status and an unanswered question are to check, never a no', () => {
  expect(eligibilityOf(rule, { ...adult, status: 'asylum_claimant' }, '06', today)).toMatchObject({
    use: 'to-check',
    grounds: ['status'],
  })
  expect(eligibilityOf(rule, { status: 'pr_economic' }, '06', today)).toMatchObject({
    use: 'to-check',
    missing: ['age_band'],
  })
  expect(eligibilityOf(rule, { age_band: '25_54' }, '06', today)).toMatchObject({
    use: 'to-check',
    missing: ['status'],
  })
  expect(eligibilityOf(rule, { ...adult, status: 'not_say' }, '06', today)).toMatchObject({
    use: 'to-check',
    missing: ['status'],
  })
})

test('an excluded status is a no with its ground; without a source it is to check', () => {
  const worker = { ...adult, status: 'tfw_closed' }
  expect(eligibilityOf(rule, worker, '06', today)).toMatchObject({
    use: 'no',
    grounds: ['status'],
    because: ['status'],
  })
  expect(eligibilityOf({ ...rule, sourced: false }, worker, '06', today)).toMatchObject({
    use: 'to-check',
    grounds: ['status', 'no-source'],
  })
})

test('a condition that stands in words is to check', () => {
  expect(eligibilityOf({ ...rule, prose: true }, adult, '06', today)).toMatchObject({
    use: 'to-check',
    grounds: ['prose'],
  })
})

test('a programme that has ended, or has not begun, is a no from that day on', () => {
  expect(eligibilityOf({ ...rule, until: '2026-11-23' }, adult, '06', today)).toMatchObject({
    use: 'no',
    grounds: ['ended'],
  })
  expect(eligibilityOf({ ...rule, until: today }, adult, '06', today).use).toBe('yes')
  expect(eligibilityOf({ ...rule, from: '2026-11-25' }, adult, '06', today)).toMatchObject({
    use: 'no',
    grounds: ['not-yet'],
  })
  expect(eligibilityOf({ ...rule, from: today }, adult, '06', today).use).toBe('yes')
})

test('a programme of some regions: elsewhere a no, or to check where nobody knows', () => {
  const local = { ...rule, regions: new Set(['06']) }
  expect(eligibilityOf(local, adult, '06', today).use).toBe('yes')
  expect(eligibilityOf(local, adult, '01', today)).toMatchObject({ use: 'no', grounds: ['region'] })
  expect(eligibilityOf({ ...local, regionsUnclear: true }, adult, '01', today).use).toBe('to-check')
  expect(eligibilityOf(local, adult, null, today)).toMatchObject({ use: 'to-check', missing: ['place'] })
})
