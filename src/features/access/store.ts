import { CompiledQuery, sql } from 'kysely'
import type { StaffRole } from '#kernel/actor.ts'
import type { Id } from '#kernel/id.ts'
import { saying } from '#platform/db/actor.ts'
import type { Db } from '#platform/db/db.ts'

export type SessionKind = 'draft' | 'newcomer' | 'staff' | 'link'
/** Who a session's holder is, as PostgreSQL was told in the same statement; `nobody` where no session holds. */
export type Entered = {
  actor: 'nobody' | 'draft' | 'newcomer' | 'link' | 'agent'
  id: Id | null
  fileId: Id | null
  personId: Id | null
  staffId: Id | null
  referralId: Id | null
  organizationId: Id | null
  role: StaffRole | null
  regions: string[] | null
  name: string | null
}

/** A session without what its kind stands on is nobody's. */
const whoEnters = `select s.*, case
    when kind = 'draft' and file_id is not null then 'draft'
    when kind = 'newcomer' and file_id is not null and person_id is not null then 'newcomer'
    when kind = 'link' and referral_id is not null and organization_id is not null then 'link'
    when kind = 'staff' and staff_kind = 'agent' and staff_id is not null and role is not null then 'agent'
    else 'nobody' end as actor
  from (select) as always left join session_of($1, $2) s on true`

const ofActor = (column: string, ...actors: Entered['actor'][]) =>
  `case when actor in (${actors.map((actor) => `'${actor}'`).join(', ')}) then coalesce(${column}::text, '') else '' end`

const entering = `select actor, id, file_id as "fileId", person_id as "personId", staff_id as "staffId",
  referral_id as "referralId", organization_id as "organizationId", role, regions, name,
  num_nulls(set_config('app.bearer', $1, true), ${saying({
    actor: 'actor',
    actor_id: ofActor('staff_id', 'agent'),
    file: ofActor('file_id', 'draft', 'newcomer'),
    person: ofActor('person_id', 'newcomer'),
    referral: ofActor('referral_id', 'link'),
    organization: ofActor('organization_id', 'link'),
    regions: ofActor('regions', 'agent'),
  })}) as said
  from (${whoEnters}) as whoever`

/** Finds the session with this hash while it holds and says its holder to the transaction: one look-up, made before anybody is known. */
export async function enterBySession(db: Db, hash: string, at: Date): Promise<Entered | undefined> {
  const query: CompiledQuery<Entered> = CompiledQuery.raw(entering, [hash, at])
  const { rows } = await db.executeQuery(query)
  return rows[0]
}

export type NewSession = {
  id: Id
  tokenHash: string
  kind: SessionKind
  fileId?: Id
  personId?: Id
  staffId?: Id
  referralId?: Id
  organizationId?: Id
  createdAt: Date
  expiresAt: Date
}

export async function insertSession(db: Db, session: NewSession): Promise<void> {
  await db
    .insertInto('session')
    .values({
      id: session.id,
      token_hash: session.tokenHash,
      kind: session.kind,
      file_id: session.fileId ?? null,
      person_id: session.personId ?? null,
      staff_id: session.staffId ?? null,
      referral_id: session.referralId ?? null,
      organization_id: session.organizationId ?? null,
      created_at: session.createdAt,
      expires_at: session.expiresAt,
    })
    .execute()
}

export async function endSession(db: Db, tokenHash: string, at: Date): Promise<void> {
  await db
    .updateTable('session')
    .set({ ended_at: at })
    .where('token_hash', '=', tokenHash)
    .where('ended_at', 'is', null)
    .execute()
}

/** Adds one and answers the count in the window; written where no refusal can undo it. */
export async function countAttempt(db: Db, key: string, at: Date, seconds: number): Promise<number> {
  const { rows } = await sql<{
    count: number
  }>`select count_attempt(${key}, ${at}, make_interval(secs => ${seconds})) as count`.execute(db)
  return rows[0]?.count ?? 0
}

export async function attemptsMade(db: Db, key: string, at: Date, seconds: number): Promise<number> {
  const { rows } = await sql<{
    count: number
  }>`select attempts_made(${key}, ${at}, make_interval(secs => ${seconds})) as count`.execute(db)
  return rows[0]?.count ?? 0
}

const day = 86_400_000

/** Sessions and links past their time by thirty days, answers to commands and counters of tries older than a day. */
export async function endExpired(db: Db, at: Date): Promise<void> {
  await db
    .deleteFrom('session')
    .where('expires_at', '<', new Date(at.getTime() - 30 * day))
    .execute()
  await db
    .deleteFrom('link')
    .where('purpose', '<>', 'referral') // an old one still brings a new one, as long as the referral lives
    .where('expires_at', '<', new Date(at.getTime() - 30 * day))
    .execute()
  await db
    .deleteFrom('idempotency_record')
    .where('created_at', '<', new Date(at.getTime() - day))
    .execute()
  await sql`select forget_attempts(${new Date(at.getTime() - day)})`.execute(db)
}
