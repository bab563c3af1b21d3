import type { Fault } from '../../domain/fault.ts'
import type { EntryLayout, FileLayout } from '../../domain/hsds/layout.ts'
import { keyOf, readRow } from '../../domain/hsds/read-row.ts'
import type { Known, Row } from '../../domain/hsds/reading.ts'
import { keepListed, planted, take, tell, type Run } from './run.ts'

export type Place = { file: string; line: number }
type RowReading = { entry: EntryLayout; row: Row; place: Place; known: Known; path?: string }

/** A row of a table, which may give several entries; the fault of the first is its own. */
export async function loadEntries(
  run: Run,
  { layout, row, place, known }: { layout: FileLayout; row: Row; place: Place; known: Known },
): Promise<Fault | undefined> {
  const unmet = layout.joins.find(({ table, key }) => !known.find(table, filled(key, row)))
  if (unmet) return { reason: 'not-joined', value: filled(unmet.key, row).slice(0, 80) }
  for (const [at, entry] of layout.entries.entries()) {
    const fault = await loadRow(run, { entry, row, place, known })
    if (fault && at === 0) return fault
    if (fault) tell(run, 'warning', place, [fault])
  }
  return undefined
}

/** The fault for which a row is refused; nothing when it is taken. */
export async function loadRow(run: Run, { entry, row, place, known, path = '' }: RowReading) {
  const reading = readRow(entry, row, known)
  if ('refused' in reading) {
    keepListed(run, entry.table, keyOf(entry, row))
    return reading.refused
  }
  const { entries, faults } = planted(run, entry.table, reading.entries)
  const fresh = await take(run, entry.table, entries, place.line)
  const [first] = entries
  if (!fresh && entry.shared) return undefined
  if (!fresh && first) return repeated(run, entry, first.key)
  const told = [...reading.faults, ...faults]
  tell(run, 'warning', place, path ? told.map((each) => ({ ...each, column: `${path}${each.column ?? ''}` })) : told)
  return undefined
}

function repeated(run: Run, { table }: EntryLayout, key: string): Fault {
  return { reason: 'repeated', value: String(run.met[table].get(key)) }
}

function filled(template: string, row: Row): string {
  return template.replace(/\{(\w+)\}/g, (_whole, column: string) => (row[column] ?? '').trim())
}
