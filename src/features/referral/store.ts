import { sql } from 'kysely'
import type { Id } from '#kernel/id.ts'
import type { Db } from '#platform/db/db.ts'
import { isTerminal, type Referral, type Side } from './domain/referral.ts'

/** A referral as it is kept: the shell, with its version. */
export type StoredReferral = Referral & {
  id: Id
  fileId: Id
  needId: string
  serviceId: Id
  serviceName: string
  organizationId: Id
  organizationName: string
  senderId: Id
  region: string | null
  proposedAt: Date | null
  nextServiceId: Id | null
  dueAt: Date | null
  createdAt: Date
  since: Date
  version: number
}

const columns = [
  'referral.id',
  'referral.file_id as fileId',
  'referral.need_id as needId',
  'referral.service_id as serviceId',
  'service.name as serviceName',
  'referral.organization_id as organizationId',
  'organization.name as organizationName',
  'referral.sender_id as senderId',
  'referral.region',
  'referral.status',
  'referral.business_status as businessStatus',
  'referral.status_reason as statusReason',
  'referral.outcome',
  'referral.proposed_at as proposedAt',
  'referral.next_service_id as nextServiceId',
  'referral.organization_confirmed_at as organizationConfirmedAt',
  'referral.person_confirmed_at as personConfirmedAt',
  'referral.due_at as dueAt',
  'referral.created_at as createdAt',
  'referral.since',
  'referral.version',
] as const

function referrals(db: Db) {
  return db
    .selectFrom('referral')
    .innerJoin('service', 'service.id', 'referral.service_id')
    .innerJoin('organization', 'organization.id', 'referral.organization_id')
    .select(columns)
}

export function referralById(db: Db, id: Id): Promise<StoredReferral | undefined> {
  return referrals(db).where('referral.id', '=', id).executeTakeFirst()
}

export function referralsOfFile(db: Db, fileId: Id): Promise<StoredReferral[]> {
  return referrals(db).where('referral.file_id', '=', fileId).orderBy('referral.created_at', 'desc').execute()
}

/** Sent, and nobody answered by this moment: what expiry looks at, a batch at a time. */
export function unansweredSince(db: Db, before: Date, limit: number): Promise<StoredReferral[]> {
  return referrals(db)
    .where('referral.status', '=', 'requested')
    .where('referral.due_at', '<', before)
    .orderBy('referral.due_at')
    .limit(limit)
    .execute()
}

/** Accepted or begun, past its time, and nobody was asked to look yet: what escalation looks at, a batch at a time. */
export function unwatchedSince(db: Db, before: Date, limit: number): Promise<StoredReferral[]> {
  return referrals(db)
    .where('referral.status', 'in', ['accepted', 'in-progress', 'on-hold'])
    .where('referral.due_at', '<', before)
    .orderBy('referral.due_at')
    .limit(limit)
    .execute()
}

export type NewReferral = Pick<
  StoredReferral,
  'id' | 'fileId' | 'needId' | 'serviceId' | 'organizationId' | 'senderId' | 'region' | 'createdAt'
> & { dueAt: Date; contentSealed: Buffer; stepIds: readonly string[] }

export async function insertReferral(db: Db, referral: NewReferral): Promise<void> {
  await db
    .insertInto('referral')
    .values({
      id: referral.id,
      file_id: referral.fileId,
      need_id: referral.needId,
      service_id: referral.serviceId,
      organization_id: referral.organizationId,
      sender_id: referral.senderId,
      region: referral.region,
      status: 'draft',
      due_at: referral.dueAt,
      created_at: referral.createdAt,
      since: referral.createdAt,
    })
    .execute()
  await db
    .insertInto('referral_content')
    .values({
      referral_id: referral.id,
      file_id: referral.fileId,
      content_sealed: referral.contentSealed,
      step_ids: [...referral.stepIds],
    })
    .execute()
}

/** False when someone else changed the referral since it was read. */
export async function saveReferral(db: Db, referral: StoredReferral): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('referral')
    .set({
      status: referral.status,
      business_status: referral.businessStatus,
      status_reason: referral.statusReason,
      outcome: referral.outcome,
      proposed_at: referral.proposedAt,
      next_service_id: referral.nextServiceId,
      organization_confirmed_at: referral.organizationConfirmedAt,
      person_confirmed_at: referral.personConfirmedAt,
      due_at: isTerminal(referral.status) ? null : referral.dueAt,
      since: referral.since,
      version: referral.version + 1,
    })
    .where('id', '=', referral.id)
    .where('version', '=', referral.version)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/** Sealed; empty when no consent is in force for whoever asks: the database decides, not this query. */
export async function contentOf(db: Db, referralId: Id): Promise<Buffer | undefined> {
  const row = await db
    .selectFrom('referral_content')
    .select('content_sealed')
    .where('referral_id', '=', referralId)
    .executeTakeFirst()
  return row?.content_sealed
}

export type ReferralEvent = {
  at: Date
  side: Side
  actorLabel: string | null
  kind: 'created' | 'moved' | 'business-status' | 'witness' | 'opened'
  toStatus: string | null
  businessStatus: string | null
  reason: string | null
}

export async function insertEvent(
  db: Db,
  event: ReferralEvent & { id: Id; referralId: Id; fileId: Id; fromStatus: string | null },
): Promise<void> {
  await db
    .insertInto('referral_event')
    .values({
      id: event.id,
      referral_id: event.referralId,
      file_id: event.fileId,
      at: event.at,
      side: event.side,
      actor_label: event.actorLabel,
      kind: event.kind,
      from_status: event.fromStatus,
      to_status: event.toStatus,
      business_status: event.businessStatus,
      reason: event.reason,
    })
    .execute()
}

export function eventsOf(db: Db, referralIds: readonly Id[]): Promise<(ReferralEvent & { referralId: Id })[]> {
  if (referralIds.length === 0) return Promise.resolve([])
  return db
    .selectFrom('referral_event')
    .select([
      'referral_id as referralId',
      'at',
      'side',
      'actor_label as actorLabel',
      'kind',
      'to_status as toStatus',
      'business_status as businessStatus',
      'reason',
    ])
    .where('referral_id', 'in', referralIds)
    .orderBy('number')
    .execute()
}

export type Glance = {
  referralId: Id
  organizationId: Id
  organizationName: string
  needId: string | null
  initial: string | null
  status: string
  expiresAt: Date
}

/** What the holder of a token may see before the POST: sender's service, need and initials. */
export async function glanceByHash(db: Db, tokenHash: string): Promise<Glance | undefined> {
  const { rows } =
    await sql<Glance>`select referral_id as "referralId", organization_id as "organizationId", organization_name as "organizationName",
    need_id as "needId", initial, status, expires_at as "expiresAt" from referral_glance(${tokenHash})`.execute(db)
  return rows[0]
}
