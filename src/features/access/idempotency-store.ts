import type { Db } from '#platform/db/db.ts'

/** What was answered to a command, so that the same command sent again gets the same answer. */
export type Answered = {
  status: number | null
  location: string | null
  bodySealed: Buffer | null
  cookiesSealed: Buffer | null
}

/** True when the key is new; a second sender waits here until the first has ended. */
export async function claimKey(db: Db, key: string, at: Date): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('idempotency_record')
    .values({ key, created_at: at })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

export function answerOfKey(db: Db, key: string): Promise<Answered | undefined> {
  return db
    .selectFrom('idempotency_record')
    .select(['status', 'location', 'body_sealed as bodySealed', 'cookies_sealed as cookiesSealed'])
    .where('key', '=', key)
    .executeTakeFirst()
}

export async function saveAnswer(db: Db, key: string, answer: Answered): Promise<void> {
  await db
    .updateTable('idempotency_record')
    .set({
      status: answer.status,
      location: answer.location,
      body_sealed: answer.bodySealed,
      cookies_sealed: answer.cookiesSealed,
    })
    .where('key', '=', key)
    .execute()
}

export async function deleteKey(db: Db, key: string): Promise<void> {
  await db.deleteFrom('idempotency_record').where('key', '=', key).execute()
}
