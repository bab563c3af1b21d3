import { sql } from 'kysely'
import type { Db } from '#platform/db/db.ts'
import { documents, type DocumentName } from '../domain/hsds/documents.ts'
import type { Table } from '../domain/hsds/model.ts'
import { documentSql, shownSql } from './documents.ts'

export type ExportedRow = Record<string, unknown> & { id: string }

/** Rows of a table that are for the public, in the order of their identifiers, without what hangs from them. */
export async function rowsAfter(
  db: Db,
  table: Table,
  after: string | undefined,
  limit: number,
): Promise<ExportedRow[]> {
  const document = documentSql({ table, ones: {}, lists: {} }, 'r')
  const { rows } = await sql<{
    row: ExportedRow
  }>`select jsonb_strip_nulls(${document}) as row from ${sql.table(table)} r
    where ${shownSql(table, 'r')} ${after ? sql`and r.id > ${after}::uuid` : sql``} order by r.id limit ${limit}`.execute(
    db,
  )
  return rows.map(({ row }) => row)
}

export async function confidentialLocations(db: Db): Promise<Set<string>> {
  const rows = await db.selectFrom('location').select('id').where('confidential', '=', true).execute()
  return new Set(rows.map(({ id }) => id))
}

/** Whole documents in the order of their identifiers. */
export async function documentsAfter(
  db: Db,
  name: DocumentName,
  after: string | undefined,
  limit: number,
): Promise<ExportedRow[]> {
  const { table } = documents[name]
  const { rows } = await sql<{ row: ExportedRow }>`select jsonb_strip_nulls(${documentSql(documents[name], 'r')}) as row
    from ${sql.table(table)} r where ${shownSql(table, 'r')} ${after ? sql`and r.id > ${after}::uuid` : sql``} order by r.id limit ${limit}`.execute(
    db,
  )
  return rows.map(({ row }) => row)
}
