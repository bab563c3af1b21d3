import type { Id } from '#kernel/id.ts'
import type { Db } from '#platform/db/db.ts'

export type LinkPurpose =
  | 'registration'
  | 'staff'
  | 'referral'
  | 'witness'
  | 'withdraw'
  | 'check-in'
  | 'unsubscribe'
  | 'resume'
  | 'feed'
  | 'listing'
/** One token, one object. */
export type Link = {
  id: Id
  purpose: LinkPurpose
  fileId: Id | null
  staffId: Id | null
  referralId: Id | null
  consentId: Id | null
  personId: Id | null
  organizationId: Id | null
  serviceId: Id | null
  firstName: string | null
  emailSealed: Buffer | null
  language: string
  expiresAt: Date
  usedAt: Date | null
  codeHash: string | null
  codeExpiresAt: Date | null
}

const columns = [
  'id',
  'purpose',
  'file_id as fileId',
  'staff_id as staffId',
  'referral_id as referralId',
  'consent_id as consentId',
  'person_id as personId',
  'organization_id as organizationId',
  'service_id as serviceId',
  'first_name as firstName',
  'email_sealed as emailSealed',
  'language',
  'expires_at as expiresAt',
  'used_at as usedAt',
  'code_hash as codeHash',
  'code_expires_at as codeExpiresAt',
] as const

/** Found only in a transaction that presented the same hash. */
export function linkByHash(db: Db, tokenHash: string): Promise<Link | undefined> {
  return db.selectFrom('link').select(columns).where('token_hash', '=', tokenHash).executeTakeFirst()
}

export type NewLink = {
  id: Id
  tokenHash: string
  purpose: LinkPurpose
  fileId?: Id | null
  staffId?: Id | null
  referralId?: Id | null
  consentId?: Id | null
  personId?: Id | null
  organizationId?: Id | null
  serviceId?: Id | null
  firstName?: string | null
  emailSealed?: Buffer | null
  language: string
  createdAt: Date
  expiresAt: Date
}

export async function insertLink(db: Db, link: NewLink): Promise<void> {
  await db
    .insertInto('link')
    .values({
      id: link.id,
      token_hash: link.tokenHash,
      purpose: link.purpose,
      file_id: link.fileId ?? null,
      staff_id: link.staffId ?? null,
      referral_id: link.referralId ?? null,
      consent_id: link.consentId ?? null,
      person_id: link.personId ?? null,
      organization_id: link.organizationId ?? null,
      service_id: link.serviceId ?? null,
      first_name: link.firstName ?? null,
      email_sealed: link.emailSealed ?? null,
      language: link.language,
      created_at: link.createdAt,
      expires_at: link.expiresAt,
    })
    .execute()
}

/** False when it was used before: of two at once, one wins. */
export async function markLinkUsed(db: Db, tokenHash: string, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('link')
    .set({ used_at: at })
    .where('token_hash', '=', tokenHash)
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

export async function saveLinkCode(
  db: Db,
  tokenHash: string,
  codeHash: string | null,
  expiresAt: Date | null,
): Promise<void> {
  await db
    .updateTable('link')
    .set({ code_hash: codeHash, code_expires_at: expiresAt })
    .where('token_hash', '=', tokenHash)
    .execute()
}

/** When each calendar of this file that can still be read will end, the first first. */
export async function feedsOfFile(db: Db, fileId: Id, at: Date): Promise<Date[]> {
  const rows = await db
    .selectFrom('link')
    .select('expires_at')
    .where('file_id', '=', fileId)
    .where('purpose', '=', 'feed')
    .where('used_at', 'is', null)
    .where('expires_at', '>', at)
    .orderBy('expires_at')
    .execute()
  return rows.map((row) => row.expires_at)
}

/** From the very next look on, none of this file's calendars shows anything. */
export async function endFeeds(db: Db, fileId: Id, at: Date): Promise<void> {
  await db
    .updateTable('link')
    .set({ used_at: at })
    .where('file_id', '=', fileId)
    .where('purpose', '=', 'feed')
    .where('used_at', 'is', null)
    .execute()
}
