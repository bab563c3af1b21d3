import type { Fault } from '../../domain/fault.ts'
import { cyclesAmong } from '../../domain/hsds/cycles.ts'
import { flatten, type FlatRow } from '../../domain/hsds/flatten.ts'
import type { EntryLayout, FileLayout, Layout } from '../../domain/hsds/layout.ts'
import { tables, type Table } from '../../domain/hsds/model.ts'
import { keyOf, readRow } from '../../domain/hsds/read-row.ts'
import type { Known, Row } from '../../domain/hsds/reading.ts'
import type { FileReport } from '../../domain/import-report.ts'
import { FileFault } from '../source/file-fault.ts'
import { recordsOf, type SourceRecord } from '../source/records.ts'
import type { SourceFile } from '../source/source-file.ts'
import { filesOf, type Beforehand } from './beforehand.ts'
import { take, tell, type Run } from './run.ts'

type Loading = {
  layout: Layout
  before: Beforehand
  files: readonly SourceFile[]
  onProgress: ((line: string) => void) | undefined
}

/** Reads every file, in the layout's order; those that no layout names are told row by row, so that none goes unseen. */
export async function loadFiles(run: Run, { layout, before, files, onProgress }: Loading): Promise<void> {
  const known = knownOf(run, before)
  const listed = filesOf(layout, files)
  const others = files.filter((file) => !listed.some((each) => each.file === file))
  const all = [
    ...listed,
    ...others.map((file) => ({ file, layout: { file: file.name, entries: [], joins: [] }, other: true })),
  ]
  for (const each of all) {
    const report = await loadFile(run, each.file, each.layout, known, 'other' in each, onProgress)
    onProgress?.(
      `${report.file}: ${report.loaded + report.refused} rows, ${report.loaded} loaded, ${report.refused} refused`,
    )
  }
}

function knownOf(run: Run, before: Beforehand): Known {
  return {
    find: (table, key) =>
      run.met[table].has(key) || before.own.get(table)?.has(key) ? run.identify(table, key) : undefined,
    joined: before.joined,
    onlyCountry: before.onlyCountry,
  }
}

const progressEvery = 10_000

async function loadFile(
  run: Run,
  file: SourceFile,
  layout: FileLayout,
  known: Known,
  other: boolean,
  onProgress: Loading['onProgress'],
): Promise<FileReport> {
  const report: FileReport = { file: file.name, loaded: 0, refused: 0 }
  const cut = await cyclesAmong(layout, () => recordsOf(file))
  try {
    let nested = false
    for await (const record of recordsOf(file)) {
      const refused = await loadRecord(run, { file: file.name, record, layout, known, other, cut })
      if (refused) report.refused += 1
      else report.loaded += 1
      nested ||= 'document' in record
      const read = report.loaded + report.refused
      if (read % progressEvery === 0) onProgress?.(`${file.name}: ${read} rows …`)
    }
    if (nested) for (const tables of detailsInOrder) await loadDetails(run, file, known, tables)
  } catch (error) {
    if (!(error instanceof FileFault)) throw error
    report.refused += 1
    const line = report.loaded + report.refused + 1
    tell(run, 'refused', { file: file.name, line }, [{ reason: error.reason }])
  }
  run.report.files.push(report)
  run.report.loaded += report.loaded
  run.report.refused += report.refused
  return report
}

type Reading = {
  file: string
  record: SourceRecord
  layout: FileLayout
  known: Known
  other: boolean
  cut: ReadonlySet<string>
}

/** One record of a file; true when it is refused. */
async function loadRecord(run: Run, { file, record, layout, known, other, cut }: Reading): Promise<boolean> {
  const place = { file, line: record.line }
  const refuse = (fault: Fault) => {
    tell(run, 'refused', place, [fault])
    return true
  }
  if ('fault' in record) return refuse(record.fault)
  if ('document' in record) return loadDocument(run, record.document, place, known)
  if (other) return refuse({ reason: 'unknown-file' })
  const unmet = layout.joins.find(({ table, key }) => !known.find(table, filled(key, record.row)))
  if (unmet) return refuse({ reason: 'not-joined', value: filled(unmet.key, record.row) })
  for (const [at, entry] of layout.entries.entries()) {
    const fault = await loadRow(run, { entry, row: withoutCycle(entry, record.row, cut), place, known })
    if (fault && at === 0) return refuse(fault)
    if (fault) tell(run, 'warning', place, [fault])
  }
  return false
}

type RowReading = { entry: EntryLayout; row: Row; place: { file: string; line: number }; known: Known; path?: string }

/** The fault for which a row is refused; nothing when it is taken. */
async function loadRow(run: Run, { entry, row, place, known, path = '' }: RowReading): Promise<Fault | undefined> {
  const reading = readRow(entry, row, known)
  if ('refused' in reading) return reading.refused
  const fresh = await take(run, entry.table, reading.entries, place.line)
  const [first] = reading.entries
  if (!fresh && entry.shared) return undefined
  if (!fresh && first) return { reason: 'repeated', value: String(run.met[entry.table].get(first.key)) }
  const faults = reading.faults.map((fault) => (path ? { ...fault, column: `${path}${fault.column ?? ''}` } : fault))
  tell(run, 'warning', place, faults)
  return undefined
}

const asWritten = { key: ['id'], columns: {}, same: true, split: false, shared: true, ignored: [] }

/** What others may point to, from another document too; the rest is read once all of these are known. */
const pointedTo: readonly Table[] = [
  'taxonomy',
  'taxonomy_term',
  'unit',
  'organization',
  'program',
  'service',
  'location',
  'service_at_location',
]

/** Details point to details: a telephone to its contact, a language to its telephone, and each may stand in another document. */
const detailsInOrder: readonly (readonly Table[])[] = [
  ['contact'],
  ['phone'],
  tables.filter((table) => !pointedTo.includes(table) && table !== 'contact' && table !== 'phone'),
]

/** A document loads when its own row does; what hangs from it and cannot be taken is told, with its path. True when refused. */
async function loadDocument(run: Run, document: Record<string, unknown>, place: RowReading['place'], known: Known) {
  const rows = flatten(document).filter(({ table }) => pointedTo.includes(table))
  let refused = false
  for (const each of rows) {
    const fault = await loadFlat(run, each, place, known)
    refused ||= fault !== undefined && each.path === ''
    if (fault) tell(run, each.path === '' ? 'refused' : 'warning', place, [fault])
  }
  return refused
}

async function loadDetails(run: Run, file: SourceFile, known: Known, read: readonly Table[]): Promise<void> {
  for await (const record of recordsOf(file)) {
    if (!('document' in record)) continue
    const rows = flatten(record.document)
    const own = rows.find(({ path }) => path === '')
    if (!own || !run.met[own.table].has(own.row['id'] ?? '')) continue
    const place = { file: file.name, line: record.line }
    for (const each of rows.filter(({ table }) => read.includes(table))) {
      const fault = await loadFlat(run, each, place, known)
      if (fault) tell(run, 'warning', place, [fault])
    }
  }
}

async function loadFlat(run: Run, { table, row, path }: FlatRow, place: RowReading['place'], known: Known) {
  const fault = await loadRow(run, { entry: { ...asWritten, table }, row, place, known, path })
  return fault && { ...fault, column: `${path}${fault.column ?? ''}` }
}

function filled(template: string, row: Row): string {
  return template.replace(/\{(\w+)\}/g, (_whole, column: string) => (row[column] ?? '').trim())
}

const parentColumns: Partial<Record<Table, string>> = { taxonomy_term: 'parent_id' }

/** A term that would be its own ancestor stands without parent. */
function withoutCycle(entry: EntryLayout, row: Row, cut: ReadonlySet<string>): Row {
  const parent = parentColumns[entry.table]
  if (!parent || cut.size === 0) return row
  const key = keyOf(entry, row)
  if (key === undefined || !cut.has(key)) return row
  const source = entry.columns[parent] ?? parent
  const columns = typeof source === 'string' ? [source] : Array.isArray(source) ? source : []
  return { ...row, ...Object.fromEntries(columns.map((column) => [column, ''])) }
}
