import type { Day } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'
import type { Db } from '#platform/db/db.ts'

/** True when this was not sent yet, of the person or of one member: of two workers at once, one writes. */
export async function claimReminder(
  db: Db,
  reminder: { fileId: Id; memberId?: Id | null; kind: string; dueOn: Day; at: Date },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('reminder')
    .values({
      file_id: reminder.fileId,
      member_id: reminder.memberId ?? null,
      kind: reminder.kind,
      due_on: reminder.dueOn,
      sent_at: reminder.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

export async function hasStopped(db: Db, fileId: Id): Promise<boolean> {
  const found = await db.selectFrom('reminder_stop').select('file_id').where('file_id', '=', fileId).executeTakeFirst()
  return found !== undefined
}

export async function saveStop(db: Db, fileId: Id, at: Date): Promise<void> {
  await db
    .insertInto('reminder_stop')
    .values({ file_id: fileId, stopped_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** They are wanted again. */
export async function deleteStop(db: Db, fileId: Id): Promise<void> {
  await db.deleteFrom('reminder_stop').where('file_id', '=', fileId).execute()
}
