import { sql } from 'kysely'
import type { Id } from '#kernel/id.ts'
import type { Db } from '#platform/db/db.ts'

const atOnce = 5_000

/** Writes again what searches read of a source's services: after an import, an opening, a load of our own directory. */
export async function refreshSource(db: Db, sourceId: string): Promise<void> {
  let after: Id | undefined
  for (;;) {
    const rows = await db
      .selectFrom('service')
      .select('id')
      .where('source_id', '=', sourceId)
      .where('organization_id', 'is not', null)
      .$if(after !== undefined, (query) => query.where('id', '>', after ?? ''))
      .orderBy('id')
      .limit(atOnce)
      .execute()
    await refreshServices(
      db,
      rows.map(({ id }) => id),
    )
    after = rows.at(-1)?.id
    if (rows.length < atOnce) return
  }
}

/** The same for some services, in the transaction that changed them. */
export async function refreshServices(db: Db, ids: readonly Id[]): Promise<void> {
  if (ids.length > 0) await sql`select refresh_search(${ids}::uuid[])`.execute(db)
}
