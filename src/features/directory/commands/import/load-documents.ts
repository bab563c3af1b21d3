import { flatten, type FlatRow } from '../../domain/hsds/flatten.ts'
import { tables, type Table } from '../../domain/hsds/model.ts'
import { keyOf } from '../../domain/hsds/read-row.ts'
import type { Known } from '../../domain/hsds/reading.ts'
import { FileFault } from '../source/file-fault.ts'
import { recordsOf } from '../source/records.ts'
import type { SourceFile } from '../source/source-file.ts'
import { loadRow, type Place } from './load-rows.ts'
import { tell, type Run } from './run.ts'

const asWritten = { key: ['id'], columns: {}, same: true, split: false, shared: true, ignored: [] }

/** What others may point to, from another document too; the rest is read once all of these are known. */
const pointedTo: readonly Table[] = [
  'taxonomy',
  'taxonomy_term',
  'unit',
  'organization',
  'program',
  'service',
  'location',
  'service_at_location',
]

/** Details point to details: a telephone to its contact, a language to its telephone, and each may stand in another document. */
const detailsInOrder: readonly (readonly Table[])[] = [
  ['contact'],
  ['phone'],
  tables.filter((table) => !pointedTo.includes(table) && table !== 'contact' && table !== 'phone'),
]

/** A document loads when its own row does; what hangs from it and cannot be taken is told, with its path. True when refused. */
export async function loadDocument(run: Run, document: Record<string, unknown>, place: Place, known: Known) {
  const rows = flatten(document).filter(({ table }) => pointedTo.includes(table))
  let refused = false
  for (const each of rows) {
    const fault = await loadFlat(run, each, place, known)
    refused ||= fault !== undefined && each.path === ''
    if (fault) tell(run, each.path === '' ? 'refused' : 'warning', place, [fault])
  }
  return refused
}

/** What hangs from the documents of a file, once everything is known that it may point to. */
export async function loadDetails(run: Run, file: SourceFile, known: Known): Promise<void> {
  for (const read of detailsInOrder) {
    try {
      for await (const record of recordsOf(file))
        if ('document' in record)
          await loadDetailsOf(run, record.document, { file: file.name, line: record.line }, known, read)
    } catch (error) {
      if (!(error instanceof FileFault)) throw error
    }
  }
}

async function loadDetailsOf(
  run: Run,
  document: Record<string, unknown>,
  place: Place,
  known: Known,
  read: readonly Table[],
) {
  const rows = flatten(document)
  const own = rows.find(({ path }) => path === '')
  const key = own && keyOf(asWritten, own.row)
  if (!own || key === undefined || !run.met[own.table].has(key)) return
  for (const each of rows.filter(({ table }) => read.includes(table))) {
    const fault = await loadFlat(run, each, place, known)
    if (fault) tell(run, 'warning', place, [fault])
  }
}

async function loadFlat(run: Run, { table, row, path }: FlatRow, place: Place, known: Known) {
  const fault = await loadRow(run, { entry: { ...asWritten, table }, row, place, known, path })
  return fault && { ...fault, column: `${path}${fault.column ?? ''}` }
}
