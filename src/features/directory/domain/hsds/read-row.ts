import type { Fault } from '../fault.ts'
import { readOpening } from '../hours.ts'
import { storable } from '../plain-text.ts'
import { cellText, readCell, type Value } from './cell.ts'
import type { EntryLayout, From } from './layout.ts'
import { resourceOf, type Column, type Table } from './model.ts'
import { extraColumns, keepsOriginal } from './ours.ts'
import { ownedBy } from './owners.ts'
import type { Known, Reading, Row } from './reading.ts'
import { together } from './together.ts'

/** Reads one row as an entry (or several) of a table; what cannot be taken is told, and kept aside where there is a place for it. */
export function readRow(layout: EntryLayout, row: Row, known: Known): Reading {
  const key = keyOf(layout, row)
  if (key === undefined) return { refused: { reason: 'no-identifier', column: keyColumns(layout).join(', ') } }
  const read = cellsOf(layout, row, key, known)
  const hours = hoursOf(layout, row)
  if (hours === 'none') return { refused: { reason: 'no-hours' } }
  const columns = readTogether(
    layout,
    withDefaults(layout.table, { ...read.columns, ...hours }, known, read.faults),
    read,
    known,
  )
  const { columns: described } = resourceOf(layout.table)
  const missing = Object.keys(described).filter((name) => isMissing(name, described[name], columns[name]))
  if (missing.length > 0) return { refused: { reason: 'missing', column: missing.join(', ') } }
  if (Object.values(columns).every((value) => value === null) && !pointsOnly.includes(layout.table))
    return { refused: { reason: 'no-words' } }
  const original = keepsOriginal(layout.table) ? { original: leftOver(row, read.used, layout) } : {}
  return ownedBy(layout, { ...read, key, columns: { ...columns, ...original } }, known)
}

/** A fault names the source's own column. */
function readTogether(layout: EntryLayout, columns: Record<string, Value>, read: Cells, known: Known) {
  const sense = together(layout.table, columns, known)
  const named = (column: string) => columnsIn(sourceOf(layout, column) ?? column)
  for (const fault of sense.faults)
    read.faults.push({ ...fault, ...(fault.column ? { column: named(fault.column)[0] ?? fault.column } : {}) })
  for (const column of sense.aside.flatMap(named)) read.used.delete(column)
  return sense.columns
}

/** Tables whose rows say enough by what they point to. */
const pointsOnly: readonly Table[] = ['service_at_location', 'attribute']

/** A status is the standard's to want, but a source's silence is no word against what an editor said. */
function isMissing(name: string, column: Column | undefined, value: Value | undefined): boolean {
  if (!column?.must || column.to || name === 'status') return false
  return value === null || value === undefined
}

type Cells = {
  columns: Record<string, Value>
  pointers: Record<string, string[]>
  faults: Fault[]
  used: Set<string>
}

/** Each column of the table, from where the layout says it stands. */
function cellsOf(layout: EntryLayout, row: Row, key: string, known: Known): Cells {
  const cells: Cells = { columns: {}, pointers: {}, faults: [], used: new Set(layout.ignored) }
  for (const [name, column] of columnsOf(layout.table)) {
    const source = sourceOf(layout, name)
    if (source === undefined) {
      if (column.to) cells.pointers[name] = []
      else cells.columns[name] = null
      continue
    }
    const from = columnsIn(source)
    const read = column.to ? undefined : valueFrom(source, column, row, key, known)
    if (!read) cells.pointers[name] = keysFrom(source, row, key, known)
    else cells.columns[name] = 'fault' in read ? (read.instead ?? null) : read.value
    if (read && 'fault' in read)
      cells.faults.push({ reason: read.fault, column: from[0] ?? name, value: read.text.slice(0, 80) })
    else for (const each of from) cells.used.add(each)
  }
  return cells
}

function columnsOf(table: Table): [string, Column][] {
  return [...Object.entries(resourceOf(table).columns), ...Object.entries(extraColumns[table] ?? {})]
}

function keyColumns({ key }: EntryLayout): readonly string[] {
  return 'words' in key ? key.words : key
}

/** A number or a code as the source writes it; or a name, as one word. */
export function keyOf({ key }: Pick<EntryLayout, 'key'>, row: Row): string | undefined {
  if (!('words' in key)) {
    const parts = key.map((column) => (row[column] ?? '').trim())
    return parts.every((part) => /^[^\s,/\p{Cc}\p{Cs}]{1,100}$/u.test(part)) ? canonicalKey(parts.join('/')) : undefined
  }
  const words = key.words.map((column) => cellText(row[column]) ?? '').join(' ')
  const word = words
    .toLowerCase()
    .replace(/[\s,/]+/g, '-')
    .replace(/^-|-$/g, '')
  return word === '' ? key.otherwise : word.slice(0, 200)
}

/** A UUID means the same in capitals. */
export function canonicalKey(key: string): string {
  return /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(key) ? key.toLowerCase() : key
}

function sourceOf({ columns, same }: EntryLayout, name: string): From | undefined {
  return columns[name] ?? (same ? name : undefined)
}

function columnsIn(source: From): readonly string[] {
  if (typeof source === 'string') return [source]
  if (Array.isArray(source)) return source
  return 'all' in source ? source.all : 'columns' in source ? source.columns : []
}

type Read = { value: Value } | { fault: Fault['reason']; instead?: Value; text: string }

function valueFrom(source: From, column: Column, row: Row, key: string, known: Known): Read {
  if (typeof source === 'object' && 'value' in source) return { value: source.value || null }
  const texts = columnsIn(source).flatMap((each) => cellText(row[each]) ?? [])
  const text = isWhole(source) ? [...texts, ...joinedTexts(source, key, known)].join(', ') || undefined : texts[0]
  if (text === undefined) return { value: null }
  const cell = readCell(column, text)
  return 'fault' in cell ? { ...cell, text } : cell
}

/** Several columns, or another file's, that together are one text. */
function isWhole(source: From): boolean {
  return typeof source === 'object' && ('all' in source || 'joined' in source)
}

function joinedTexts(source: From, key: string, known: Known): string[] {
  if (typeof source !== 'object' || !('joined' in source)) return []
  const { file, from, to } = source.joined
  return known.joined(file, from, to, key).flatMap((each) => cellText(each) ?? [])
}

/** A column that points may list several keys, each once. */
function keysFrom(source: From, row: Row, key: string, known: Known): string[] {
  const own = columnsIn(source).flatMap((column) => (row[column] ?? '').split(',').map((each) => each.trim()))
  const joined =
    typeof source === 'object' && 'joined' in source
      ? known.joined(source.joined.file, source.joined.from, source.joined.to, key)
      : []
  return [...new Set([...own, ...joined])].filter((each) => each !== '' && each.toLowerCase() !== 'null')
}

function hoursOf({ hours }: EntryLayout, row: Row): Record<string, Value> | 'none' {
  if (!hours) return {}
  const texts = (names: readonly string[]) => names.map((name) => cellText(row[name]) ?? '')
  const times = (names: readonly string[]) => texts(names).filter((each) => !/^\d{4}-\d\d-\d\d$/.test(each))
  const opening = readOpening({
    days: texts(hours.days).find(Boolean) ?? '',
    opens: times(hours.opens),
    closes: times(hours.closes),
    note: texts(hours.notes).filter(Boolean).join(', '),
  })
  if (!opening) return 'none'
  const { freq, byday, opensAt, closesAt, description } = opening
  return { freq, byday, opens_at: opensAt, closes_at: closesAt, description }
}

/** What HSDS wants and sources leave out, where only one answer is sensible; where it is a guess, it is told. */
function withDefaults(table: Table, columns: Record<string, Value>, known: Known, faults: Fault[]): typeof columns {
  const { name, address_type, location_type, country } = columns
  if ('description' in columns && ['organization', 'program', 'service', 'taxonomy', 'taxonomy_term'].includes(table))
    columns['description'] ??= name ?? null
  if (table === 'address') {
    columns['address_type'] = address_type ?? 'physical'
    columns['country'] = country ?? known.onlyCountry ?? null
    if (!country && known.onlyCountry) faults.push({ reason: 'country-assumed', value: known.onlyCountry })
  }
  if (table === 'location') columns['location_type'] = location_type ?? 'physical'
  if (table === 'metadata') {
    columns['previous_value'] ??= ''
    columns['replacement_value'] ??= ''
  }
  return columns
}

/** The columns that became no column of ours, as the source wrote them. */
function leftOver(row: Row, used: ReadonlySet<string>, layout: EntryLayout): Record<string, string> {
  const keys = keyColumns(layout)
  return Object.fromEntries(
    Object.entries(row)
      .filter(([column, text]) => text.trim() !== '' && !used.has(column) && !keys.includes(column))
      .map(([column, text]) => [storable(column), storable(text)]),
  )
}
