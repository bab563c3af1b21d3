import type { Id } from '#kernel/id.ts'
import { plainText } from './plain-text.ts'
import { webAddress } from './web-address.ts'

/** The tables an import writes, in the words of HSDS. */
export type Table =
  | 'taxonomy'
  | 'taxonomy_term'
  | 'organization'
  | 'program'
  | 'service'
  | 'location'
  | 'service_at_location'
  | 'address'
  | 'phone'
  | 'schedule'
  | 'language'
  | 'accessibility'
  | 'attribute'

export type Value = string | number | boolean | null | Record<string, string>
/** One entry of a table: the source's own key, and its columns. */
export type Entry = { key: string; columns: Record<string, Value> }
/** What one row of a file comes to. A row that only links others gives no entry of its own. */
export type Reading = { refused: string } | { entries: Entry[]; warnings: string[] }

export type Row = Readonly<Record<string, string>>
/** The identifier of an entry that was loaded from the same source; nothing for one that was not. */
export type Find = (table: Table, key: string) => Id | undefined

/** A column as plain text; exports write an absent value as nothing, or as the word null. */
export function textOf(row: Row, column: string): string | null {
  const text = plainText(row[column] ?? '')
  return text === '' || text.toLowerCase() === 'null' ? null : text
}

/** A column that lists keys, each once. */
export function keysOf(row: Row, column: string): string[] {
  return [
    ...new Set(
      (row[column] ?? '')
        .split(',')
        .map((key) => key.trim())
        .filter(Boolean),
    ),
  ]
}

/** The row's own key, when it may serve as one. */
export function keyOf(row: Row, column = 'id'): string | undefined {
  const key = (row[column] ?? '').trim()
  return /^[^\s,/]{1,100}$/.test(key) ? key : undefined
}

/** A link a browser may follow, and a warning for one that it may not. */
export function linkOf(row: Row, column: string): { link: string | null; warnings: string[] } {
  const text = textOf(row, column)
  const link = text === null ? null : (webAddress(text) ?? null)
  return {
    link,
    warnings: text !== null && link === null ? [`"${text.slice(0, 80)}" is not a web address: kept aside`] : [],
  }
}

/** The columns that became no column of ours, as the source wrote them. */
export function leftOver(row: Row, used: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    Object.entries(row)
      .filter(([column, text]) => text.trim() !== '' && !used.includes(column))
      .map(([column, text]) => [column, text.replaceAll('\u0000', '')]),
  )
}

export function refuseRow(refused: string): { refused: string } {
  return { refused }
}
