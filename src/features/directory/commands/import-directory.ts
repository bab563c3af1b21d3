import type { Id } from '#kernel/id.ts'
import { ConfigError } from '#platform/config/config.ts'
import type { Db } from '#platform/db/db.ts'
import type { Known } from '../domain/hsds/reading.ts'
import { tables, type Table } from '../domain/hsds/model.ts'
import type { ImportChange, ImportReport } from '../domain/import-report.ts'
import { insertMetadata } from '../store/metadata.ts'
import { insertChanges, insertProblems, insertRun, lockImports, saveRun, saveSource } from '../store/sources.ts'
import { refreshSource } from '../store/search/refresh.ts'
import { idsOf, madeBefore, ofOthers } from '../store/identifiers.ts'
import { beginSeen, hasEntries, noteSeen, removeOthers, suspended, suspendOthers, type Gone } from '../store/gone.ts'
import { identifierOf } from './import/identify.ts'
import { layoutFile, layoutOf } from './import/layouts.ts'
import { readBeforehand } from './import/beforehand.ts'
import { loadFiles } from './import/load-files.ts'
import { flush, keep, newRun, TakenIdError, type Run } from './import/run.ts'
import { openSource } from './source/source.ts'
import type { Source } from './source/source-file.ts'

export type ImportOptions = {
  sourceId: string
  name: string
  at: Date
  newId: () => Id
  /** A layout of the operator's own, where ours do not know the files. */
  mapping?: string | undefined
  /** Whether anyone lives near a point of Québec: one in the sea is set aside. */
  near?: Known['near']
  /** Reads and compares everything, and keeps nothing: what would be added, changed, gone or back. */
  dryRun?: boolean
  onProgress?: (line: string) => void
}

/**
 * Loads a directory in one transaction, as the owning role: all of it, or nothing; one that was killed leaves no trace, and two
 * never run at once. What it loads is not offered to newcomers until an editor opens the source. Importing the same again changes
 * nothing. A source that lists something no more suspends it.
 */
export async function importDirectory(ownerDb: Db, path: string, options: ImportOptions): Promise<ImportReport> {
  requireSourceId(options.sourceId)
  const source = await openSource(path)
  try {
    return await undone(importSource(ownerDb, source, options, false))
  } catch (error) {
    if (error instanceof TakenIdError) return await undone(importSource(ownerDb, source, options, true))
    throw error
  } finally {
    source.close()
  }
}

/** The report of a dry run, whose work was undone. */
async function undone(run: Promise<ImportReport>): Promise<ImportReport> {
  try {
    return await run
  } catch (error) {
    if (error instanceof DryRun) return error.report
    throw error
  }
}

/** Thrown to undo all that a dry run wrote; it carries what would have been. */
class DryRun extends Error {
  readonly report: ImportReport
  constructor(report: ImportReport) {
    super('dry run')
    this.report = report
  }
}

/** `shared`: another source has some of the same UUIDs, and keeps them. */
async function importSource(ownerDb: Db, { files }: Source, options: ImportOptions, shared: boolean) {
  const layout = options.mapping ? layoutFile(options.mapping) : await layoutOf(files)
  const read = await readBeforehand(layout, files)
  const { sourceId, name, at, newId, near, dryRun, onProgress } = options
  return ownerDb.transaction().execute(async (db) => {
    await lockImports(db)
    const again = await hasEntries(db, sourceId)
    await saveSource(db, { id: sourceId, name, invented: false, importedAt: at, openedAt: null })
    const report = emptyReport(newId(), sourceId, layout.name)
    await insertRun(db, report, at)
    if (again) await beginSeen(db)
    const identify = await identifying(db, sourceId, shared)
    const before = again ? await entriesBefore(db, sourceId) : new Map<Table, Set<Id>>()
    const run = newRun({ db, report, sourceName: name, at, newId, identify, again, before })
    await loadFiles(run, { layout, before: read, files, near, onProgress })
    await flush(run)
    if (again) await endOthers(run)
    await refreshSource(db, sourceId)
    await keepReport(db, run)
    if (dryRun) throw new DryRun(report)
    return report
  })
}

async function identifying(db: Db, sourceId: string, shared: boolean) {
  const made = await madeBefore(db, sourceId)
  const taken = shared ? await ofOthers(db, sourceId) : undefined
  return identifierOf(sourceId, (table, key) => Boolean(made.get(table)?.has(key) || taken?.get(table)?.has(key)))
}

async function entriesBefore(db: Db, sourceId: string): Promise<Map<Table, Set<Id>>> {
  const before = new Map<Table, Set<Id>>()
  for (const table of suspended) before.set(table, await idsOf(db, table, sourceId))
  return before
}

function requireSourceId(sourceId: string): void {
  if (!/^[a-z0-9-]{2,60}$/.test(sourceId))
    throw new ConfigError(`"${sourceId}" cannot name a source: use 2 to 60 small letters, digits and hyphens.`)
  if (sourceId === 'starter' || sourceId === 'invented')
    throw new ConfigError(`"${sourceId}" is the name of our own directory: give the import another.`)
}

function emptyReport(runId: Id, sourceId: string, layout: string): ImportReport {
  const counts = { loaded: 0, refused: 0, added: 0, changed: 0, removed: 0, ended: 0, back: 0, unread: 0 }
  return { runId, sourceId, layout, files: [], ...counts, problems: [], changes: [] }
}

/**
 * Only where a file of the table was read: a source that sends fewer files says nothing of the rest. Where a line could not be
 * read, it may be the one that is missed: then nothing is gone this time.
 */
async function endOthers(run: Run): Promise<void> {
  const { db, report, at } = run
  if (report.unread > 0) return
  for (const table of suspended) await noteSeen(db, table, [...run.stillListed[table]])
  const read = tables.filter((table) => run.read.has(table) && run.met[table].size > 0)
  report.removed += await removeOthers(db, report.sourceId, read)
  for (const table of read) {
    const changes = (await suspendOthers(db, table, report.sourceId, at)).map((gone) => goneChange(table, gone, at))
    report.ended += changes.length
    keep(report, changes)
    await insertMetadata(db, changes, { ...run, runId: report.runId, sourceId: report.sourceId })
  }
}

/** Its status too, even where it stays the same: whoever comes back gets back what it was. */
function goneChange(table: Table, { id, label, before, after }: Gone, at: Date): ImportChange {
  const status = before === null || after === null ? [] : [{ name: 'status', before, after }]
  return {
    kind: 'gone',
    table,
    id,
    label,
    fields: [{ name: 'gone_at', before: '', after: at.toISOString() }, ...status],
  }
}

const batchSize = 500

async function keepReport(db: Db, { report, at }: Run): Promise<void> {
  await saveRun(db, report, at)
  for (let from = 0; from < report.problems.length; from += batchSize)
    await insertProblems(db, report.runId, report.problems.slice(from, from + batchSize), from)
  await insertChanges(db, report.runId, report.changes)
}
