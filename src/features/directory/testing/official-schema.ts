import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import ajvFormats from 'ajv-formats'
import { root } from '#platform/config/root.ts'
import type { DocumentName } from '../domain/hsds/documents.ts'

/** Where the standard's own files are; they have a licence of their own and are not part of this project. */
export const officialStandard = process.env['HSDS_SCHEMAS'] ?? join(root, '../shared/standards/hsds')
export const officialSchemas = join(officialStandard, 'schema/compiled')
export const hasOfficialSchemas = existsSync(join(officialSchemas, 'service.json'))

export type OfficialName = Exclude<DocumentName, 'organization_with_services'>
type Published = { validate: ValidateFunction; schema: unknown }

const published = new Map<string, Published>()
const parts = new Map<string, unknown>()
// The published schemas carry words of their own beside those of JSON Schema, and one format (csv) that only tables have.
const ajv = new Ajv2020({ strict: false, allErrors: true, formats: { csv: true } })
ajvFormats.default(ajv)

/** Where a value breaks the published schema of HSDS; a key that the schema does not name counts as a fault. */
export function faultsOf(name: OfficialName, value: unknown): string[] {
  const { validate, schema } = publishedAs(name)
  if (!validate(value))
    return (validate.errors ?? []).map(({ instancePath, message }) => `${name}${instancePath} ${message ?? ''}`)
  return unknownKeys(schema, value).map((key) => `${name}${key} is unknown to HSDS`)
}

/** Compiled at its first use, and once: some of these schemas are megabytes. */
function publishedAs(name: OfficialName): Published {
  const known = published.get(name)
  if (known) return known
  if (parts.size === 0) readParts()
  const compiled = join(officialSchemas, `${name}.json`)
  const schema = existsSync(compiled) ? readJson(compiled) : parts.get(`${name}.json`)
  if (!isObject(schema)) throw new Error(`HSDS publishes no schema called ${name}`)
  const made = { validate: ajv.compile(schema), schema }
  published.set(name, made)
  return made
}

/** Vocabularies are published as parts only, which point to each other by the names of their files. */
function readParts(): void {
  const folder = join(officialStandard, 'schema')
  for (const file of readdirSync(folder).filter((each) => each.endsWith('.json') && each !== 'openapi.json')) {
    const schema = readJson(join(folder, file))
    parts.set(file, schema)
    if (isObject(schema)) ajv.addSchema(schema, file)
  }
}

/** HSDS closes no object, so that a misspelt field would pass; every key is looked up in the tree of its schema. */
function unknownKeys(schema: unknown, value: unknown, at = ''): string[] {
  if (!isObject(schema)) return []
  const { $ref: reference, items, properties } = schema
  if (typeof reference === 'string') return unknownKeys(parts.get(reference), value, at)
  if (Array.isArray(value)) return value.flatMap((each, index) => unknownKeys(items, each, `${at}/${index}`))
  if (!isObject(value) || !isObject(properties)) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    key in properties ? unknownKeys(properties[key], inner, `${at}/${key}`) : [`${at}/${key}`],
  )
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'))
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
