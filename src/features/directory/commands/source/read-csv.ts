import type { Readable } from 'node:stream'
import { CsvError, parse, type Options } from 'csv-parse'
import { parse as parseWhole } from 'csv-parse/sync'
import { z } from 'zod'
import type { Fault } from '../../domain/fault.ts'
import type { Row } from '../../domain/hsds/reading.ts'
import { FileFault } from './file-fault.ts'

/** A record of a file with the physical line it begins on; without a row when it cannot be read. */
export type CsvRecord = { line: number; row: Row } | { line: number; fault: Fault }

/** A header of a thousand columns is no table of people's; a record of two million signs no row. */
const mostColumns = 1_000
const longestRecord = 2_000_000
const options = {
  relax_quotes: true,
  relax_column_count: true,
  skip_empty_lines: true,
  raw: true,
  max_record_size: longestRecord,
}
const fields = z.array(z.string())
const rawRecord = z.object({ record: fields, raw: z.string() })

/** The records of a CSV file, one at a time; quoted fields may run over several lines, and one bad record spoils no other. */
export async function* readCsv(source: Readable): AsyncGenerator<CsvRecord> {
  let header: string[] | undefined
  let line = 1
  const unread: string[] = []
  const parser = parserOf(source, {
    skip_records_with_error: true,
    on_skip: (error, raw) => {
      if (error?.code === 'CSV_MAX_RECORD_SIZE') throw new FileFault({ reason: 'too-long' })
      unread.push(raw ?? '')
    },
  })
  for await (const parsed of whole(parser)) {
    const { record, raw } = rawRecord.parse(parsed)
    const start = line + blankLines(raw)
    line += linesIn(raw)
    if (record.length > mostColumns) throw new FileFault({ reason: 'too-long' })
    if (!header) header = record.map((column) => column.trim())
    else yield* recordsOf(record, raw, start, header)
  }
  for (const raw of unread) {
    if (header) yield* salvage(raw, line + blankLines(raw), header, { reason: 'quote' })
    line += linesIn(raw)
  }
}

/** The header of a CSV file: the first record's columns; nothing for an empty file, or one that is no table. */
export async function headerOf(source: Readable): Promise<string[]> {
  for await (const parsed of whole(parserOf(source, { to: 1 }))) {
    const { record } = rawRecord.parse(parsed)
    if (record.length > mostColumns) throw new FileFault({ reason: 'too-long' })
    return record.map((column) => column.trim())
  }
  return []
}

/** A file that cannot be read fails the reading, rather than the process. */
function parserOf(source: Readable, more: Options) {
  const parser = parse({ ...options, bom: true, ...more })
  source.on('error', (error) => parser.destroy(error))
  parser.on('close', () => source.destroy())
  return source.pipe(parser)
}

/** A record beyond all measure ends the file here. */
async function* whole(parser: AsyncIterable<unknown>): AsyncGenerator<unknown> {
  try {
    yield* parser
  } catch (error) {
    const tooLong = error instanceof CsvError && error.code === 'CSV_MAX_RECORD_SIZE'
    throw tooLong ? new FileFault({ reason: 'too-long' }) : error
  }
}

function* recordsOf(
  record: readonly string[],
  raw: string,
  line: number,
  header: readonly string[],
): Generator<CsvRecord> {
  if (record.length === header.length) yield { line, row: rowOf(record, header) }
  else yield* salvage(raw, line, header, fieldsFault(record, header))
}

/** A quote left open swallows the lines that follow: those that are whole rows by themselves are given back. */
function* salvage(raw: string, line: number, header: readonly string[], fault: Fault): Generator<CsvRecord> {
  yield { line, fault }
  const text = raw.replace(/^[\r\n]+/, '')
  const end = text.indexOf('\n')
  const tail = end < 0 ? '' : text.slice(end + 1)
  if (!tail.trim()) return
  const found = z.array(rawRecord).safeParse(parseWhole(tail, { ...options, skip_records_with_error: true }))
  if (!found.success || !found.data.some(({ record }) => record.length === header.length)) return
  let next = line + 1
  for (const { record, raw: part } of found.data) {
    const start = next + blankLines(part)
    next += linesIn(part)
    if (record.length === header.length) yield { line: start, row: rowOf(record, header) }
    else yield { line: start, fault: fieldsFault(record, header) }
  }
}

function fieldsFault(record: readonly string[], header: readonly string[]): Fault {
  return { reason: 'fields', value: `${record.length}/${header.length}` }
}

function rowOf(record: readonly string[], header: readonly string[]): Row {
  return Object.fromEntries(header.map((column, at) => [column, record[at] ?? '']))
}

function linesIn(raw: string): number {
  return raw.match(/\r\n|\r|\n/g)?.length ?? 0
}

function blankLines(raw: string): number {
  return linesIn(/^(?:[ \t]*(?:\r\n|\r|\n))*/.exec(raw)?.[0] ?? '')
}
