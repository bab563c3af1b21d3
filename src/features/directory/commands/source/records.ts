import { z } from 'zod'
import chain from 'stream-chain'
import { parser } from 'stream-json'
import { pick } from 'stream-json/filters/pick.js'
import { streamArray } from 'stream-json/streamers/stream-array.js'
import type { Fault } from '../../domain/fault.ts'
import type { Row } from '../../domain/hsds/reading.ts'
import { decoded } from './decoded.ts'
import { FileFault } from './file-fault.ts'
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

/** The rows of a table as far as it can be read; its faults are told by who loads it. */
export async function* rowsOf(file: SourceFile): AsyncGenerator<Row> {
  try {
    for await (const record of recordsOf(file)) if ('row' in record) yield record.row
  } catch (error) {
    if (!(error instanceof FileFault)) throw error
  }
}

/** What one document may take: a service with all that hangs from it is a few thousand signs. */
const longestElement = 10_000_000

async function* linesOf(file: SourceFile): AsyncGenerator<SourceRecord> {
  let line = 0
  let rest = ''
  for await (const chunk of await decoded(file)) {
    const lines = `${rest}${String(chunk)}`.split('\n')
    rest = lines.pop() ?? ''
    for (const each of lines) yield* documentOf(each, (line += 1))
    if (rest.length > longestElement) throw new FileFault({ reason: 'too-long' }, line + 1)
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

/** No service nests deeper; a hundred thousand brackets would exhaust whoever follows them. */
const deepest = 50

function recordOf(value: unknown, line: number): SourceRecord {
  if (!isWithin(value, deepest)) return { line, fault: { reason: 'not-an-object' } }
  const parsed = object.safeParse(value)
  return parsed.success
    ? { line, document: parsed.data }
    : { line, fault: { reason: 'not-an-object', value: String(JSON.stringify(value)).slice(0, 80) } }
}

function isWithin(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return true
  return depth > 0 && Object.values(value).every((each) => isWithin(each, depth - 1))
}

const item = z.object({ key: z.number(), value: z.unknown() })

/** A list, or the list an API's page or a GeoJSON collection holds. */
async function* elementsOf(file: SourceFile, geographic: boolean): AsyncGenerator<SourceRecord> {
  const isList = await beginsWith(file, '[')
  const list = isList ? [] : [pick({ filter: /^(contents|services|features)$/, once: true })]
  let next = 1
  let signs = 0
  const measured = (text: string) => {
    signs += text.length
    if (signs > longestElement) throw new FileFault({ reason: 'too-long' }, next)
    return text
  }
  const elements = chain([await decoded(file), measured, parser.asStream(), ...list, streamArray()])
  try {
    for await (const element of elements) {
      const { key, value } = item.parse(element)
      next = key + 2
      signs = 0
      const record = recordOf(value, key + 1)
      yield geographic && 'document' in record ? featureOf(record.document, key + 1) : record
    }
  } catch (error) {
    throw isOfText(error) ? new FileFault({ reason: 'not-json', value: error.message.slice(0, 80) }, next) : error
  }
  if (!isList && next === 1) yield* onlyOne(file)
}

/** The text is wrong, not the disk, the zip or this program. */
function isOfText(error: unknown): error is Error {
  return error instanceof Error && /^Parser |^Top-level/.test(error.message)
}

const lists = ['contents', 'services', 'features']

/** A file that holds no list may be a single document, as an API answers with one. */
async function* onlyOne(file: SourceFile): AsyncGenerator<SourceRecord> {
  let text = ''
  for await (const chunk of await decoded(file)) {
    text += String(chunk)
    if (text.length > longestElement) throw new FileFault({ reason: 'too-long' }, 1)
  }
  for (const record of documentOf(text, 1))
    if (!('document' in record) || !lists.some((name) => name in record.document)) yield record
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
  const at = point.safeParse(geometry?.coordinates)
  const own = id === undefined ? {} : { id: String(id) }
  const place = at.success ? { longitude: String(at.data[0]), latitude: String(at.data[1]) } : {}
  const said = Object.entries(properties ?? {}).map(([name, value]) => [name, textOf(value)] as const)
  return { line, row: { ...own, ...Object.fromEntries(said), ...place } }
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
