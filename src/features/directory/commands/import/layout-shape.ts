import { z } from 'zod'
import type { Layout } from '../../domain/hsds/layout.ts'
import { isTable, tables, type Table } from '../../domain/hsds/model.ts'

/** The shape of a layout file; what each part means stands in `domain/hsds/layout.ts`. */
const table = z.custom<Table>((name) => typeof name === 'string' && isTable(name), {
  error: `must be a table of HSDS: ${tables.join(', ')}`,
})
const columnName = z.string().min(1)
const names = z.array(columnName)

const from = z.union([
  columnName,
  names.min(1),
  z.strictObject({ all: names.min(1) }),
  z.strictObject({ value: z.string() }),
  z.strictObject({
    columns: names,
    joined: z.strictObject({ file: z.string(), from: columnName, to: columnName }),
  }),
])

const entry = z.strictObject({
  table,
  key: z
    .union([names.min(1), z.strictObject({ words: names.min(1), otherwise: z.string().optional() })])
    .default(['id']),
  columns: z.record(z.string(), from).default({}),
  same: z.boolean().default(true),
  hours: z.strictObject({ days: names, opens: names, closes: names, notes: names }).optional(),
  split: z.boolean().default(false),
  shared: z.boolean().default(false),
  ignored: names.default([]),
})

const layout = z.strictObject({
  name: z.string().min(1),
  signs: z.array(z.strictObject({ file: z.string(), columns: names })).default([]),
  files: z
    .array(
      z.strictObject({
        file: z.string().min(1),
        entries: z.array(entry).default([]),
        joins: z.array(z.strictObject({ table, key: z.string() })).default([]),
      }),
    )
    .min(1),
  source: z.string().optional(),
})

/** A layout, or one sentence that says where it is wrong. */
export function readLayout(content: unknown): Layout | { wrong: string } {
  const parsed = layout.safeParse(content)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  return { wrong: `${issue?.path.join('.') || 'its root'}: ${issue?.message ?? 'unknown'}` }
}
