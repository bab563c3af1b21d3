import type { Id } from '#kernel/id.ts'
import type { Db } from '#platform/db/db.ts'

export type DoneStep = { stepId: string; doneAt: Date; doneBy: 'person' | 'agent' | 'organization' }

export function doneSteps(db: Db, fileId: Id): Promise<DoneStep[]> {
  return db
    .selectFrom('plan_step')
    .select(['step_id as stepId', 'done_at as doneAt', 'done_by as doneBy'])
    .where('file_id', '=', fileId)
    .execute()
}

export async function saveDone(db: Db, fileId: Id, step: DoneStep): Promise<void> {
  await db
    .insertInto('plan_step')
    .values({ file_id: fileId, step_id: step.stepId, done_at: step.doneAt, done_by: step.doneBy })
    .onConflict((conflict) => conflict.columns(['file_id', 'step_id']).doNothing())
    .execute()
}

export async function deleteDone(db: Db, fileId: Id, stepId: string): Promise<void> {
  await db.deleteFrom('plan_step').where('file_id', '=', fileId).where('step_id', '=', stepId).execute()
}
