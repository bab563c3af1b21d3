import { expect, test } from 'vitest'
import { advance, isTerminal, isWitnessedTwice, type Referral, type Side, type Status } from './referral.ts'

const aReferral = (status: Status): Referral => ({
  status,
  businessStatus: null,
  statusReason: null,
  outcome: null,
  organizationConfirmedAt: null,
  personConfirmedAt: null,
})
const statuses: Status[] = [
  'draft',
  'requested',
  'accepted',
  'rejected',
  'in-progress',
  'on-hold',
  'completed',
  'failed',
  'cancelled',
  'entered-in-error',
]
const sides: Side[] = ['requester', 'target', 'person', 'system']

/** standards: the edges of the guide, and who may; written out by hand, apart from the code. */
const listed = new Set(
  `
draft>requested:requester draft>entered-in-error:requester
requested>accepted:target requested>rejected:target requested>cancelled:requester requested>cancelled:person requested>cancelled:system requested>entered-in-error:requester
accepted>in-progress:target accepted>on-hold:target accepted>failed:target accepted>cancelled:requester accepted>cancelled:person accepted>cancelled:target accepted>cancelled:system accepted>completed:system accepted>entered-in-error:requester
in-progress>on-hold:target in-progress>failed:target in-progress>cancelled:requester in-progress>cancelled:person in-progress>cancelled:target in-progress>cancelled:system in-progress>completed:system in-progress>entered-in-error:requester
on-hold>in-progress:target on-hold>failed:target on-hold>cancelled:requester on-hold>cancelled:person on-hold>cancelled:target on-hold>cancelled:system on-hold>completed:system on-hold>entered-in-error:requester
`
    .trim()
    .split(/\s+/),
)

test('only the listed edges, and only by the listed side', () => {
  for (const from of statuses)
    for (const to of statuses)
      for (const side of sides) {
        const moved = advance({ referral: aReferral(from), to, side, consented: true, reason: 'capacity' })
        expect(moved.ok, `${from}>${to}:${side}`).toBe(listed.has(`${from}>${to}:${side}`))
      }
})

test('nothing leaves an end', () => {
  expect(statuses.filter(isTerminal)).toEqual(['rejected', 'completed', 'failed', 'cancelled', 'entered-in-error'])
})

test('a referral never leaves without consent, yet can always be cancelled', () => {
  expect(advance({ referral: aReferral('draft'), to: 'requested', side: 'requester', consented: false })).toEqual({
    ok: false,
    refusal: 'no-consent',
  })
  expect(
    advance({
      referral: aReferral('accepted'),
      to: 'cancelled',
      side: 'person',
      consented: false,
      reason: 'consent-withdrawn',
    }).ok,
  ).toBe(true)
})

test('a decline says why, and its outcome is the organization’s', () => {
  expect(advance({ referral: aReferral('requested'), to: 'rejected', side: 'target', consented: true })).toEqual({
    ok: false,
    refusal: 'reason-needed',
  })
  const declined = advance({
    referral: aReferral('requested'),
    to: 'rejected',
    side: 'target',
    consented: true,
    reason: 'capacity',
  })
  expect(declined.ok && declined.value.outcome).toBe('organization-declined')
})

test('one witness is not enough', () => {
  const at = new Date(0)
  expect(isWitnessedTwice({ ...aReferral('in-progress'), organizationConfirmedAt: at })).toBe(false)
  expect(isWitnessedTwice({ ...aReferral('in-progress'), organizationConfirmedAt: at, personConfirmedAt: at })).toBe(
    true,
  )
})
