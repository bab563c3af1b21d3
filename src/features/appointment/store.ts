import type { Day } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'
import type { Db } from '#platform/db/db.ts'

export type Meeting = { id: Id; kind: 'first-meeting'; heldOn: Day; notedAt: Date }

export async function insertMeeting(db: Db, meeting: Meeting & { fileId: Id; staffId: Id }): Promise<void> {
  await db
    .insertInto('meeting')
    .values({
      id: meeting.id,
      file_id: meeting.fileId,
      staff_id: meeting.staffId,
      kind: meeting.kind,
      held_on: meeting.heldOn,
      noted_at: meeting.notedAt,
    })
    .execute()
}

export function meetingsOf(db: Db, fileId: Id): Promise<Meeting[]> {
  return db
    .selectFrom('meeting')
    .select(['id', 'kind', 'held_on as heldOn', 'noted_at as notedAt'])
    .where('file_id', '=', fileId)
    .orderBy('noted_at')
    .execute()
}
