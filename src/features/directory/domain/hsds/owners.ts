import type { Fault } from '../fault.ts'
import type { Value } from './cell.ts'
import type { EntryLayout } from './layout.ts'
import { isTable, resourceOf, type Table } from './model.ts'
import type { Entry, Known, Reading } from './reading.ts'

type Part = { key: string; columns: Record<string, Value>; pointers: Record<string, string[]>; faults: Fault[] }

/** The entries of a row, with what they point to; a pointer to nothing known is told, and refuses what cannot stand without it. */
export function ownedBy(layout: EntryLayout, part: Part, known: Known): Reading {
  const { table } = layout
  if (table === 'attribute' || table === 'metadata') return describing(layout, part, known)
  return layout.split ? oneEach(table, part, known) : whole(table, part, known)
}

/** Kept, but shown to nobody, until their organization is known. */
const stays: readonly Table[] = ['service', 'location']

/** One entry, whatever it points to: the first known of each column. */
function whole(table: Table, { key, columns, pointers, faults }: Part, known: Known): Reading {
  const { columns: described, owners } = resourceOf(table)
  const pointed: Record<string, Value> = {}
  for (const [name, keys] of Object.entries(pointers)) {
    const to = described[name]?.to
    const id = to && keys.map((each) => known.find(to, each)).find((found) => found !== undefined)
    pointed[name] = id ?? null
    if (keys.length > 1 && name === 'parent_id') faults.push({ reason: 'several-parents', column: name })
    if (id !== undefined) continue
    const fault: Fault = { reason: 'unknown-reference', column: name, value: keys.join(', ').slice(0, 80) }
    if (described[name]?.must) return { refused: fault }
    if (name === 'organization_id' && stays.includes(table)) faults.push({ ...fault, reason: 'organization-unknown' })
    else if (keys.length > 0) faults.push(fault)
  }
  if (owners && !owners.some((name) => pointed[name])) return { refused: { reason: 'no-owner' } }
  return { entries: [{ key, columns: { ...columns, ...pointed } }], faults }
}

/** One entry for each thing the row belongs to: HSDS gives a telephone or a schedule one owner, exports list several. */
function oneEach(table: Table, { key, columns, pointers, faults }: Part, known: Known): Reading {
  const { columns: described } = resourceOf(table)
  const entries: Entry[] = []
  const none = Object.fromEntries(Object.keys(pointers).map((name) => [name, null]))
  for (const [name, keys] of Object.entries(pointers)) {
    const to = described[name]?.to
    for (const each of to ? keys : []) {
      const id = to && known.find(to, each)
      if (id) entries.push({ key: `${key}/${to}/${each}`, columns: { ...columns, ...none, [name]: id } })
      else faults.push({ reason: 'unknown-reference', column: name, value: each.slice(0, 80) })
    }
  }
  return entries.length === 0 ? { refused: { reason: 'no-owner' } } : { entries, faults }
}

const namesOf = {
  attribute: { id: 'link_id', entity: 'link_entity' },
  metadata: { id: 'resource_id', entity: 'resource_type' },
} as const

/** Attributes and metadata say which table they describe, and which entry of it. */
function describing({ table }: EntryLayout, { key, columns, pointers, faults }: Part, known: Known): Reading {
  const { id, entity } = namesOf[table === 'metadata' ? 'metadata' : 'attribute']
  const named = wordOf(columns[entity])
  const described = [named, named.replace(/s$/, ''), named.replace(/ies$/, 'y')].find(isTable)
  const link = described && known.find(described, wordOf(columns[id]))
  if (!described || !link)
    return { refused: { reason: 'unknown-reference', column: id, value: wordOf(columns[id]).slice(0, 80) } }
  const linked = { ...columns, [id]: link, [entity]: described }
  return whole(table, { key, columns: linked, pointers, faults }, known)
}

function wordOf(value: Value | undefined): string {
  return typeof value === 'string' ? value : ''
}
