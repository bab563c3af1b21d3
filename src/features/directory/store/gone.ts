import { sql } from 'kysely'
import type { Id } from '#kernel/id.ts'
import type { Db } from '#platform/db/db.ts'
import { resourceOf, tables, type Table } from '../domain/hsds/model.ts'

/** Tables whose entries are suspended when their source lists them no more. */
export const suspended: readonly Table[] = ['organization', 'service', 'location']

/** Whether a source was ever loaded: of a new one nothing can be gone. */
export async function hasEntries(db: Db, sourceId: string): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`select exists (select from organization where source_id = ${sourceId})
    or exists (select from service where source_id = ${sourceId})
    or exists (select from location where source_id = ${sourceId}) as found`.execute(db)
  return rows[0]?.found ?? false
}

/** Remembers until the end of the transaction which entries this import met. */
export async function noteSeen(db: Db, table: Table, ids: readonly Id[]): Promise<void> {
  await sql`insert into seen_entry select ${table}, unnest(${ids}::uuid[]) on conflict do nothing`.execute(db)
}

export async function beginSeen(db: Db): Promise<void> {
  await sql`create temporary table seen_entry (resource text, id uuid, primary key (resource, id)) on commit drop`.execute(
    db,
  )
}

/** What is suspended, with its status before and after where it has one. */
export type Gone = { id: Id; label: string; before: string | null; after: string | null }
const unseen = (table: Table) =>
  sql`not exists (select from seen_entry where seen_entry.resource = ${table} and seen_entry.id = t.id)`

/** Suspends organizations, services and places that their source lists no more; plans and referrals may still point to them. */
export async function suspendOthers(db: Db, table: Table, sourceId: string, at: Date): Promise<Gone[]> {
  if (!suspended.includes(table)) return []
  const rests: Partial<Record<Table, string>> = { organization: 'suspended', service: 'inactive' }
  const rest = rests[table]
  const was = rest ? sql`t.status` : sql`null::text`
  // what an editor or its source has ended already stays ended
  const changed = rest
    ? sql`status = case when t.status in ('active', 'temporarily closed') then ${rest} else t.status end, last_modified = ${at},`
    : sql``
  const { rows } = await sql<Gone>`
    with gone as (select t.id, ${was} as before from ${sql.table(table)} t
      where t.source_id = ${sourceId} and t.gone_at is null and ${unseen(table)} for update)
    update ${sql.table(table)} t set ${changed} gone_at = ${at} from gone where t.id = gone.id
    returning t.id, coalesce(t.name, t.source_key) as label, gone.before, ${was} as after`.execute(db)
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

/** A source that sends no languages says nothing of them: then the telephone that one of them is spoken on stays too. */
function unpointed(table: Table) {
  const pointers = tables.flatMap((from) =>
    Object.entries(resourceOf(from).columns)
      .filter(([, column]) => column.to === table)
      .map(([column]) => sql`not exists (select from ${sql.table(from)} f where ${sql.ref(`f.${column}`)} = t.id)`),
  )
  return pointers.length === 0 ? sql`true` : sql.join(pointers, sql` and `)
}

/** Removes a source's details that it lists no more: how many of each table. */
export async function removeOthers(db: Db, sourceId: string, read: readonly Table[]): Promise<number> {
  let removed = 0
  for (const table of removable) {
    // what this service noted itself of a source's changes is not the source's to drop
    if (!read.includes(table) || table === 'metadata') continue
    const { numAffectedRows } =
      await sql`delete from ${sql.table(table)} t where source_id = ${sourceId} and ${unseen(table)} and ${unpointed(table)}`.execute(
        db,
      )
    removed += Number(numAffectedRows ?? 0n)
  }
  return removed
}
