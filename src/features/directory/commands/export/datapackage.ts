import { PassThrough, type Readable } from 'node:stream'
import { ZipFile } from 'yazl'
import type { Db } from '#platform/db/db.ts'
import { csvLine } from '#platform/text/csv.ts'
import { resourceOf, tables, type Kind, type Table } from '../../domain/hsds/model.ts'
import type { ExportedRow } from '../../store/export.ts'
import { publicRows } from './rows.ts'

/** The directory as an HSDS 3.1 datapackage: a zip with a CSV a table, and `datapackage.json` that describes them. */
export function datapackage(db: Db, at: Date): Readable {
  const zip = new ZipFile()
  const entry = { mtime: at, forceDosTimestamp: true }
  zip.addBuffer(Buffer.from(JSON.stringify(description(at), null, 2)), 'datapackage.json', entry)
  const files = new Map(tables.map((table) => [table, new PassThrough()]))
  for (const [table, file] of files) zip.addReadStream(file, `${resourceOf(table).file}.csv`, entry)
  zip.end()
  const out = new PassThrough()
  zip.outputStream.pipe(out)
  fill(db, files).catch((error: unknown) => out.destroy(error instanceof Error ? error : new Error(String(error))))
  return out
}

/** The zip takes one file after the other, in this order: each is written and ended before the next. */
async function fill(db: Db, files: ReadonlyMap<Table, PassThrough>): Promise<void> {
  let at = 0
  const finish = (upTo: number) => {
    for (; at < upTo; at += 1) files.get(tables[at] ?? 'metadata')?.end()
  }
  for (const table of tables) files.get(table)?.write(csvLine(columnsOf(table)))
  for await (const { table, row } of publicRows(db)) {
    finish(tables.indexOf(table))
    const file = files.get(table)
    if (file && !file.write(csvLine(columnsOf(table).map((column) => cellOf(row, column)))))
      await new Promise((resolve) => file.once('drain', resolve))
  }
  finish(tables.length)
}

function columnsOf(table: Table): string[] {
  return ['id', ...Object.keys(resourceOf(table).columns)]
}

function cellOf(row: ExportedRow, column: string): string {
  const value = row[column]
  if (value === undefined || value === null) return ''
  return typeof value === 'string' ? value : JSON.stringify(value)
}

const types: Readonly<Record<Kind, object>> = {
  text: { type: 'string' },
  id: { type: 'string', format: 'uuid' },
  link: { type: 'string', format: 'uri' },
  email: { type: 'string', format: 'email' },
  whole: { type: 'integer' },
  number: { type: 'number' },
  day: { type: 'date' },
  moment: { type: 'datetime', format: 'any' },
  clock: { type: 'string' },
}

function description(at: Date) {
  return {
    name: 'accompagnement-quebec-directory',
    title: 'Human Services Data Specification 3.1',
    created: at.toISOString(),
    profile: 'tabular-data-package',
    resources: tables.map((table) => {
      const { file, columns } = resourceOf(table)
      const id = { name: 'id', type: 'string', format: 'uuid', constraints: { required: true, unique: true } }
      const fields = Object.entries(columns).map(([name, { kind, must, oneOf }]) => ({
        name,
        ...types[kind],
        ...(must || oneOf ? { constraints: { required: must, ...(oneOf ? { enum: oneOf } : {}) } } : {}),
      }))
      const foreignKeys = Object.entries(columns).flatMap(([name, { to }]) =>
        to ? [{ fields: name, reference: { resource: to === table ? '' : to, fields: 'id' } }] : [],
      )
      return { name: table, path: `${file}.csv`, schema: { primaryKey: 'id', fields: [id, ...fields], foreignKeys } }
    }),
  }
}
