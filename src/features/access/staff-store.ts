import { sql } from 'kysely'
import type { StaffRole } from '#kernel/actor.ts'
import type { Id } from '#kernel/id.ts'
import type { Db } from '#platform/db/db.ts'

export type Staff = {
  id: Id
  kind: 'agent' | 'organization'
  role: StaffRole
  name: string
  emailSealed: Buffer
  regions: string[]
}

const columns = ['id', 'kind', 'role', 'name', 'email_sealed as emailSealed', 'regions'] as const

export function staffByEmail(db: Db, emailHash: string): Promise<Staff | undefined> {
  return db
    .selectFrom('staff')
    .select(columns)
    .where('email_hash', '=', emailHash)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
}

export function staffById(db: Db, id: Id): Promise<Staff | undefined> {
  return db.selectFrom('staff').select(columns).where('id', '=', id).executeTakeFirst()
}

/** Who to write a sign-in link to; asked before anybody is known, so it answers an id and nothing else. */
export async function staffIdToWriteTo(db: Db, emailHash: string): Promise<Id | undefined> {
  const { rows } = await sql<{ id: Id | null }>`select staff_to_write_to(${emailHash}) as id`.execute(db)
  return rows[0]?.id ?? undefined
}

export async function insertStaff(db: Db, staff: Staff & { emailHash: string; invitedAt: Date }): Promise<void> {
  await db
    .insertInto('staff')
    .values({
      id: staff.id,
      kind: staff.kind,
      role: staff.role,
      name: staff.name,
      email_sealed: staff.emailSealed,
      email_hash: staff.emailHash,
      regions: staff.regions,
      invited_at: staff.invitedAt,
    })
    .execute()
}

/** A known person's new name, role or territory counts from the very next request. */
export async function saveStaff(db: Db, staff: Pick<Staff, 'id' | 'name' | 'role' | 'regions'>): Promise<void> {
  await db
    .updateTable('staff')
    .set({ name: staff.name, role: staff.role, regions: staff.regions })
    .where('id', '=', staff.id)
    .execute()
}

/** From now on no session and no link of theirs opens anything; false when nobody with this address is there. */
export async function endStaff(db: Db, emailHash: string, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('staff')
    .set({ ended_at: at })
    .where('email_hash', '=', emailHash)
    .where('ended_at', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}
