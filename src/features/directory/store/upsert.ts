import { sql, type RawBuilder } from 'kysely'
import type { Id } from '#kernel/id.ts'
import type { Db } from '#platform/db/db.ts'
import type { Value } from '../domain/hsds/cell.ts'
import { isOwnField } from '../domain/own-fields.ts'
import type { Table } from '../domain/hsds/model.ts'
import { keptInSilence } from '../domain/hsds/ours.ts'
import { suspended } from './gone.ts'

export type StoredEntry = Record<string, Value> & { id: Id }
type Row = Record<string, unknown>
/** What a batch did: how many entries were new, and what the others were before and are now. */
export type Written = { added: number; changed: { id: Id; before: Row; after: Row }[]; ofAnotherSource: boolean }

/** Tables that say when an entry last changed; the moment moves only with a change. */
const dated: readonly Table[] = ['organization', 'service']
const falseAtFirst: readonly string[] = ['confidential', 'private']

/** Adds what is new, changes what differs and leaves the rest alone, in one statement; all entries have the same columns. */
export async function upsert(
  db: Db,
  table: Table,
  sourceId: string,
  entries: readonly StoredEntry[],
  at: Date,
): Promise<Written> {
  const [first] = entries
  if (!first) return { added: 0, changed: [], ofAnotherSource: false }
  const isDated = dated.includes(table)
  const back = suspended.includes(table) ? ['gone_at'] : []
  const compared = [...Object.keys(first).filter((column) => column !== 'id' && column !== 'last_modified'), ...back]
  const stamp = isDated ? ['last_modified'] : []
  const list = (columns: readonly string[], prefix = '') =>
    sql.join(columns.map((column) => sql.ref(`${prefix}${column}`)))
  const moment = at.toISOString()
  const whole = isDated
    ? entries.map((entry) => ({ ...entry, last_modified: entry['last_modified'] ?? moment }))
    : entries
  const { rows } = await sql<{ id: Id; before: Row | null; after: Row | null; foreign: boolean }>`
    with incoming as (select * from json_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(whole)}::json)),
    before as materialized (select t.* from ${sql.table(table)} t join incoming using (id)),
    written as (
      insert into ${sql.table(table)} (${list(['id', ...compared, ...stamp])})
      select ${sql.join(['id', ...compared, ...stamp].map(incomingColumn(table)))} from incoming i left join before b using (id)
      on conflict (id) do update set ${sql.join(
        [...compared, ...stamp].map((column) => sql`${sql.ref(column)} = ${sql.ref(`excluded.${column}`)}`),
      )}
      where (${list(compared, `${table}.`)}) is distinct from (${list(compared, 'excluded.')})
      returning id)
    select w.id, to_jsonb(b) as before, case when b.id is not null then to_jsonb(i) end as after,
      coalesce(b.source_id <> ${sourceId}, false) as foreign
    from written w left join before b on b.id = w.id left join incoming i on b.id is not null and i.id = w.id`.execute(
    db,
  )
  const said = (row: Row) => Object.fromEntries(compared.map((column) => [column, row[column]]))
  const changed = rows.flatMap(({ id, before, after }) => (before && after ? [{ id, before, after: said(after) }] : []))
  return { added: rows.length - changed.length, changed, ofAnotherSource: rows.some((row) => row.foreign) }
}

function incomingColumn(table: Table) {
  return (column: string) => {
    if (table === 'service' && isOwnField(column)) return ownOr(column)
    const ofOwn = table === 'organization' || table === 'location' || table === 'service' || table === 'contact'
    if (!ofOwn || !keptInSilence.includes(column)) return column === 'id' ? sql.ref(column) : sql.ref(`i.${column}`)
    const [given, before] = [sql.ref(`i.${column}`), sql.ref(`b.${column}`)]
    if (column === 'status') return statusOf(table, given)
    return falseAtFirst.includes(column)
      ? sql`coalesce(${given}, ${before}, false)`
      : sql`coalesce(${given}, ${before})`
  }
}

/** What the organization wrote of its own service stays as it wrote it. */
function ownOr(column: string) {
  const [given, before] = [sql.ref(`i.${column}`), sql.ref(`b.${column}`)]
  const silent = keptInSilence.includes(column) ? sql`coalesce(${given}, ${before})` : given
  return sql`case when ${column} = any (coalesce(b.own_fields, '{}')) then ${before} else ${silent} end`
}

/**
 * What a source says of its status holds, and its silence leaves it as it is. What was suspended because its source listed it no
 * more is back as it was before, unless someone ended it since.
 */
function statusOf(table: Table, given: RawBuilder<unknown>) {
  const before = sql`(select m.previous_value from metadata m where m.resource_id = b.id and m.resource_type = ${table}
    and m.field_name = 'status' and m.last_action_type = 'delete' order by m.last_action_date desc limit 1)`
  return sql`coalesce(case
    when b.gone_at is not null and b.status not in ('inactive', 'suspended') and b.status is distinct from ${before} then b.status
    when ${given} is not null then ${given}
    when b.gone_at is not null and b.status in ('inactive', 'suspended') then ${before}
    else b.status end, 'active')`
}
