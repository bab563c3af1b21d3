import type { FileLayout } from './layout.ts'
import { keyOf } from './read-row.ts'
import type { Row } from './reading.ts'

type Records = () => AsyncGenerator<{ row: Row } | object>

/** The keys of terms that would be their own ancestors: of each circle the first is cut from its parent. */
export async function cyclesAmong({ entries }: FileLayout, records: Records): Promise<Set<string>> {
  const entry = entries.find(({ table }) => table === 'taxonomy_term')
  if (!entry) return new Set()
  const source = entry.columns['parent_id'] ?? 'parent_id'
  const columns = typeof source === 'string' ? [source] : Array.isArray(source) ? source : []
  const parents = new Map<string, string>()
  for await (const record of records()) {
    if (!('row' in record)) continue
    const key = keyOf(entry, record.row)
    const parent = columns.map((column) => (record.row[column] ?? '').split(',')[0]?.trim()).find(Boolean)
    if (key !== undefined && parent) parents.set(key, parent)
  }
  return cutsOf(parents)
}

/** Walks up from each key once; where a walk meets itself, that step is cut. */
export function cutsOf(parents: ReadonlyMap<string, string>): Set<string> {
  const cuts = new Set<string>()
  const clear = new Set<string>()
  for (const start of parents.keys()) {
    const walked = new Set<string>()
    let at: string | undefined = start
    while (at !== undefined && !clear.has(at) && !cuts.has(at)) {
      if (walked.has(at)) {
        cuts.add(at)
        break
      }
      walked.add(at)
      at = parents.get(at)
    }
    for (const key of walked) clear.add(key)
  }
  return cuts
}
