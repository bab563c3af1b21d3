import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ConfigError } from '#platform/config/config.ts'
import { root } from '#platform/config/root.ts'
import type { FileLayout, Layout } from '../../domain/hsds/layout.ts'
import { resourceOf, tables } from '../../domain/hsds/model.ts'
import { FileFault } from '../source/file-fault.ts'
import { decoded } from '../source/decoded.ts'
import { headerOf } from '../source/read-csv.ts'
import type { SourceFile } from '../source/source-file.ts'
import { isNamed } from './beforehand.ts'
import { readLayout } from './layout-shape.ts'

/** Names that versions of HSDS 3 and their tools give to one table's file. */
const otherNames: Readonly<Record<string, readonly string[]>> = {
  service_at_location: ['service_at_locations', 'services_at_location'],
  url: ['urls'],
  service_capacity: ['service_capacities', 'capacities'],
  accessibility: ['accessibilities'],
  funding: ['fundings'],
}

const plain = { key: ['id'], columns: {}, same: true, split: false, shared: false, ignored: [] }

/** HSDS 3.x: each table in its own file, each column under its own name. */
export const hsds3: Layout = {
  name: 'HSDS 3',
  signs: [],
  files: [
    ...tables.map((table): FileLayout => ({
      file: [resourceOf(table).file, ...(otherNames[resourceOf(table).file] ?? [])]
        .map((name) => `${name}.csv`)
        .join('|'),
      entries: [{ ...plain, table }],
      joins: [],
    })),
    { file: 'meta_table_descriptions.csv', entries: [], joins: [] },
  ],
}

/** A layout from a file; a fault is one sentence that names the file and the place. */
export function layoutFile(path: string): Layout {
  let content: unknown
  try {
    content = JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    throw new ConfigError(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`)
  }
  const layout = readLayout(content)
  if ('wrong' in layout) throw new ConfigError(`${path} is wrong at ${layout.wrong}`)
  return layout
}

/** The layouts we know, the most telling first. */
export function knownLayouts(): Layout[] {
  const folder = join(root, 'reference/layouts')
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => layoutFile(join(folder, name)))
    .sort((a, b) => b.signs.length - a.signs.length)
}

/** The layout whose every sign the files show; else HSDS 3, when they have its files. */
export async function layoutOf(files: readonly SourceFile[]): Promise<Layout> {
  for (const layout of knownLayouts()) if (await isShown(layout, files)) return layout
  const tabular = files.some(({ name }) => hsds3.files.some(({ file }) => isNamed(file, name)))
  if (tabular || files.every(({ name }) => /json|jsonl$/i.test(name))) return hsds3
  throw new ConfigError(
    `No known layout has these files (${files.map(({ name }) => name).join(', ')}): describe them with --mapping.`,
  )
}

async function isShown({ signs }: Layout, files: readonly SourceFile[]): Promise<boolean> {
  for (const { file, columns } of signs) {
    const found = files.find(({ name }) => isNamed(file, name))
    if (!found) return false
    const header = columns.length > 0 ? await headerIn(found) : []
    if (columns.some((column) => !header.includes(column))) return false
  }
  return signs.length > 0
}

/** A file that is no table shows no column; why, is told when it is loaded. */
async function headerIn(file: SourceFile): Promise<string[]> {
  try {
    return await headerOf(await decoded(file))
  } catch (error) {
    if (error instanceof FileFault) return []
    throw error
  }
}
