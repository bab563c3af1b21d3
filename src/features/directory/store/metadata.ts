import { sql } from 'kysely'
import type { Id } from '#kernel/id.ts'
import type { Db } from '#platform/db/db.ts'
import type { ImportChange } from '../domain/import-report.ts'

type By = { runId: Id | null; sourceId: string; sourceName: string; at: Date; newId: () => Id }

/** Notes where a changed field comes from, and when: HSDS metadata, a row a field. What was there from the start has none. */
export async function insertMetadata(db: Db, changes: readonly ImportChange[], by: By): Promise<void> {
  const rows = changes.flatMap(({ kind, table, id, fields }) =>
    fields.map(({ name, before, after }) => ({
      id: by.newId(),
      resource_id: id,
      resource_type: table,
      source_id: by.sourceId,
      run_id: by.runId,
      last_action_date: by.at,
      last_action_type: kind === 'gone' ? 'delete' : 'update',
      field_name: name,
      previous_value: before,
      replacement_value: after,
      updated_by: by.sourceName,
    })),
  )
  if (rows.length === 0) return
  await sql`insert into metadata (id, source_key, resource_id, resource_type, source_id, run_id, last_action_date,
      last_action_type, field_name, previous_value, replacement_value, updated_by)
    select id, id::text, resource_id, resource_type, source_id, run_id, last_action_date, last_action_type, field_name,
      previous_value, replacement_value, updated_by
    from json_populate_recordset(null::metadata, ${JSON.stringify(rows)}::json)`.execute(db)
}
