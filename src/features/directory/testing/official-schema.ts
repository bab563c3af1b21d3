import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { root } from '#platform/config/root.ts'

/** The few keywords of JSON Schema that HSDS uses. */
const schema = z.object({
  type: z.string().optional(),
  required: z.array(z.string()).optional(),
  enum: z.array(z.unknown()).optional(),
  format: z.string().optional(),
  get properties() {
    return z.record(z.string(), schema).optional()
  },
  get items() {
    return schema.optional()
  },
})
type Schema = z.infer<typeof schema>

const folder = process.env['HSDS_SCHEMAS'] ?? join(root, '../shared/standards/hsds')
export const officialSchemas = join(folder, 'schema/compiled')
export const hasOfficialSchemas = existsSync(join(officialSchemas, 'service.json'))

/** Where a value breaks the published schema of HSDS; a key that the schema does not name counts as a fault. */
export function faultsOf(name: 'service' | 'service_list', value: unknown): string[] {
  return check(schema.parse(JSON.parse(readFileSync(join(officialSchemas, `${name}.json`), 'utf8'))), value, name)
}

const kinds: Record<string, (value: unknown) => boolean> = {
  string: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number',
  integer: Number.isInteger,
  array: Array.isArray,
  object: (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
}
const formats: Record<string, z.ZodType> = {
  uuid: z.uuid(),
  email: z.email(),
  uri: z.url(),
  'date-time': z.iso.datetime({ offset: true }),
}

function check(expected: Schema, value: unknown, at: string): string[] {
  if (expected.type && !kinds[expected.type]?.(value)) return [`${at} is no ${expected.type}`]
  if (expected.enum && !expected.enum.includes(value)) return [`${at} is none of ${expected.enum.join(', ')}`]
  if (expected.format && formats[expected.format]?.safeParse(value).success === false)
    return [`${at} is no ${expected.format}`]
  const { items, properties } = expected
  if (Array.isArray(value)) return items ? value.flatMap((item, index) => check(items, item, `${at}[${index}]`)) : []
  const fields = properties ? Object.entries(z.record(z.string(), z.unknown()).parse(value)) : []
  const missing = (expected.required ?? [])
    .filter((name) => !fields.some(([field]) => field === name))
    .map((name) => `${at} has no ${name}`)
  return [
    ...missing,
    ...fields.flatMap(([field, inner]) => {
      const known = properties?.[field]
      return known ? check(known, inner, `${at}.${field}`) : [`${at}.${field} is unknown to HSDS`]
    }),
  ]
}
