import { sql } from 'kysely'
import type { Id } from '#kernel/id.ts'
import type { Db } from '#platform/db/db.ts'
import type { Table, Value } from '../domain/entry.ts'

export type StoredEntry = Record<string, Value>
export type Written = { added: number; changed: number }

/** Tables that say when an entry last changed; the moment moves only with a change. */
const dated: readonly Table[] = ['organization', 'service']

/** Adds what is new, changes what differs and leaves the rest alone, in one statement; all entries have the same columns. */
export async function upsert(db: Db, table: Table, entries: readonly StoredEntry[], at: Date): Promise<Written> {
  const [first] = entries
  if (!first) return { added: 0, changed: 0 }
  const compared = Object.keys(first).filter((column) => column !== 'id')
  const whole = dated.includes(table)
    ? entries.map((entry) => ({ ...entry, last_modified: at.toISOString() }))
    : entries
  const stamp = dated.includes(table) ? ['last_modified'] : []
  const list = (columns: readonly string[], prefix = '') =>
    sql.join(columns.map((column) => sql.ref(`${prefix}${column}`)))
  const { rows } = await sql<{ added: boolean }>`
    insert into ${sql.table(table)} (${list(['id', ...compared, ...stamp])})
    select ${list(['id', ...compared, ...stamp])} from json_populate_recordset(null::${sql.table(table)},
      ${JSON.stringify(whole)}::json)
    on conflict (id) do update set ${sql.join(
      [...compared, ...stamp].map((column) => sql`${sql.ref(column)} = ${sql.ref(`excluded.${column}`)}`),
    )}
    where (${list(compared, `${table}.`)}) is distinct from (${list(compared, 'excluded.')})
    returning (xmax = 0) as added`.execute(db)
  const added = rows.filter((row) => row.added).length
  return { added, changed: rows.length - added }
}

/** Details that hang from entries: no plan and no referral points to them, so one that its source drops can go. */
const details: readonly Table[] = [
  'attribute',
  'schedule',
  'phone',
  'address',
  'accessibility',
  'language',
  'service_at_location',
]

/** Removes a source's details that it lists no more. */
export async function removeOthers(db: Db, table: Table, sourceId: string, kept: readonly Id[]): Promise<number> {
  if (!details.includes(table)) return 0
  const { numAffectedRows } =
    await sql`delete from ${sql.table(table)} where source_id = ${sourceId} and id <> all (${kept}::uuid[])`.execute(db)
  return Number(numAffectedRows ?? 0n)
}

/** Suspends organizations and ends services that their source lists no more; plans and referrals may still point to them. */
export async function endOthers(
  db: Db,
  table: Table,
  sourceId: string,
  kept: readonly Id[],
  at: Date,
): Promise<number> {
  if (table !== 'organization' && table !== 'service') return 0
  const ended = table === 'organization' ? 'suspended' : 'inactive'
  const { numAffectedRows } = await sql`update ${sql.table(table)} set status = ${ended}, last_modified = ${at}
    where source_id = ${sourceId} and status = 'active' and id <> all (${kept}::uuid[])`.execute(db)
  return Number(numAffectedRows ?? 0n)
}
