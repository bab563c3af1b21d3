// A PostgreSQL of one's own for a moment: an empty folder, migrated, and gone at the end.
import { mkdtempSync, chmodSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { embeddedPostgres } from '#platform/db/embedded/server.ts'
import { migrate } from '#platform/db/migrate.ts'

/** A fresh migrated database; `end` stops its server and removes its folder. */
export async function scratchDatabase() {
  const folder = mkdtempSync(join(tmpdir(), 'aq-'))
  chmodSync(folder, 0o755)
  const server = await embeddedPostgres(folder)
  await migrate(server.ownerUrl, 'aq_app')
  return {
    ...server,
    end: async () => {
      await server.release()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
