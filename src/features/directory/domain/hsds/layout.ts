import type { Table } from './model.ts'

/** Where the value of a column stands: one column, the first of several that says something, several as one, or always the same. */
export type From =
  | string
  | string[]
  | { all: string[] }
  | { value: string }
  /** What a column says, and what another file joins to this row: keys, or words. */
  | { columns: string[]; joined: { file: string; from: string; to: string } }

/** How the rows of a file become entries of one table. */
export type EntryLayout = {
  table: Table
  /** The columns that make the key; `words` takes a name as a key, where the source has no number. */
  key: string[] | { words: string[]; otherwise?: string | undefined }
  columns: Record<string, From>
  /** Columns that have the names of HSDS are taken as they are; false where the source's names mean something else. */
  same: boolean
  /** Hours as people write them. */
  hours?: { days: string[]; opens: string[]; closes: string[]; notes: string[] } | undefined
  /** A row may belong to several things, whose keys stand in one column: one entry for each. */
  split: boolean
  /** Several rows may tell of the same entry, as an organization beside each of its services: the first is kept, unsaid. */
  shared: boolean
  /** Columns that need not be kept aside: they only repeat what other files say. */
  ignored: string[]
}

/** A file, and what its rows become; or only what each row must find, its key made of columns in braces. */
export type FileLayout = { file: string; entries: EntryLayout[]; joins: { table: Table; key: string }[] }

/**
 * How the files of a source become tables of HSDS, as data: `reference/layouts/*.json` for the layouts we know, a file of the
 * operator's own (`--mapping`) for any other CSV, JSON or GeoJSON.
 */
export type Layout = {
  name: string
  /** The files and columns by which a package is known to have this layout. */
  signs: { file: string; columns: string[] }[]
  files: FileLayout[]
}
