import { Readable } from 'node:stream'
import type { Db } from '#platform/db/db.ts'
import type { DocumentName } from '../../domain/hsds/documents.ts'
import { documentsAfter, type ExportedRow } from '../../store/export.ts'
import { datapackage } from './datapackage.ts'

export const exportFormats = ['datapackage', 'json', 'ndjson'] as const
export type ExportFormat = (typeof exportFormats)[number]

/**
 * What is for the public of the whole directory, in the order of identifiers: a datapackage holds every table; JSON and NDJSON
 * hold the terms, the organizations and the services, each with all that hangs from it.
 */
export function exportDirectory(db: Db, format: ExportFormat, at: Date): Readable {
  return format === 'datapackage' ? datapackage(db, at) : Readable.from(written(db, format))
}

async function* written(db: Db, format: 'json' | 'ndjson'): AsyncGenerator<string> {
  const [open, between, close] = format === 'json' ? ['[\n', ',\n', '\n]\n'] : ['', '\n', '\n']
  let first = true
  yield open
  for await (const document of documentsOf(db)) {
    yield `${first ? '' : between}${JSON.stringify(document)}`
    first = false
  }
  yield first && format === 'ndjson' ? '' : close
}

/** What others point to comes first: a telephone of a service may belong to a place of another organization. */
async function* documentsOf(db: Db): AsyncGenerator<ExportedRow> {
  // a term that names neither parent nor taxonomy would read as an organization: it says that its taxonomy is none
  for (const term of await parentsFirst(all(db, 'taxonomy_term'), 'parent_id'))
    yield 'parent_id' in term ? term : { taxonomy: '', ...term }
  yield* await parentsFirst(all(db, 'organization'), 'parent_organization_id')
  yield* all(db, 'service')
}

const atOnce = 100

async function* all(db: Db, name: DocumentName): AsyncGenerator<ExportedRow> {
  let after: string | undefined
  for (;;) {
    const rows = await documentsAfter(db, name, after, atOnce)
    yield* rows
    after = rows.at(-1)?.id
    if (rows.length < atOnce) return
  }
}

async function parentsFirst(documents: AsyncIterable<ExportedRow>, pointer: string): Promise<ExportedRow[]> {
  const byId = new Map<string, ExportedRow>()
  for await (const document of documents) byId.set(document.id, document)
  const met = new Set<ExportedRow>()
  const placed: ExportedRow[] = []
  const place = (document: ExportedRow) => {
    if (met.has(document)) return // placed, or a circle
    met.add(document)
    const parent = byId.get(String(document[pointer]))
    if (parent) place(parent)
    placed.push(document)
  }
  for (const document of byId.values()) place(document)
  return placed
}
