import type { Id } from '#kernel/id.ts'
import type { Db } from '#platform/db/db.ts'

export type ConsentState = 'asked' | 'given' | 'refused' | 'withdrawn'
/** Who may read what: one referral, one organization, one purpose; separate, specific, and as easily withdrawn as given. */
export type Consent = {
  id: Id
  fileId: Id
  referralId: Id
  organizationId: Id
  textVersion: string
  language: string
  channel: 'screen' | 'oral'
  state: ConsentState
  askedAt: Date
  givenAt: Date | null
  endedAt: Date | null
}

const columns = [
  'id',
  'file_id as fileId',
  'referral_id as referralId',
  'organization_id as organizationId',
  'text_version as textVersion',
  'language',
  'channel',
  'state',
  'asked_at as askedAt',
  'given_at as givenAt',
  'ended_at as endedAt',
] as const

export async function insertConsent(db: Db, consent: Consent & { recordedBy: Id | null }): Promise<void> {
  await db
    .insertInto('consent')
    .values({
      id: consent.id,
      file_id: consent.fileId,
      referral_id: consent.referralId,
      organization_id: consent.organizationId,
      purpose: 'referral',
      text_version: consent.textVersion,
      language: consent.language,
      channel: consent.channel,
      state: consent.state,
      asked_at: consent.askedAt,
      given_at: consent.givenAt,
      ended_at: consent.endedAt,
      recorded_by: consent.recordedBy,
    })
    .execute()
}

/** The latest word on a referral; the row-level security of its content goes by the same one. */
export function consentOfReferral(db: Db, referralId: Id): Promise<Consent | undefined> {
  return db
    .selectFrom('consent')
    .select(columns)
    .where('referral_id', '=', referralId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
}

export function consentById(db: Db, id: Id): Promise<Consent | undefined> {
  return db.selectFrom('consent').select(columns).where('id', '=', id).executeTakeFirst()
}

/** The ledger itself says whether a consent is in force; never a form. */
export async function consentInForce(db: Db, referralId: Id): Promise<boolean> {
  return (await consentOfReferral(db, referralId))?.state === 'given'
}

/** False when the consent had moved on since it was read: two answers at once, and one wins. */
export async function saveConsentState(
  db: Db,
  id: Id,
  from: ConsentState,
  to: ConsentState,
  at: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('consent')
    .set({ state: to, ...(to === 'given' ? { given_at: at } : { ended_at: at }) })
    .where('id', '=', id)
    .where('state', '=', from)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}
