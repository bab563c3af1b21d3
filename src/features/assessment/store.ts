import type { Id } from '#kernel/id.ts'
import type { Db } from '#platform/db/db.ts'

export type GivenBy = 'person' | 'agent' | 'organization'
/** What was said, by whom, when, and when it was last said to be true; a sealed value of null means seen and skipped. */
export type StoredAnswer = {
  questionId: string
  valueSealed: Buffer | null
  givenBy: GivenBy
  givenLabel: string | null
  givenAt: Date
  confirmedAt: Date | null
  confirmedBy: GivenBy | null
  confirmedLabel: string | null
}

const columns = [
  'question_id as questionId',
  'value_sealed as valueSealed',
  'given_by as givenBy',
  'given_label as givenLabel',
  'given_at as givenAt',
  'confirmed_at as confirmedAt',
  'confirmed_by as confirmedBy',
  'confirmed_label as confirmedLabel',
] as const

/** Of the person whose file it is, or of one member of their household. */
export function answersOf(db: Db, fileId: Id, memberId: Id | null = null): Promise<StoredAnswer[]> {
  return db
    .selectFrom('answer')
    .select(columns)
    .where('file_id', '=', fileId)
    .where('member_id', 'is not distinct from', memberId)
    .execute()
}

/** Of whom the latest answer of a file is: one of its members, or the person whose file it is. */
export async function latestToAnswer(db: Db, fileId: Id): Promise<Id | null> {
  const latest = await db
    .selectFrom('answer')
    .select('member_id as memberId')
    .where('file_id', '=', fileId)
    .orderBy('given_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return latest?.memberId ?? null
}

/** The answers of many files in one reading, each of the person whose file it is. */
export async function answersOfFiles(db: Db, fileIds: readonly Id[]): Promise<ReadonlyMap<Id, StoredAnswer[]>> {
  const rows = await db
    .selectFrom('answer')
    .select(['file_id as fileId', ...columns])
    .where('file_id', 'in', fileIds)
    .where('member_id', 'is', null)
    .execute()
  return Map.groupBy(rows, (row) => row.fileId)
}

export async function saveAnswer(db: Db, fileId: Id, answer: StoredAnswer, memberId: Id | null = null): Promise<void> {
  const values = {
    value_sealed: answer.valueSealed,
    given_by: answer.givenBy,
    given_label: answer.givenLabel,
    given_at: answer.givenAt,
    confirmed_at: answer.confirmedAt,
    confirmed_by: answer.confirmedBy,
    confirmed_label: answer.confirmedLabel,
  }
  await db
    .insertInto('answer')
    .values({ file_id: fileId, member_id: memberId, question_id: answer.questionId, ...values })
    .onConflict((conflict) => conflict.columns(['file_id', 'member_id', 'question_id']).doUpdateSet(values))
    .execute()
}

/** Who last stood by an answer, and when: whoever gave it, or said later that it is still true. */
export function lastSaid(answer: StoredAnswer): { by: GivenBy; label: string | null; at: Date } {
  const { givenBy, givenLabel, givenAt, confirmedBy, confirmedLabel, confirmedAt } = answer
  return confirmedBy && confirmedAt
    ? { by: confirmedBy, label: confirmedLabel, at: confirmedAt }
    : { by: givenBy, label: givenLabel, at: givenAt }
}

/** Still true: false when there is no such answer. */
export async function saveConfirmed(
  db: Db,
  fileId: Id,
  questionId: string,
  said: { by: GivenBy; label: string | null; at: Date },
  memberId: Id | null = null,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('answer')
    .set({ confirmed_at: said.at, confirmed_by: said.by, confirmed_label: said.label })
    .where('file_id', '=', fileId)
    .where('member_id', 'is not distinct from', memberId)
    .where('question_id', '=', questionId)
    .where('value_sealed', 'is not', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

export async function deleteAnswer(db: Db, fileId: Id, questionId: string): Promise<void> {
  await db.deleteFrom('answer').where('file_id', '=', fileId).where('question_id', '=', questionId).execute()
}
