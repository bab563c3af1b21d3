import type { Id } from '#kernel/id.ts'
import type { Fault } from '../fault.ts'
import type { Value } from './cell.ts'
import type { Table } from './model.ts'

export type Row = Readonly<Record<string, string>>
/** One entry of a table: the source's own key, and its columns. */
export type Entry = { key: string; columns: Record<string, Value> }
/** What a row comes to in one table. */
export type Reading = { refused: Fault } | { entries: Entry[]; faults: Fault[] }

/** What is known of the rest of the source while a row is read. */
export type Known = {
  /** The identifier of an entry that was read before it; of its own table also of one that follows. */
  find: (table: Table, key: string) => Id | undefined
  /** The keys that another file joins to one. */
  joined: (file: string, from: string, to: string, key: string) => readonly string[]
  /** The one country of all addresses that name one. */
  onlyCountry: string | undefined
  /** Whether a place or a postal area of Québec is near a point; unasked where nobody knows. */
  near?: ((latitude: number, longitude: number) => boolean) | undefined
}
