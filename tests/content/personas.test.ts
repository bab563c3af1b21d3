// People of different status, family and time: what they are told to do now, written by hand and argued; the facts must give it.
import { expect, test } from 'vitest'
import { root } from '#platform/config/root.ts'
import { loadReference } from '#platform/reference/load.ts'
import { withDerived, type Profile } from '#kernel/profile.ts'
import { buildPlan, rulesOf } from '#features/plan/index.ts'

const today = '2026-11-23'
const rules = rulesOf(loadReference(root))
const planOf = (profile: Profile) => buildPlan(rules, withDerived(profile, today), new Set(), today)
const now = (profile: Profile) => planOf(profile).doNow.map((step) => step.id)
const all = (profile: Profile) => [...planOf(profile).doNow, ...planOf(profile).later.flatMap((group) => group.steps)].map((step) => step.id)

const asylum: Profile = {
  where: 'quebec', status: 'asylum_claimant', arrival_date: '2026-10-14', place: 'H2X', age_band: '25_54', household: ['spouse', 'children'], children_ages: ['5_11'],
  done_already: ['none'], top_goals: ['housing'], fr_oral: '1_2', job_status: 'no_looking', housing_now: 'friends', health_cover: 'ifhp', income_enough: 'no',
}
const farm: Profile = {
  urgent_now: ['no_roof', 'work_abuse'], where: 'quebec', status: 'tfw_agri', arrival_date: '2026-06-01', permit_expiry: '2026-12-15', place: 'J0S', age_band: '25_54',
  household: ['alone'], done_already: ['sin', 'bank', 'ramq'], top_goals: ['housing'], fr_oral: '0', job_status: 'yes_field', housing_now: 'none', health_cover: 'ramq', income_enough: 'no',
}

test('an asylum seeker with children and no money: what stands on the letters they hold, a lawyer, care, aid', () => {
  expect(now(asylum)).toEqual(['asylum-lawyer', 'asylum-boc', 'ifhp', 'asylum-medical', 'last-resort'])
  // no work permit, no SIN: the one comes before the other
  expect(all(asylum).indexOf('asylum-work-permit')).toBeLessThan(all(asylum).indexOf('sin'))
  expect(all(asylum)).toContain('school-register')
  // not for them, by a sourced rule
  expect(all(asylum)).not.toContain('family-allowance')
  expect(all(asylum)).not.toContain('ramq-register')
})

test('a farm worker put out of the employer’s lodging, whose permit ends in three weeks', () => {
  expect(now(farm)).toEqual(['shelter-tonight', 'vulnerable-permit', 'permit-renew', 'find-home', 'tfw-contract'])
  expect(all(farm)).not.toContain('sin')
})

test('a holder of a certificate still abroad prepares, and nothing of Québec’s counters presses', () => {
  const abroad: Profile = { where: 'abroad', status: 'csq_abroad', arrival_date: '2027-02-01', age_band: '25_54', household: ['spouse'], job_status: 'no_looking', fr_oral: '9p' }
  expect(now(abroad)).toEqual(['regulated-check', 'pre-docs', 'pre-aq', 'translate-docs'])
  expect(all(abroad)).not.toContain('school-register')
})

test('a refused claimant with a letter: today, a lawyer and the time limits', () => {
  const refused: Profile = { urgent_now: ['letter_deadline'], where: 'quebec', status: 'asylum_refused', arrival_date: '2024-05-01', age_band: '25_54', household: ['alone'], done_already: ['sin', 'bank'], job_status: 'yes_other', housing_now: 'lease', income_enough: 'yes' }
  expect(now(refused).slice(0, 3)).toEqual(['refused-deadlines', 'removal-notice', 'asylum-lawyer'])
})

test('a student whose permit has ended is told to restore the status, not to renew in time', () => {
  const expired: Profile = { where: 'quebec', status: 'student', arrival_date: '2024-08-20', permit_expiry: '2026-10-01', age_band: '18_24', household: ['alone'], done_already: ['sin', 'bank'] }
  expect(now(expired)[0]).toBe('restore-status')
  expect(all(expired)).not.toContain('permit-renew')
  expect(all({ ...expired, permit_expiry: '2028-06-30' })).not.toContain('restore-status')
})

test('someone without status gets a plan, and is never asked for one', () => {
  const without: Profile = { where: 'quebec', status: 'no_status', arrival_date: '2025-01-10', age_band: '25_54', household: ['alone'], income_enough: 'no', housing_now: 'friends' }
  expect(now(without)[0]).toBe('restore-status')
  expect(all(without)).toEqual(expect.arrayContaining(['food-bank', 'legal-clinic', 'know-811']))
})

test('someone who skips every question still has where to go', () => {
  expect(now({})).toEqual(['local-org', 'aq-meeting', 'fraud-aware', 'know-811'])
  expect(now({ status: 'not_say' })).toEqual(['local-org', 'aq-meeting', 'fraud-aware', 'know-811'])
})

test('danger changes nothing, wherever it might come from', () => {
  expect(planOf({ ...asylum, urgent_now: ['danger'] })).toEqual(planOf({ ...asylum, urgent_now: ['none'] }))
})
