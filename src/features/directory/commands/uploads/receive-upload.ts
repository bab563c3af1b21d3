import type { Id } from '#kernel/id.ts'
import type { Db } from '#platform/db/db.ts'
import type { Services } from '#platform/http/env.ts'
import type { FileLimits, SentFile } from '#platform/http/upload.ts'
import { fileNameOf, isZip, sourceFault, type SourceFault } from '../../domain/upload.ts'
import { insertUpload } from '../../store/uploads.ts'
import { readLayout } from '../import/layout-shape.ts'

/** The fields that bring files, and the most each may weigh. */
export const uploadLimits = { file: 10 * 1024 ** 2, mapping: 256 * 1024 } as const satisfies FileLimits

export type SentUpload = {
  file: SentFile | undefined
  mapping: SentFile | undefined
  sourceId: string
  sourceName: string
}

/** A field that cannot stand so; `place` is where a mapping is wrong. */
export type FieldFault =
  | { field: 'file'; reason: 'no-file' | 'not-readable' | 'not-a-zip' }
  | { field: 'mapping'; reason: 'mapping-json' }
  | { field: 'mapping'; reason: 'mapping-wrong'; place: string }
  | { field: 'source'; reason: SourceFault }
  | { field: 'name'; reason: 'no-name' }

/** Keeps a directory that an editor hands over, and has it read; what is wrong at first sight is said at once. */
export async function receiveUpload(
  services: Pick<Services, 'newId' | 'sendJob'>,
  db: Db,
  sent: SentUpload,
  at: Date,
): Promise<{ id: Id } | { faults: FieldFault[] }> {
  const { file, mapping, sourceId, sourceName } = sent
  const faults = faultsOf(sent)
  const fileName = file && fileNameOf(file.name)
  if (faults.length > 0 || !file || !fileName) return { faults }
  const id = services.newId()
  const content = { content: file.bytes, mapping: mapping?.bytes }
  await insertUpload(db, { id, sourceId, sourceName, fileName, uploadedAt: at, ...content })
  await services.sendJob(db, 'import-upload', { uploadId: id })
  return { id }
}

function faultsOf({ file, mapping, sourceId, sourceName }: SentUpload): FieldFault[] {
  const source = sourceFault(sourceId)
  return [
    ...fileFaults(file),
    ...(mapping ? mappingFaults(mapping) : []),
    ...(source ? [{ field: 'source' as const, reason: source }] : []),
    ...(sourceName === '' ? [{ field: 'name' as const, reason: 'no-name' as const }] : []),
  ]
}

function fileFaults(file: SentFile | undefined): FieldFault[] {
  if (!file) return [{ field: 'file', reason: 'no-file' }]
  const name = fileNameOf(file.name)
  if (!name) return [{ field: 'file', reason: 'not-readable' }]
  return /\.zip$/i.test(name) && !isZip(file.bytes) ? [{ field: 'file', reason: 'not-a-zip' }] : []
}

function mappingFaults({ bytes }: SentFile): FieldFault[] {
  let content: unknown
  try {
    content = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return [{ field: 'mapping', reason: 'mapping-json' }]
  }
  const layout = readLayout(content)
  const place = 'wrong' in layout ? (layout.wrong.split(': ')[0] ?? '') : undefined
  return place === undefined ? [] : [{ field: 'mapping', reason: 'mapping-wrong', place }]
}
