import type { Actor } from '#kernel/actor.ts'
import { labelOf } from '#kernel/actor.ts'
import { addWorkingDays, dayOf, momentAt } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'
import { accept, refuse, type Result } from '#kernel/result.ts'
import type { Db } from '#platform/db/db.ts'
import type { Services } from '#platform/http/env.ts'
import { consentInForce } from '#features/consent/index.ts'
import {
  advance,
  isTerminal,
  isWitnessedTwice,
  type BusinessStatus,
  type MoveRefusal,
  type Reason,
  type Side,
  type Status,
} from './domain/referral.ts'
import { insertEvent, referralById, saveReferral, type ReferralEvent, type StoredReferral } from './store.ts'

/** What every command on a referral needs: who, when, in which transaction. */
export type Acting = { services: Services; db: Db; actor: Actor; now: Date }
export type ReferralRefusal = MoveRefusal | 'unknown-referral' | 'changed-meanwhile'
export type Changes = {
  reason?: Reason
  businessStatus?: BusinessStatus
  proposedAt?: Date | null
  nextServiceId?: Id | null
  organizationConfirmedAt?: Date
  personConfirmedAt?: Date
}

/** Working days after which someone must have moved: answer in 3, first contact in 5, outcome check at 30 calendar days (here 20). */
const dueAfter: Partial<Record<Status, number>> = {
  draft: 5,
  requested: 3,
  accepted: 5,
  'in-progress': 20,
  'on-hold': 20,
}

export function dueIn(services: Services, status: Status, now: Date): Date | null {
  const days = dueAfter[status]
  return days === undefined ? null : momentAt(addWorkingDays(dayOf(now), days, services.reference.holidays), '23:59')
}

/** Moves a referral along one edge, with its history; `version` is what the person acting had on screen. */
export async function move(
  acting: Acting,
  id: Id,
  side: Side,
  to: Status,
  changes: Changes = {},
  version?: number,
): Promise<Result<StoredReferral, ReferralRefusal>> {
  const { db, services, now } = acting
  const referral = await referralById(db, id)
  if (!referral) return refuse('unknown-referral')
  if (version !== undefined && referral.version !== version) return refuse('changed-meanwhile')
  const moved = advance({
    referral,
    to,
    side,
    consented: await consentInForce(db, id),
    reason: changes.reason,
    businessStatus: changes.businessStatus,
  })
  if (!moved.ok) return moved
  const changed = { ...moved.value, ...facts(referral, changes), since: now, dueAt: dueIn(services, to, now) }
  if (!(await saveReferral(db, changed))) return refuse('changed-meanwhile')
  await record(acting, referral, side, {
    kind: 'moved',
    toStatus: to,
    businessStatus: changes.businessStatus ?? null,
    reason: changes.reason ?? null,
  })
  return accept({ ...changed, version: changed.version + 1 })
}

/** A fact or a step on the way, in the same state: opened, a witness. */
export async function note(
  acting: Acting,
  referral: StoredReferral,
  side: Side,
  kind: ReferralEvent['kind'],
  changes: Changes,
): Promise<Result<StoredReferral, ReferralRefusal>> {
  const changed = {
    ...referral,
    businessStatus: changes.businessStatus ?? referral.businessStatus,
    ...facts(referral, changes),
  }
  if (!(await saveReferral(acting.db, changed))) return refuse('changed-meanwhile')
  await record(acting, referral, side, {
    kind,
    toStatus: null,
    businessStatus: changes.businessStatus ?? null,
    reason: null,
  })
  return accept({ ...changed, version: changed.version + 1 })
}

/** The end is computed from facts: when two witnesses agree, the system completes. */
export async function completeIfWitnessed(
  acting: Acting,
  referral: StoredReferral,
): Promise<Result<StoredReferral, ReferralRefusal>> {
  if (!isWitnessedTwice(referral) || isTerminal(referral.status)) return accept(referral)
  return move(acting, referral.id, 'system', 'completed')
}

function facts(referral: StoredReferral, changes: Changes) {
  return {
    proposedAt: changes.proposedAt === undefined ? referral.proposedAt : changes.proposedAt,
    nextServiceId: changes.nextServiceId === undefined ? referral.nextServiceId : changes.nextServiceId,
    organizationConfirmedAt: changes.organizationConfirmedAt ?? referral.organizationConfirmedAt,
    personConfirmedAt: changes.personConfirmedAt ?? referral.personConfirmedAt,
  }
}

async function record(
  { services, db, actor, now }: Acting,
  referral: StoredReferral,
  side: Side,
  event: Pick<ReferralEvent, 'kind' | 'toStatus' | 'businessStatus' | 'reason'>,
): Promise<void> {
  await insertEvent(db, {
    ...event,
    id: services.newId(),
    referralId: referral.id,
    fileId: referral.fileId,
    at: now,
    side,
    actorLabel: side === 'system' ? null : labelOf(actor),
    fromStatus: referral.status,
  })
}
