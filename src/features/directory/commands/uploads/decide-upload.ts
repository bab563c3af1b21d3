import type { Id } from '#kernel/id.ts'
import { accept, refuse, type Result } from '#kernel/result.ts'
import type { Db } from '#platform/db/db.ts'
import type { Services } from '#platform/http/env.ts'
import { saveAsked, saveRefused, uploadById } from '../../store/uploads.ts'

type Decided = Result<Id, 'unknown-upload' | 'not-read-yet'>

/** Has what was read applied. Pressed twice, it is applied once. */
export async function applyUpload(services: Pick<Services, 'sendJob'>, db: Db, id: Id, at: Date): Promise<Decided> {
  if (await saveAsked(db, id, at)) {
    await services.sendJob(db, 'import-upload', { uploadId: id })
    return accept(id)
  }
  const upload = await uploadById(db, id)
  if (!upload) return refuse('unknown-upload')
  return upload.status === 'asked' || upload.status === 'applied' ? accept(id) : refuse('not-read-yet')
}

/** Puts a file away that is not to be applied. */
export async function refuseUpload(db: Db, id: Id, at: Date): Promise<Decided> {
  if (await saveRefused(db, id, at)) return accept(id)
  const upload = await uploadById(db, id)
  if (!upload) return refuse('unknown-upload')
  return upload.status === 'refused' ? accept(id) : refuse('not-read-yet')
}
