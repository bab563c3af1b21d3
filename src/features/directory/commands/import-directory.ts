import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Id } from '#kernel/id.ts'
import { ConfigError } from '#platform/config/config.ts'
import type { Db } from '#platform/db/db.ts'
import type { Reading, Table } from '../domain/entry.ts'
import type { FileReport, ImportProblem, ImportReport } from '../domain/import-report.ts'
import { derivedId } from '../store/derived-id.ts'
import { insertProblems, insertRun, lockImports, saveSource } from '../store/sources.ts'
import { endOthers, removeOthers, upsert, type StoredEntry } from '../store/upsert.ts'
import { fileReaders, readBeforehand, requireLayout, unknownFiles, type FileReader } from './export-files.ts'
import { readCsv } from './read-csv.ts'

export type ImportOptions = {
  sourceId: string
  name: string
  at: Date
  newId: () => Id
  onProgress?: (line: string) => void
}

/** What one run keeps at hand: the entries loaded so far by table (with their line), and what it will tell. */
type Run = ImportReport & { at: Date; loadedKeys: Map<Table, Map<string, number>> }

const batchSize = 500

/**
 * Loads an ORServices export in one transaction, as the owning role: all of it, or nothing. What it loads is not offered to
 * newcomers until an editor opens the source. Importing the same export again changes nothing.
 */
export async function importDirectory(ownerDb: Db, path: string, options: ImportOptions): Promise<ImportReport> {
  requireSourceId(options.sourceId)
  await requireLayout(path)
  const before = await readBeforehand(path)
  return ownerDb.transaction().execute(async (db) => {
    await lockImports(db)
    const { sourceId, name, at, newId, onProgress } = options
    await saveSource(db, { id: sourceId, name, invented: false, importedAt: at, openedAt: null })
    const run: Run = {
      runId: newId(),
      sourceId,
      files: [],
      loaded: 0,
      refused: 0,
      added: 0,
      changed: 0,
      removed: 0,
      ended: 0,
      problems: [],
      at,
      loadedKeys: new Map(),
    }
    const readers = fileReaders(before, (key) => derivedId(sourceId, 'taxonomy_term', key))
    for (const reader of [...readers, ...unknownFiles(path, readers)]) {
      if (!existsSync(join(path, reader.file))) continue
      const { file, loaded, refused } = await loadFile(db, run, path, reader)
      onProgress?.(`${file}: ${loaded + refused} rows, ${loaded} loaded, ${refused} refused`)
    }
    return await keepReport(db, run)
  })
}

function requireSourceId(sourceId: string): void {
  if (!/^[a-z0-9-]{2,60}$/.test(sourceId))
    throw new ConfigError(`"${sourceId}" cannot name a source: use 2 to 60 small letters, digits and hyphens.`)
  if (sourceId === 'starter' || sourceId === 'invented')
    throw new ConfigError(`"${sourceId}" is the name of our own directory: give the import another.`)
}

async function loadFile(db: Db, run: Run, folder: string, reader: FileReader): Promise<FileReport> {
  const report: FileReport = { file: reader.file, loaded: 0, refused: 0 }
  const { table } = reader
  let waiting: StoredEntry[] = []
  const write = async () => {
    if (table && waiting.length > 0) count(run, await upsert(db, table, waiting, run.at))
    waiting = []
  }
  // Terms point to each other: one statement, so that a child may stand before its parent.
  const batch = table === 'taxonomy_term' ? Infinity : batchSize
  for await (const record of readCsv(join(folder, reader.file))) {
    const taken =
      'row' in record ? take(run, reader, record.line, reader.read(record.row, finder(run))) : { refused: record.fault }
    if ('refused' in taken) {
      report.refused += 1
      run.problems.push({ kind: 'refused', file: reader.file, line: record.line, reason: taken.refused })
      continue
    }
    report.loaded += 1
    waiting.push(...taken.entries)
    if (waiting.length >= batch) await write()
  }
  await write()
  if (table && report.loaded > 0) await dropOthers(db, run, table)
  run.files.push(report)
  run.loaded += report.loaded
  run.refused += report.refused
  return report
}

/** The entries of a row that no earlier row gave; a row that gives nothing new is refused with the line it repeats. */
function take(
  run: Run,
  { file, table }: FileReader,
  line: number,
  reading: Reading,
): { refused: string } | { entries: StoredEntry[] } {
  if ('refused' in reading) return reading
  const keys = table ? keysFor(run, table) : new Map<string, number>()
  const fresh = reading.entries.filter(
    (entry, at) => !keys.has(entry.key) && reading.entries.findIndex((other) => other.key === entry.key) === at,
  )
  const [first] = reading.entries
  if (first && fresh.length === 0) return { refused: `the same identifier and links as line ${keys.get(first.key)}` }
  const warnings = reading.warnings.map((reason): ImportProblem => ({ kind: 'warning', file, line, reason }))
  run.problems.push(...warnings)
  for (const entry of fresh) keys.set(entry.key, line)
  return {
    entries: table
      ? fresh.map(({ key, columns }) => ({
          id: derivedId(run.sourceId, table, key),
          source_id: run.sourceId,
          source_key: key,
          ...columns,
        }))
      : [],
  }
}

function keysFor(run: Run, table: Table): Map<string, number> {
  const keys = run.loadedKeys.get(table) ?? new Map<string, number>()
  run.loadedKeys.set(table, keys)
  return keys
}

function finder(run: Run) {
  return (table: Table, key: string) =>
    run.loadedKeys.get(table)?.has(key) ? derivedId(run.sourceId, table, key) : undefined
}

function count(run: Run, written: { added: number; changed: number }): void {
  run.added += written.added
  run.changed += written.changed
}

async function dropOthers(db: Db, run: Run, table: Table): Promise<void> {
  const kept = [...keysFor(run, table).keys()].map((key) => derivedId(run.sourceId, table, key))
  run.removed += await removeOthers(db, table, run.sourceId, kept)
  run.ended += await endOthers(db, table, run.sourceId, kept, run.at)
}

async function keepReport(db: Db, run: Run): Promise<ImportReport> {
  const { at, loadedKeys: _keys, ...report } = run
  await insertRun(db, report, { startedAt: at, endedAt: at })
  for (let from = 0; from < report.problems.length; from += batchSize) {
    await insertProblems(db, report.runId, report.problems.slice(from, from + batchSize), from)
  }
  return report
}
