import { keyOf, readRow } from '../../domain/hsds/read-row.ts'
import type { FileLayout, From, Layout } from '../../domain/hsds/layout.ts'
import type { Table } from '../../domain/hsds/model.ts'
import { cellText } from '../../domain/hsds/cell.ts'
import { rowsOf } from '../source/records.ts'
import type { SourceFile } from '../source/source-file.ts'

/** What is learned of a whole source before its rows are read. */
export type Beforehand = {
  joined: (file: string, from: string, to: string, key: string) => readonly string[]
  /** The keys of tables whose entries point to each other: a parent may stand further down. */
  own: ReadonlyMap<Table, ReadonlySet<string>>
  onlyCountry: string | undefined
}

/** The files of a source that a layout names, in the layout's order. */
export function filesOf(layout: Layout, files: readonly SourceFile[]): { layout: FileLayout; file: SourceFile }[] {
  return layout.files.flatMap((each) =>
    files.filter(({ name }) => isNamed(each.file, name)).map((file) => ({ layout: each, file })),
  )
}

/** Names are told apart without regard to case; a bar stands between names that one table goes by. */
export function isNamed(names: string, file: string): boolean {
  return names.toLowerCase().split('|').includes(file.toLowerCase())
}

export async function readBeforehand(layout: Layout, files: readonly SourceFile[]): Promise<Beforehand> {
  const links = new Map<string, Map<string, string[]>>()
  for (const { file, from, to } of joinsIn(layout)) {
    for (const source of files.filter(({ name }) => isNamed(file, name)))
      links.set(`${file} ${from} ${to}`, await linksOf(source, from, to))
  }
  const joined: Beforehand['joined'] = (file, from, to, key) => links.get(`${file} ${from} ${to}`)?.get(key) ?? []
  return { joined, own: await ownKeys(layout, files, joined), onlyCountry: await onlyCountryOf(layout, files) }
}

function joinsIn({ files }: Layout) {
  const all = files.flatMap(({ entries }) => entries.flatMap(({ columns }) => Object.values(columns)))
  return all.flatMap((from: From) => (typeof from === 'object' && 'joined' in from ? [from.joined] : []))
}

async function linksOf(file: SourceFile, from: string, to: string): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>()
  for await (const row of rowsOf(file)) {
    const target = row[to]?.trim()
    for (const key of (row[from] ?? '').split(',').map((each) => each.trim()))
      if (key && target) {
        const targets = found.get(key)
        if (targets) targets.push(target)
        else found.set(key, [target])
      }
  }
  return found
}

/** Terms point to a parent term, organizations to a parent organization. */
const selfPointing: readonly Table[] = ['taxonomy_term', 'organization']

/** Only of rows that will load: what points to another would point to nothing. */
async function ownKeys(layout: Layout, files: readonly SourceFile[], joined: Beforehand['joined']) {
  const own = new Map<Table, Set<string>>()
  const known = { find: () => undefined, joined, onlyCountry: undefined }
  for (const { layout: each, file } of filesOf(layout, files)) {
    const [first] = each.entries
    for (const entry of each.entries.filter(({ table }) => selfPointing.includes(table))) {
      const keys = own.get(entry.table) ?? new Set<string>()
      own.set(entry.table, keys)
      for await (const row of rowsOf(file)) {
        const key = each.joins.length === 0 ? keyOf(entry, row) : undefined
        const loads = [first ?? entry, entry].every((part) => 'entries' in readRow(part, row, known))
        if (key !== undefined && loads) keys.add(key)
      }
    }
  }
  return own
}

/** The one country of every address that names one; nothing when there are several. */
async function onlyCountryOf(layout: Layout, files: readonly SourceFile[]): Promise<string | undefined> {
  const countries = new Set<string>()
  for (const { layout: each, file } of filesOf(layout, files)) {
    if (!each.entries.some(({ table }) => table === 'address')) continue
    for await (const row of rowsOf(file)) {
      const country = cellText(row['country'])
      if (country) countries.add(country)
      if (countries.size > 1) return undefined
    }
  }
  return [...countries][0]
}
