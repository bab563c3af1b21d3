import { sql } from 'kysely'
import type { Db } from '#platform/db/db.ts'

/** Changes with every import, opening and edit: what was read of the directory before it may be used again until then. */
export async function versionOf(db: Db): Promise<string> {
  const { rows } = await sql<{ version: string }>`select concat_ws(' ', current_database(),
    (select max(opened_at) from directory_source), (select count(opened_at) from directory_source), (select max(imported_at) from directory_source),
    (select max(last_modified) from service), (select max(last_modified) from organization)) as version`.execute(db)
  return rows[0]?.version ?? ''
}
