import type { Id } from '#kernel/id.ts'
import type { Db } from '#platform/db/db.ts'
import type { Fault } from '../../domain/fault.ts'
import { newForest, type Forest } from '../../domain/hsds/forest.ts'
import { mapTables, tables, type Table } from '../../domain/hsds/model.ts'
import { keptInSilence } from '../../domain/hsds/ours.ts'
import { storable } from '../../domain/plain-text.ts'
import type { Entry } from '../../domain/hsds/reading.ts'
import type { ImportChange, ImportReport } from '../../domain/import-report.ts'
import { insertMetadata } from '../../store/metadata.ts'
import { noteSeen } from '../../store/gone.ts'
import { upsert, type StoredEntry, type Written } from '../../store/upsert.ts'
import type { Identify } from './identify.ts'

/** An entry of this identifier belongs to another source: this import must make identifiers of its own. */
export class TakenIdError extends Error {
  override name = 'TakenIdError'
}

/** One import under way: what it will tell, the keys it met (with their line), and the entries that wait to be written. */
export type Run = {
  db: Db
  report: ImportReport
  sourceName: string
  at: Date
  newId: () => Id
  identify: Identify
  met: Record<Table, Map<string, number>>
  /** Tables that a file of this source may fill: only there can something be missing. */
  read: Set<Table>
  waiting: Record<Table, StoredEntry[]>
  /** False for a source's first import: nothing can be gone. */
  again: boolean
  /** What the source gave before of what its source may suspend: a row that is refused today is listed all the same. */
  before: ReadonlyMap<Table, ReadonlySet<Id>>
  stillListed: Record<Table, Set<Id>>
  forests: Record<Table, Forest>
}

const batchSize = 1_000
const mostChanges = 2_000

type Begun = 'met' | 'read' | 'waiting' | 'stillListed' | 'forests'

export function newRun(parts: Omit<Run, Begun>): Run {
  return {
    ...parts,
    met: mapTables(() => new Map()),
    read: new Set(),
    waiting: mapTables(() => []),
    stillListed: mapTables(() => new Set()),
    forests: mapTables(newForest),
  }
}

/** Takes the entries of a row that no earlier row gave; false when it gives nothing new. */
export async function take(run: Run, table: Table, entries: readonly Entry[], line: number): Promise<boolean> {
  const met = run.met[table]
  const fresh = entries.filter(({ key }, at) => !met.has(key) && entries.findIndex((other) => other.key === key) === at)
  for (const { key, columns } of fresh) {
    met.set(key, line)
    const { sourceId } = run.report
    run.waiting[table].push({ ...columns, id: run.identify(table, key), source_id: sourceId, source_key: key })
  }
  run.read.add(table)
  if (run.waiting[table].length >= batchSize) await flush(run)
  return fresh.length > 0 || entries.length === 0
}

const parents: Partial<Record<Table, string>> = { taxonomy_term: 'parent_id', organization: 'parent_organization_id' }

/** Nobody is their own ancestor: such an entry stands without parent, and it is told. */
export function planted(run: Run, table: Table, entries: readonly Entry[]): { entries: Entry[]; faults: Fault[] } {
  const column = parents[table]
  if (!column) return { entries: [...entries], faults: [] }
  const faults: Fault[] = []
  const stand = entries.map((entry) => {
    const parent = entry.columns[column]
    if (typeof parent !== 'string' || run.met[table].has(entry.key)) return entry
    if (run.forests[table](run.identify(table, entry.key), parent)) return entry
    faults.push({ reason: 'cycle', column, value: entry.key.slice(0, 80) })
    return { ...entry, columns: { ...entry.columns, [column]: null } }
  })
  return { entries: stand, faults }
}

/** A row that cannot be taken today still says that its entry is there: what was loaded before stays, and may be pointed to. */
export function keepListed(run: Run, table: Table, key: string | undefined): void {
  const id = key === undefined ? undefined : run.identify(table, key)
  if (id !== undefined && run.before.get(table)?.has(id)) run.stillListed[table].add(id)
}

/** Writes what waits, each table after those it points to. */
export async function flush(run: Run): Promise<void> {
  for (const table of tables) {
    const entries = run.waiting[table]
    if (entries.length === 0) continue
    run.waiting[table] = []
    const written = await upsert(run.db, table, run.report.sourceId, entries, run.at)
    if (written.ofAnotherSource) throw new TakenIdError(table)
    if (run.again)
      await noteSeen(
        run.db,
        table,
        entries.map(({ id }) => id),
      )
    await count(run, table, entries, written)
  }
}

async function count(run: Run, table: Table, entries: readonly StoredEntry[], { added, changed }: Written) {
  const { report } = run
  report.added += added
  const changes = changed.map((each) => changeOf(table, each))
  const back = changes.filter(({ kind }) => kind === 'back').length
  report.back += back
  report.changed += changes.length - back
  keep(report, changes)
  if (run.again && added > 0 && table === 'service') keep(report, addedAmong(entries, changed, added))
  await insertMetadata(run.db, changes, { ...run, runId: report.runId, sourceId: report.sourceId })
}

/** Named only where there are few: a new source's thousands are a count. */
function addedAmong(entries: readonly StoredEntry[], changed: Written['changed'], added: number): ImportChange[] {
  if (added !== entries.length - changed.length) return []
  const known = new Set(changed.map(({ id }) => id))
  return entries
    .filter(({ id }) => !known.has(id))
    .map(({ id, name }) => ({ kind: 'added', table: 'service', id, label: text(name), fields: [] }))
}

export function keep(report: ImportReport, changes: readonly ImportChange[]): void {
  report.changes.push(...changes.slice(0, Math.max(0, mostChanges - report.changes.length)))
}

/** Columns that are ours to count with, not the source's to say. */
const silent = ['original', 'gone_at', 'last_modified', 'source_key']

function changeOf(table: Table, { id, before, after }: Written['changed'][number]): ImportChange {
  const isBack = (before['gone_at'] ?? null) !== null
  const own = Array.isArray(before['own_fields']) ? before['own_fields'] : []
  const fields = Object.keys(after)
    .filter((name) => !own.includes(name)) // kept as the organization wrote it
    .filter((name) => !silent.includes(name) && (after[name] !== null || !keptInSilence.includes(name)))
    .filter((name) => name in after && text(before[name]) !== text(after[name]))
    .map((name) => ({ name, before: text(before[name]), after: text(after[name]) }))
  const label = text(after['name']) || text(after['number']) || text(after['source_key'])
  return { kind: isBack ? 'back' : 'changed', table, id, label, fields }
}

function text(value: unknown): string {
  if (value === null || value === undefined) return ''
  return typeof value === 'string' ? value : JSON.stringify(value)
}

export function tell(
  run: Run,
  kind: 'refused' | 'warning',
  place: { file: string; line: number },
  faults: readonly Fault[],
) {
  run.report.problems.push(...faults.map((fault) => ({ kind, ...place, ...toldPlainly(fault) })))
}

function toldPlainly({ reason, column, value }: Fault): Fault {
  return {
    reason,
    ...(column === undefined ? {} : { column: storable(column).slice(0, 200) }),
    ...(value === undefined ? {} : { value: storable(value) }),
  }
}
