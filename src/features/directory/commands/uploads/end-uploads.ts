import { inTransaction } from '#platform/db/actor.ts'
import type { Db } from '#platform/db/db.ts'
import type { Services } from '#platform/http/env.ts'
import { deleteUploads, forgottenUploads, saveFailed } from '../../store/uploads.ts'

const hour = 3_600_000
const day = 24 * hour

/** Retention: nothing that was handed over stays longer than 7 days. What still waits is handed to a worker again; after a day it has failed. */
export async function endUploads(services: Services, ownerDb: Db): Promise<void> {
  const now = services.now().getTime()
  await deleteUploads(ownerDb, new Date(now - 7 * day))
  for (const id of await forgottenUploads(ownerDb, new Date(now - day)))
    await saveFailed(ownerDb, id, 'accident', services.now())
  const waiting = await forgottenUploads(ownerDb, new Date(now - hour))
  await inTransaction(services.pool, { kind: 'job', name: 'end-what-expired' }, async (db) => {
    for (const uploadId of waiting) await services.sendJob(db, 'import-upload', { uploadId })
  })
}
