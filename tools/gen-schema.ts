// Writes src/platform/db/schema.gen.ts from a freshly migrated database: SQL is the source of the types.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { root } from '#platform/config/root.ts'

type Column = {
  table: string
  column: string
  type: string
  element: string
  nullable: boolean
  defaulted: boolean
  generated: boolean
}

const types: Record<string, string> = {
  uuid: 'string',
  text: 'string',
  date: 'string',
  time: 'string',
  int4: 'number',
  int8: 'string',
  float8: 'number',
  bool: 'boolean',
  timestamptz: 'Date',
  bytea: 'Buffer',
  jsonb: 'Json',
  tsvector: 'string',
  int4multirange: 'string',
}

/** The text of schema.gen.ts for the database at this address. */
export async function generateSchema(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const columns = await readColumns(client)
  const unions = await readUnions(client)
  await client.end()
  const tables = [...new Set(columns.map((each) => each.table))]
  const bodies = tables.map((table) => {
    const lines = columns
      .filter((each) => each.table === table)
      .map((each) => `    ${each.column}: ${typeOf(each, unions)}`)
    return `  ${table}: {\n${lines.join('\n')}\n  }`
  })
  return `// Generated from the migrations by tools/gen-schema.ts; do not edit.
import type { ColumnType, Generated } from 'kysely'

export type Json = ColumnType<Record<string, unknown>, string, string>

export type Schema = {
${bodies.join('\n')}
}
`
}

function typeOf(column: Column, unions: Map<string, string>): string {
  const base =
    column.type === '_text' ? 'string[]' : (unions.get(`${column.table}.${column.column}`) ?? types[column.type])
  if (!base) throw new Error(`No TypeScript type for ${column.type} of ${column.table}.${column.column}.`)
  const whole = column.nullable ? `${base} | null` : base
  if (column.generated) return `ColumnType<${whole}, never, never>`
  if (base === 'Json' && !column.defaulted)
    return column.nullable
      ? 'ColumnType<Record<string, unknown> | null, string | null | undefined, string | null>'
      : 'Json'
  if (base === 'Json') return 'ColumnType<Record<string, unknown>, string | undefined, string>'
  return column.defaulted ? `Generated<${whole}>` : whole
}

async function readColumns(client: pg.Client): Promise<Column[]> {
  const { rows } = await client.query<Column>(`
    select table_name as "table", column_name as "column", udt_name as "type", is_nullable = 'YES' as nullable,
      column_default is not null as defaulted, is_identity = 'YES' as generated
    from information_schema.columns where table_schema = 'public' and table_name in (select tablename from pg_tables where schemaname = 'public')
    order by table_name, ordinal_position`)
  return rows
}

/** `check (x in ('a', 'b'))` reads back as 'a' | 'b'. */
async function readUnions(client: pg.Client): Promise<Map<string, string>> {
  const { rows } = await client.query<{ table: string; definition: string }>(`
    select conrelid::regclass::text as "table", pg_get_constraintdef(oid) as definition from pg_constraint
    where contype = 'c' and connamespace = 'public'::regnamespace order by 1, 2`)
  const unions = new Map<string, string>()
  for (const { table, definition } of rows) {
    const found = /^CHECK \(\((\w+) = ANY \(ARRAY\[([^\]]+)\]\)\)\)$/.exec(definition)
    const one = /^CHECK \(\((\w+) = '([^']+)'::text\)\)$/.exec(definition)
    if (one?.[1]) unions.set(`${table}.${one[1]}`, `'${one[2]}'`)
    if (found?.[1] && found[2])
      unions.set(
        `${table}.${found[1]}`,
        [...found[2].matchAll(/'([^']+)'::text/g)].map((each) => `'${each[1]}'`).join(' | '),
      )
  }
  return unions
}

if (process.argv[1] === import.meta.filename) {
  const { scratchDatabase } = await import('./scratch.ts')
  const scratch = await scratchDatabase()
  writeFileSync(join(root, 'src/platform/db/schema.gen.ts'), await generateSchema(scratch.ownerUrl))
  await scratch.end()
}
