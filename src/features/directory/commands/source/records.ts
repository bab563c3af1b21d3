import { z } from 'zod'
import chain from 'stream-chain'
import { parser } from 'stream-json'
import { pick } from 'stream-json/filters/pick.js'
import { streamArray } from 'stream-json/streamers/stream-array.js'
import type { Fault } from '../../domain/fault.ts'
import type { Row } from '../../domain/hsds/reading.ts'
import { decoded } from './decoded.ts'
import { readCsv } from './read-csv.ts'
import type { SourceFile } from './source-file.ts'

/** One row of a table, or one document of HSDS with all that hangs from it; without either when it cannot be read. */
export type SourceRecord = { line: number } & ({ row: Row } | { document: Record<string, unknown> } | { fault: Fault })

const object = z.record(z.string(), z.unknown())

/** The records of a file, one at a time, with the line (or the number in a JSON list) where each begins. */
export async function* recordsOf(file: SourceFile): AsyncGenerator<SourceRecord> {
  if (/\.csv$/i.test(file.name)) yield* readCsv(await decoded(file))
  else if (/\.(ndjson|jsonl)$/i.test(file.name)) yield* linesOf(file)
  else yield* elementsOf(file, /\.geojson$/i.test(file.name))
}

const longestLine = 10_000_000

async function* linesOf(file: SourceFile): AsyncGenerator<SourceRecord> {
  let line = 0
  let rest = ''
  for await (const chunk of await decoded(file)) {
    const lines = `${rest}${String(chunk)}`.split('\n')
    rest = lines.pop() ?? ''
    for (const each of lines) yield* documentOf(each, (line += 1))
    if (rest.length > longestLine) {
      yield { line: line + 1, fault: { reason: 'too-long' } }
      return
    }
  }
  if (rest) yield* documentOf(rest, line + 1)
}

function* documentOf(text: string, line: number): Generator<SourceRecord> {
  if (text.trim() === '') return
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    yield { line, fault: { reason: 'not-json', value: text.slice(0, 80) } }
    return
  }
  yield recordOf(value, line)
}

function recordOf(value: unknown, line: number): SourceRecord {
  const parsed = object.safeParse(value)
  return parsed.success
    ? { line, document: parsed.data }
    : { line, fault: { reason: 'not-an-object', value: String(JSON.stringify(value)).slice(0, 80) } }
}

const item = z.object({ key: z.number(), value: z.unknown() })

/** A list, or the list an API's page or a GeoJSON collection holds. */
async function* elementsOf(file: SourceFile, geographic: boolean): AsyncGenerator<SourceRecord> {
  const isList = await beginsWith(file, '[')
  const list = isList ? [] : [pick({ filter: /^(contents|services|features)$/, once: true })]
  const elements = chain([await decoded(file), parser.asStream(), ...list, streamArray()])
  try {
    for await (const element of elements) {
      const { key, value } = item.parse(element)
      const record = recordOf(value, key + 1)
      yield geographic && 'document' in record ? featureOf(record.document, key + 1) : record
    }
  } catch (error) {
    if (error instanceof z.ZodError) throw error
    yield { line: 1, fault: { reason: 'not-json', value: error instanceof Error ? error.message.slice(0, 80) : '' } }
  }
}

const feature = z.object({
  id: z.union([z.string(), z.number()]).optional(),
  properties: z.record(z.string(), z.unknown()).nullish(),
  geometry: z.object({ type: z.string(), coordinates: z.unknown() }).nullish(),
})
const point = z.tuple([z.number(), z.number()], z.number())

/** A GeoJSON feature as a row: its properties, and `longitude`, `latitude` where it is a point. */
function featureOf(document: Record<string, unknown>, line: number): SourceRecord {
  const parsed = feature.safeParse(document)
  if (!parsed.success) return { line, fault: { reason: 'not-an-object' } }
  const { id, properties, geometry } = parsed.data
  const row: Record<string, string> = id === undefined ? {} : { id: String(id) }
  for (const [name, value] of Object.entries(properties ?? {})) row[name] = textOf(value)
  const at = point.safeParse(geometry?.coordinates)
  if (at.success) Object.assign(row, { longitude: String(at.data[0]), latitude: String(at.data[1]) })
  return { line, row }
}

/** A value of JSON as a cell of a table would hold it. */
export function textOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  return typeof value === 'string' ? value : JSON.stringify(value)
}

async function beginsWith(file: SourceFile, sign: string): Promise<boolean> {
  for await (const chunk of await decoded(file)) {
    const text = String(chunk).trimStart()
    if (text !== '') return text.startsWith(sign)
  }
  return false
}
