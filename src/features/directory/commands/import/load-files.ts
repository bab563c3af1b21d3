import type { Fault } from '../../domain/fault.ts'
import type { FileLayout, Layout } from '../../domain/hsds/layout.ts'
import { canonicalKey } from '../../domain/hsds/read-row.ts'
import type { Known } from '../../domain/hsds/reading.ts'
import type { FileReport } from '../../domain/import-report.ts'
import { FileFault } from '../source/file-fault.ts'
import { recordsOf, type SourceRecord } from '../source/records.ts'
import type { SourceFile } from '../source/source-file.ts'
import { filesOf, type Beforehand } from './beforehand.ts'
import { loadDetails, loadDocument } from './load-documents.ts'
import { loadEntries } from './load-rows.ts'
import { tell, type Run } from './run.ts'

type Loading = {
  layout: Layout
  before: Beforehand
  files: readonly SourceFile[]
  near: Known['near']
  onProgress: ((line: string) => void) | undefined
}

/** Reads every file, in the layout's order; those that no layout names are told row by row, so that none goes unseen. */
export async function loadFiles(run: Run, { layout, before, files, near, onProgress }: Loading): Promise<void> {
  const known = { ...knownOf(run, before), near }
  const listed = filesOf(layout, files)
  const others = files.filter((file) => !listed.some((each) => each.file === file))
  const all = [
    ...listed,
    ...others.map((file) => ({ file, layout: { file: file.name, entries: [], joins: [] }, other: true })),
  ]
  for (const each of all) {
    const report = await loadFile(run, { ...each, known, other: 'other' in each, onProgress })
    onProgress?.(
      `${report.file}: ${report.loaded + report.refused} rows, ${report.loaded} loaded, ${report.refused} refused`,
    )
  }
}

function knownOf(run: Run, before: Beforehand): Known {
  return {
    find: (table, written) => {
      const key = canonicalKey(written)
      if (run.met[table].has(key) || before.own.get(table)?.has(key)) return run.identify(table, key)
      const id = run.stillListed[table].size > 0 ? run.identify(table, key) : undefined
      return id !== undefined && run.stillListed[table].has(id) ? id : undefined
    },
    joined: before.joined,
    onlyCountry: before.onlyCountry,
  }
}

const progressEvery = 10_000
type FileReading = {
  file: SourceFile
  layout: FileLayout
  known: Known
  other: boolean
  onProgress: Loading['onProgress']
}

async function loadFile(run: Run, reading: FileReading): Promise<FileReport> {
  const { file, known, onProgress } = reading
  const report: FileReport = { file: file.name, loaded: 0, refused: 0 }
  let nested = false
  try {
    for await (const record of recordsOf(file)) {
      const refused = await loadRecord(run, record, reading)
      if (refused) report.refused += 1
      else report.loaded += 1
      nested ||= 'document' in record
      const read = report.loaded + report.refused
      if (read % progressEvery === 0) onProgress?.(`${file.name}: ${read} rows …`)
    }
  } catch (error) {
    if (!(error instanceof FileFault)) throw error
    report.refused += 1
    run.report.unread += reading.other ? 0 : 1
    const line = error.line ?? report.loaded + report.refused + 1
    tell(run, 'refused', { file: file.name, line }, [error.fault])
  }
  if (nested) await loadDetails(run, file, known)
  run.report.files.push(report)
  run.report.loaded += report.loaded
  run.report.refused += report.refused
  return report
}

/** One record of a file; true when it is refused. */
async function loadRecord(run: Run, record: SourceRecord, { file, layout, known, other }: FileReading) {
  const place = { file: file.name, line: record.line }
  const refuse = (fault: Fault) => {
    tell(run, 'refused', place, [fault])
    return true
  }
  if ('fault' in record) {
    run.report.unread += other ? 0 : 1
    return refuse(record.fault)
  }
  if ('document' in record) return loadDocument(run, record.document, place, known)
  if (other) return refuse({ reason: 'unknown-file' })
  const fault = await loadEntries(run, { layout, row: record.row, place, known })
  return fault !== undefined && refuse(fault)
}
