import { accept, refuse, type Result } from '#kernel/result.ts'

/** The states of a referral task in HL7 SDOH Clinical Care 3.0; names unchanged. */
export const statuses = [
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
] as const
export type Status = (typeof statuses)[number]
export type Side = 'requester' | 'target' | 'person' | 'system'
export type BusinessStatus =
  | 'delivered'
  | 'opened'
  | 'detail-asked'
  | 'contacting'
  | 'contacted'
  | 'appointment-booked'
  | 'no-show'
  | 'waitlisted'
  | 'first-service-given'
export type Outcome = 'client-accepted' | 'client-declined' | 'organization-declined'

/** Coded reasons in three families, with different consequences. */
export const personReasons = ['cannot-reach-client', 'client-declined', 'client-moved', 'consent-withdrawn'] as const
export const organizationReasons = [
  'capacity',
  'not-eligible',
  'out-of-area',
  'language-not-available',
  'wrong-service',
] as const
export const systemReasons = ['no-answer', 'taken-elsewhere', 'duplicate'] as const
export const reasons = [...personReasons, ...organizationReasons, ...systemReasons] as const
export type Reason = (typeof reasons)[number]

/** One hand-over, with consent, to one service for one need. */
export type Referral = {
  status: Status
  businessStatus: BusinessStatus | null
  statusReason: Reason | null
  outcome: Outcome | null
  organizationConfirmedAt: Date | null
  personConfirmedAt: Date | null
}

const terminal: ReadonlySet<Status> = new Set(['rejected', 'completed', 'failed', 'cancelled', 'entered-in-error'])

export function isTerminal(status: Status): boolean {
  return terminal.has(status)
}

/**
 * What may follow what, and who may set it. The drawing of the HL7 guide, with one extension of ours: in-progress may be
 * put on hold, as that state's definition ("started but paused") needs.
 */
const edges: Record<Status, Partial<Record<Status, readonly Side[]>>> = {
  draft: { requested: ['requester'], 'entered-in-error': ['requester'] },
  requested: {
    accepted: ['target'],
    rejected: ['target'],
    cancelled: ['requester', 'person', 'system'],
    'entered-in-error': ['requester'],
  },
  accepted: {
    'in-progress': ['target'],
    'on-hold': ['target'],
    failed: ['target'],
    cancelled: ['requester', 'person', 'target', 'system'],
    completed: ['system'],
    'entered-in-error': ['requester'],
  },
  'in-progress': {
    'on-hold': ['target'],
    failed: ['target'],
    cancelled: ['requester', 'person', 'target', 'system'],
    completed: ['system'],
    'entered-in-error': ['requester'],
  },
  'on-hold': {
    'in-progress': ['target'],
    failed: ['target'],
    cancelled: ['requester', 'person', 'target', 'system'],
    completed: ['system'],
    'entered-in-error': ['requester'],
  },
  rejected: {},
  completed: {},
  failed: {},
  cancelled: {},
  'entered-in-error': {},
}

export type MoveRefusal = 'not-from-here' | 'not-yours' | 'no-consent' | 'reason-needed'
export type Move<R extends Referral> = {
  referral: R
  to: Status
  side: Side
  consented: boolean
  reason?: Reason | undefined
  businessStatus?: BusinessStatus | undefined
}

/** The referral after a move, or why it may not be made. Nothing is disclosed, and nothing begins, without consent. */
export function advance<R extends Referral>({
  referral,
  to,
  side,
  consented,
  reason,
  businessStatus,
}: Move<R>): Result<R, MoveRefusal> {
  const sides = edges[referral.status][to]
  if (!sides) return refuse('not-from-here')
  if (!sides.includes(side)) return refuse('not-yours')
  if (!consented && !isTerminal(to)) return refuse('no-consent')
  if ((to === 'rejected' || to === 'cancelled' || to === 'failed') && !reason) return refuse('reason-needed')
  return accept({
    ...referral,
    status: to,
    businessStatus: businessStatus ?? referral.businessStatus,
    statusReason: reason ?? null,
    outcome: outcomeOf(to, reason),
  })
}

/** The outcome in three (HUD HMIS 4.20): accepted, the person declined, the organization declined. */
function outcomeOf(to: Status, reason: Reason | undefined): Outcome | null {
  if (to === 'completed') return 'client-accepted'
  if (to === 'rejected') return 'organization-declined'
  if (to !== 'failed') return null
  return personReasons.some((each) => each === reason) ? 'client-declined' : 'organization-declined'
}

/** Two of the witnesses agree that help began: only then is a referral completed, and only the system says so. */
export function isWitnessedTwice(referral: Referral): boolean {
  return referral.organizationConfirmedAt !== null && referral.personConfirmedAt !== null
}
