import { createReadStream } from 'node:fs'
import { parse, type Options } from 'csv-parse'
import { parse as parseWhole } from 'csv-parse/sync'
import { z } from 'zod'
import type { Row } from '../domain/entry.ts'

/** A record of a file with the physical line it begins on; without a row when it cannot be read. */
export type CsvRecord = { line: number; row: Row } | { line: number; fault: string }

const options = { relax_quotes: true, relax_column_count: true, skip_empty_lines: true, raw: true }
const fields = z.array(z.string())
const rawRecord = z.object({ record: fields, raw: z.string() })

/** The records of a CSV file, one at a time; quoted fields may run over several lines, and one bad record spoils no other. */
export async function* readCsv(path: string): AsyncGenerator<CsvRecord> {
  let header: string[] | undefined
  let line = 1
  const unread: string[] = []
  const parser = parserOf(path, {
    skip_records_with_error: true,
    on_skip: (_error, raw) => void unread.push(raw ?? ''),
  })
  for await (const parsed of parser) {
    const { record, raw } = rawRecord.parse(parsed)
    const start = line + blankLines(raw)
    line += linesIn(raw)
    if (!header) header = record.map((column) => column.trim())
    else yield* recordsOf(record, raw, start, header)
  }
  for (const raw of unread) {
    if (header) yield* salvage(raw, line + blankLines(raw), header, 'a quote that never closes')
    line += linesIn(raw)
  }
}

/** The header of a CSV file: the first record's columns; nothing for an empty file. */
export async function headerOf(path: string): Promise<string[]> {
  for await (const parsed of parserOf(path, { to: 1 })) {
    return rawRecord.parse(parsed).record.map((column) => column.trim())
  }
  return []
}

/** A file that cannot be read fails the reading, rather than the process. */
function parserOf(path: string, more: Options) {
  const source = createReadStream(path)
  const parser = parse({ ...options, bom: true, ...more })
  source.on('error', (error) => parser.destroy(error))
  return source.pipe(parser)
}

function* recordsOf(
  record: readonly string[],
  raw: string,
  line: number,
  header: readonly string[],
): Generator<CsvRecord> {
  if (record.length === header.length) yield { line, row: rowOf(record, header) }
  else yield* salvage(raw, line, header, `${record.length} fields where the header names ${header.length}`)
}

/** A quote left open swallows the lines that follow: those that are whole rows by themselves are given back. */
function* salvage(raw: string, line: number, header: readonly string[], fault: string): Generator<CsvRecord> {
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
    else yield { line: start, fault: `${record.length} fields where the header names ${header.length}` }
  }
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
