import type { Id } from '#kernel/id.ts'
import type { Db } from '#platform/db/db.ts'

/** What was said, by whom, when; a sealed value of null means that the question was seen and skipped. */
export type StoredAnswer = {
  questionId: string
  valueSealed: Buffer | null
  givenBy: 'person' | 'agent' | 'organization'
  givenAt: Date
}

export function answersOf(db: Db, fileId: Id): Promise<StoredAnswer[]> {
  return db
    .selectFrom('answer')
    .select(['question_id as questionId', 'value_sealed as valueSealed', 'given_by as givenBy', 'given_at as givenAt'])
    .where('file_id', '=', fileId)
    .execute()
}

export async function saveAnswer(db: Db, fileId: Id, answer: StoredAnswer): Promise<void> {
  const values = { value_sealed: answer.valueSealed, given_by: answer.givenBy, given_at: answer.givenAt }
  await db
    .insertInto('answer')
    .values({ file_id: fileId, question_id: answer.questionId, ...values })
    .onConflict((conflict) => conflict.columns(['file_id', 'question_id']).doUpdateSet(values))
    .execute()
}
