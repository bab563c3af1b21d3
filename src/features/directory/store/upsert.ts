import { sql } from 'kysely'
import type { Id } from '#kernel/id.ts'
import type { Db } from '#platform/db/db.ts'
import type { Value } from '../domain/hsds/cell.ts'
import { isOwnField } from '../domain/own-fields.ts'
import type { Table } from '../domain/hsds/model.ts'

export type StoredEntry = Record<string, Value> & { id: Id }
type Row = Record<string, unknown>
/** What a batch did: how many entries were new, and what the others were before and are now. */
export type Written = { added: number; changed: { id: Id; before: Row; after: Row }[]; ofAnotherSource: boolean }

/** Tables that say when an entry last changed; the moment moves only with a change. */
const dated: readonly Table[] = ['organization', 'service']
/** Tables whose entries are suspended when their source lists them no more. */
const suspended: readonly Table[] = ['organization', 'service', 'location']

/** What a source need not say, and what an editor may have said instead: silence leaves it as it is. */
export const keptInSilence: readonly string[] = ['confidential', 'private', 'region', 'city', 'french_level', 'status']
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
    // suspended because its source listed it no more: back as it was, unless someone ended it since
    if (column === 'status') return sql`coalesce(${given}, case when b.gone_at is null then b.status end, 'active')`
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

/** Whether a source was ever loaded: of a new one nothing can be gone. */
export async function hasEntries(db: Db, sourceId: string): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`select exists (select from organization where source_id = ${sourceId})
    or exists (select from service where source_id = ${sourceId})
    or exists (select from location where source_id = ${sourceId}) as found`.execute(db)
  return rows[0]?.found ?? false
}

/** Remembers until the end of the transaction which entries this import met. */
export async function noteSeen(db: Db, table: Table, ids: readonly Id[]): Promise<void> {
  await sql`insert into seen_entry select ${table}, unnest(${ids}::uuid[])`.execute(db)
}

export async function beginSeen(db: Db): Promise<void> {
  await sql`create temporary table seen_entry (resource text, id uuid, primary key (resource, id)) on commit drop`.execute(
    db,
  )
}

export type Gone = { id: Id; label: string }
const unseen = (table: Table) =>
  sql`not exists (select from seen_entry where seen_entry.resource = ${table} and seen_entry.id = t.id)`

/** Suspends organizations, services and places that their source lists no more; plans and referrals may still point to them. */
export async function suspendOthers(db: Db, table: Table, sourceId: string, at: Date): Promise<Gone[]> {
  if (!suspended.includes(table)) return []
  const ended =
    table === 'organization'
      ? sql`status = 'suspended', last_modified = ${at},`
      : table === 'service'
        ? sql`status = 'inactive', last_modified = ${at},`
        : sql``
  const { rows } = await sql<Gone>`update ${sql.table(table)} t set ${ended} gone_at = ${at}
    where source_id = ${sourceId} and gone_at is null and ${unseen(table)}
    returning id, coalesce(name, source_key) as label`.execute(db)
  return rows
}

/** No plan and no referral points to these: what their source drops can go. Those that others point to go last. */
const removable: readonly Table[] = [
  'metadata',
  'attribute',
  'service_capacity',
  'service_area',
  'funding',
  'required_document',
  'cost_option',
  'accessibility',
  'language',
  'schedule',
  'phone',
  'contact',
  'address',
  'url',
  'organization_identifier',
  'service_at_location',
]

/** Removes a source's details that it lists no more: how many of each table. */
export async function removeOthers(db: Db, sourceId: string, read: readonly Table[]): Promise<number> {
  let removed = 0
  for (const table of removable) {
    // what this service noted itself of a source's changes is not the source's to drop
    if (!read.includes(table) || table === 'metadata') continue
    const { numAffectedRows } =
      await sql`delete from ${sql.table(table)} t where source_id = ${sourceId} and ${unseen(table)}`.execute(db)
    removed += Number(numAffectedRows ?? 0n)
  }
  return removed
}
