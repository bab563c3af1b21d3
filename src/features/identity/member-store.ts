import type { Id } from '#kernel/id.ts'
import type { Db } from '#platform/db/db.ts'

export type Relation = 'spouse' | 'child' | 'parent' | 'other'
export const relations: readonly Relation[] = ['spouse', 'child', 'parent', 'other']
/** Someone who lives with the person whose file it is, and has a plan of their own in it. */
export type Member = { id: Id; relation: Relation; nameSealed: Buffer; createdAt: Date }

const columns = ['id', 'relation', 'name_sealed as nameSealed', 'created_at as createdAt'] as const

export function membersOf(db: Db, fileId: Id): Promise<Member[]> {
  return db
    .selectFrom('member')
    .select(columns)
    .where('file_id', '=', fileId)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
}

export function memberById(db: Db, fileId: Id, id: Id): Promise<Member | undefined> {
  return db.selectFrom('member').select(columns).where('file_id', '=', fileId).where('id', '=', id).executeTakeFirst()
}

export async function insertMember(db: Db, fileId: Id, member: Member): Promise<void> {
  await db
    .insertInto('member')
    .values({
      id: member.id,
      file_id: fileId,
      relation: member.relation,
      name_sealed: member.nameSealed,
      created_at: member.createdAt,
    })
    .execute()
}

/** With all that was answered and changed in their name. */
export async function deleteMember(db: Db, fileId: Id, id: Id): Promise<void> {
  await db.deleteFrom('member').where('file_id', '=', fileId).where('id', '=', id).execute()
}
