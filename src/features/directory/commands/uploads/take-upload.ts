import { mkdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Id } from '#kernel/id.ts'
import { ConfigError } from '#platform/config/config.ts'
import { isDatabaseAway, type Db } from '#platform/db/db.ts'
import type { Services } from '#platform/http/env.ts'
import { summaryOf, type UploadFailure } from '../../domain/upload.ts'
import { lockUpload, saveFailed, saveFound, uploadToDo } from '../../store/uploads.ts'
import { nearQuebec } from '../import/near.ts'
import { importDirectory } from '../import-directory.ts'

type Needs = Pick<Services, 'now' | 'newId' | 'log' | 'reference'>
type ToDo = NonNullable<Awaited<ReturnType<typeof uploadToDo>>>

/**
 * Reads a directory that waits, keeping nothing of it, or applies one that its editor asked for; by a worker, as the owning role.
 * A worker that dies leaves it as it was, and the job is tried again; what was applied already is found to change nothing.
 */
export async function takeUpload(needs: Needs, ownerDb: Db, id: Id): Promise<void> {
  await ownerDb.transaction().execute(async (db) => {
    await lockUpload(db, id)
    const upload = await uploadToDo(db, id)
    if (!upload) return
    try {
      const report = await inFolder(upload, (path, mapping) => imported(needs, ownerDb, upload, path, mapping))
      const found = { summary: summaryOf(report), problems: report.problems }
      await saveFound(db, { id, isAsked: upload.isAsked, at: needs.now() }, found)
    } catch (error) {
      await saveFailed(db, id, failureOf(needs, error), needs.now())
    }
  })
}

function imported(
  { now, newId, reference }: Needs,
  ownerDb: Db,
  { sourceId, sourceName, isAsked }: ToDo,
  path: string,
  mapping: string | undefined,
) {
  return importDirectory(ownerDb, path, {
    sourceId,
    name: sourceName,
    mapping,
    at: now(),
    newId,
    near: nearQuebec(reference),
    dryRun: !isAsked,
  })
}

/** Its bytes as files of a folder that only we can enter, named after it so that a second try clears what a first one left. */
async function inFolder<T>(
  { id, fileName, content, mapping }: ToDo,
  work: (path: string, mapping: string | undefined) => Promise<T>,
): Promise<T> {
  const folder = join(tmpdir(), `aq-import-${id}`)
  const clear = () => rm(folder, { recursive: true, force: true })
  await clear()
  await mkdir(join(folder, 'source'), { recursive: true, mode: 0o700 })
  try {
    const path = join(folder, 'source', onDisk(fileName))
    await writeFile(path, content, { mode: 0o600 })
    const beside = join(folder, 'mapping.json')
    if (mapping) await writeFile(beside, mapping, { mode: 0o600 })
    return await work(path, mapping ? beside : undefined)
  } finally {
    await clear()
  }
}

/** Disks count bytes: a long name in another script is cut, its ending kept. */
function onDisk(name: string): string {
  const ending = /\.[^.]*$/.exec(name)?.[0] ?? ''
  return `${[...name.slice(0, -ending.length)].slice(0, 50).join('')}${ending}`
}

/** What the readers of files say to an operator, by the sentence, for the editor's own words. */
const sentences: readonly (readonly [RegExp, UploadFailure])[] = [
  [/has a password/, 'password'],
  [/unfolds to more/, 'too-much'],
  [/two files named/, 'twice'],
  [/not a sound zip/, 'not-a-zip'],
  [/there is nothing to import/, 'nothing-inside'],
  [/No known layout/, 'unknown-layout'],
]

/** A file that cannot be read stays so: it has ended, and says why. When the database is away, the job is tried again. */
function failureOf({ log }: Needs, error: unknown): UploadFailure {
  if (error instanceof ConfigError)
    return sentences.find(([sentence]) => sentence.test(error.message))?.[1] ?? 'unreadable'
  if (isDatabaseAway(error)) throw error
  log.error({ job: 'import-upload', error: error instanceof Error ? error.name : 'unknown' }, 'accident')
  return 'accident'
}
