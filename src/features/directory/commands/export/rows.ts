import type { Db } from '#platform/db/db.ts'
import { mapTables, resourceOf, tables, type Table } from '../../domain/hsds/model.ts'
import { confidentialLocations, rowsAfter, type ExportedRow } from '../../store/export.ts'

/** What has been written: a row that points to something left out points nowhere, or is left out itself. */
type Written = { ids: Record<Table, Set<string>>; confidential: ReadonlySet<string> }

const atOnce = 1_000
/** What would say where a confidential place is, or who is there. */
const revealing: readonly Table[] = ['address', 'accessibility', 'contact']

/** Every row for the public, table after table, each after those it points to. */
export async function* publicRows(db: Db): AsyncGenerator<{ table: Table; row: ExportedRow }> {
  const written: Written = { ids: mapTables(() => new Set()), confidential: await confidentialLocations(db) }
  for (const table of tables) {
    let after: string | undefined
    for (;;) {
      const rows = await rowsAfter(db, table, after, atOnce)
      for (const row of rows) {
        const kept = keptOf(table, row, written)
        if (!kept) continue
        written.ids[table].add(row.id)
        yield { table, row: kept }
      }
      after = rows.at(-1)?.id
      if (rows.length < atOnce) break
    }
  }
}

function keptOf(table: Table, row: ExportedRow, written: Written): ExportedRow | undefined {
  const { columns, owners } = resourceOf(table)
  const kept = { ...row }
  for (const [name, { to, must }] of Object.entries(columns)) {
    const pointed = row[name]
    // a term may stand before its parent, an organization before the one it belongs to
    if (!to || to === table || (typeof pointed === 'string' && written.ids[to].has(pointed))) continue
    if (must) return undefined
    delete kept[name]
  }
  if (owners && !owners.some((name) => kept[name])) return undefined
  if (revealing.includes(table) && written.confidential.has(String(kept['location_id']))) return undefined
  return isDescribed(table, kept, written) ? kept : undefined
}

/** An attribute or a trace goes with what it describes; of a confidential place, neither. */
function isDescribed(table: Table, row: ExportedRow, { ids, confidential }: Written): boolean {
  if (table !== 'attribute' && table !== 'metadata') return true
  const [id, entity] =
    table === 'attribute' ? [row['link_id'], row['link_entity']] : [row['resource_id'], row['resource_type']]
  const described = tables.find((each) => each === entity)
  return described !== undefined && ids[described].has(String(id)) && !confidential.has(String(id))
}
