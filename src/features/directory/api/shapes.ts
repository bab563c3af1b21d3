import { z } from 'zod'
import { documents, type Doc, type DocumentName } from '../domain/hsds/documents.ts'
import { mapTables, resourceOf, type Column, type Kind } from '../domain/hsds/model.ts'

/** The shapes of HSDS 3.1 that we answer with; strict, so that a misspelt field is a fault and not an extra. */
const kinds: Record<Kind, z.ZodType> = {
  text: z.string(),
  id: z.uuid(),
  link: z.url(),
  email: z.email(),
  whole: z.int(),
  number: z.number(),
  day: z.iso.date(),
  moment: z.iso.datetime({ offset: true }),
  clock: z.string(),
}

function columnShape(name: string, { kind, must, oneOf }: Column): z.ZodType {
  const shape = oneOf ? z.enum(oneOf) : name === 'extension' ? z.int() : kinds[kind]
  return must ? shape : shape.optional()
}

const fieldsOf = mapTables((table) =>
  Object.fromEntries(
    Object.entries(resourceOf(table).columns).map(([name, column]) => [name, columnShape(name, column)]),
  ),
)

/** Named in the OpenAPI document; a document that stands in several others is described once. */
export const named = z.registry<{ id: string }>()
const made = new Map<Doc, z.ZodObject>()

function shapeOf(doc: Doc): z.ZodObject {
  const known = made.get(doc)
  if (known) return known
  const ones = Object.entries(doc.ones).map(([name, part]) => [name, shapeOf(part.doc).optional()])
  const lists = Object.entries(doc.lists).map(([name, part]) => {
    const list = z.array(shapeOf(part.doc))
    return [name, part.kind === 'describing' ? list.optional() : list.optional()]
  })
  const shape = z.strictObject({
    id: z.uuid(),
    ...fieldsOf[doc.table],
    ...Object.fromEntries([...ones, ...lists]),
  })
  made.set(doc, shape)
  named.add(shape, { id: nameOf(doc) })
  return shape
}

const used = new Set<string>()

/** `Location`, and `Location2` where the same table hangs together otherwise. */
function nameOf({ table }: Doc): string {
  const base = table.replace(/(^|_)(\w)/g, (_whole, _mark, letter: string) => letter.toUpperCase())
  let name = base
  for (let count = 2; used.has(name); count += 1) name = `${base}${count}`
  used.add(name)
  return name
}

/** What each address answers with. */
export const shapes: Readonly<Record<DocumentName, z.ZodObject>> = {
  service: shapeOf(documents.service),
  service_list: shapeOf(documents.service_list),
  organization: shapeOf(documents.organization),
  organization_with_services: shapeOf(documents.organization_with_services),
  organization_list: shapeOf(documents.organization_list),
  service_at_location: shapeOf(documents.service_at_location),
  service_at_location_list: shapeOf(documents.service_at_location_list),
  taxonomy: shapeOf(documents.taxonomy),
  taxonomy_term: shapeOf(documents.taxonomy_term),
}

/** An item of a list asked for with `minimal=true`. */
export const minimalItem = z.strictObject({ id: z.uuid(), last_modified: z.iso.datetime({ offset: true }) })

/** A page of a list. */
export function pageOf(item: z.ZodType) {
  return z.strictObject({
    total_items: z.int(),
    total_pages: z.int(),
    page_number: z.int(),
    size: z.int(),
    first_page: z.boolean(),
    last_page: z.boolean(),
    empty: z.boolean(),
    contents: z.array(item),
  })
}

export const about = z.strictObject({ version: z.literal('3.1'), profile: z.url(), openapi_url: z.url() })

/** RFC 9457. */
export const problem = z.strictObject({ type: z.string(), title: z.string(), status: z.int(), detail: z.string() })
named.add(about, { id: 'About' })
named.add(problem, { id: 'Problem' })
