import { randomUUID } from 'node:crypto'
import { connect } from '#platform/db/db.ts'
import { createSecrets } from '#platform/secret/secret.ts'
import { scratchDatabase } from '../../../../tools/scratch.ts'

export const at = new Date('2026-11-23T15:00:00Z')
export const later = new Date('2026-11-24T15:00:00Z')
export const newId = randomUUID
export const secrets = createSecrets({ secretKey: 's'.repeat(32), fieldKey: 'f'.repeat(32) })

/** A database of one's own, with a pool for the owning role and one for the role that serves requests. */
export async function directoryDatabase() {
  const scratch = await scratchDatabase()
  const owner = connect(scratch.ownerUrl, 2)
  const app = connect(scratch.appUrl, 4)
  return {
    owner: owner.db,
    app: app.db,
    end: async () => {
      await app.close()
      await owner.close()
      await scratch.end()
    },
  }
}
