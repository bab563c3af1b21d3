import { resourceOf, tables, type Table } from './model.ts'
import { documents, type Doc, type Part } from './documents.ts'
import type { Row } from './reading.ts'

/** A row taken out of a document, and the path where it stood. */
export type FlatRow = { table: Table; row: Row; path: string }

/**
 * The rows of a nested document, each after those it points to, wherever they stood: a telephone of an organization may belong to
 * a place further down. What HSDS does not name stays with the row it stood in.
 */
export function flatten(document: Record<string, unknown>): FlatRow[] {
  const rows = [...rowsOf(kindOf(document), document, {}, '')]
  return tables.flatMap((table) => rows.filter((row) => row.table === table))
}

const ofTerm = ['parent_id', 'taxonomy_id', 'taxonomy_detail', 'taxonomy', 'term_uri']

/** A service, unless it says otherwise: organizations hold services, places hold a service, terms have a taxonomy. */
function kindOf(document: Record<string, unknown>): Doc {
  if (ofTerm.some((name) => name in document)) return documents.taxonomy_term
  if ('services' in document && !('status' in document)) return documents.organization_with_services
  if ('service' in document && 'location' in document) return documents.service_at_location
  if ('status' in document || 'service_at_locations' in document || 'organization_id' in document)
    return documents.service
  return documents.organization
}

function* rowsOf(doc: Doc, value: Record<string, unknown>, pointing: Row, path: string): Generator<FlatRow> {
  const row: Record<string, string> = { ...pointing }
  for (const [name, cell] of Object.entries(value)) {
    const part = Object.hasOwn(doc.ones, name) ? doc.ones[name] : undefined
    if (part && isObject(cell)) {
      yield* rowsOf(part.doc, cell, {}, `${path}${name}.`)
      row[part.by] ??= idOf(cell)
    } else if (!Object.hasOwn(doc.lists, name) && !part) row[name] = textOf(cell)
  }
  yield { table: doc.table, row, path }
  for (const [name, part] of Object.entries(doc.lists)) {
    const list = value[name]
    if (!Array.isArray(list)) continue
    for (const [at, each] of list.entries()) {
      if (isObject(each)) yield* rowsOf(part.doc, each, pointerOf(part, doc.table, row), `${path}${name}[${at}].`)
    }
  }
}

function pointerOf({ doc, by }: Part, parent: Table, row: Row): Row {
  const id = row['id'] ?? ''
  if (doc.table === 'attribute') return { link_id: id, link_entity: parent }
  if (doc.table === 'metadata') return { resource_id: id, resource_type: parent }
  return by in resourceOf(doc.table).columns ? { [by]: id } : {}
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function idOf(value: Record<string, unknown>): string {
  return textOf(value['id'])
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  return typeof value === 'string' ? value : JSON.stringify(value)
}
