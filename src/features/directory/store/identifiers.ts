import { sql } from 'kysely'
import type { Id } from '#kernel/id.ts'
import type { Db } from '#platform/db/db.ts'
import { tables, type Table } from '../domain/hsds/model.ts'

/** For which UUIDs of a source other identifiers were made. */
export async function madeBefore(db: Db, sourceId: string): Promise<Map<Table, Set<Id>>> {
  return byTable(
    db,
    (table) => sql<{ id: Id }>`select source_key as id from ${sql.table(table)} where source_id = ${sourceId}
      and source_key ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' and source_key <> id::text`,
  )
}

/** Every identifier that another source has. */
export async function ofOthers(db: Db, sourceId: string): Promise<Map<Table, Set<Id>>> {
  return byTable(db, (table) => sql<{ id: Id }>`select id from ${sql.table(table)} where source_id <> ${sourceId}`)
}

/** The entries of a source in one table. */
export async function idsOf(db: Db, table: Table, sourceId: string): Promise<Set<Id>> {
  const { rows } = await sql<{ id: Id }>`select id from ${sql.table(table)} where source_id = ${sourceId}`.execute(db)
  return new Set(rows.map(({ id }) => id))
}

async function byTable(db: Db, query: (table: Table) => ReturnType<typeof sql<{ id: Id }>>) {
  const found = new Map<Table, Set<Id>>()
  for (const table of tables) {
    const { rows } = await query(table).execute(db)
    if (rows.length > 0) found.set(table, new Set(rows.map(({ id }) => id)))
  }
  return found
}
