import { sql } from 'kysely'
import type { Day } from '#kernel/day.ts'
import type { Db } from '#platform/db/db.ts'

/** One more time that somebody looked for this and found nothing; nobody is noted. */
export async function countUnmet(db: Db, { day, need, region, language, statusGroup }: UnmetNeed): Promise<void> {
  await sql`select count_unmet(${day}::date, ${need}, ${region}, ${language}, ${statusGroup})`.execute(db)
}
export type UnmetNeed = { day: Day; need: string; region: string; language: string; statusGroup: string }
