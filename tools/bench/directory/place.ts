// A database of one's own in a folder that a command can be pointed at.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { embeddedPostgres } from '#platform/db/embedded/server.ts'
import { migrate } from '#platform/db/migrate.ts'

/** An empty folder that PostgreSQL's user may enter, gone with the stack. */
export function newFolder(stack: AsyncDisposableStack): string {
  const folder = mkdtempSync(join(tmpdir(), 'aq-bench-'))
  stack.defer(() => rmSync(folder, { recursive: true, force: true }))
  chmodSync(folder, 0o755)
  return folder
}

export async function newDatabase(stack: AsyncDisposableStack) {
  const folder = newFolder(stack)
  const server = await embeddedPostgres(folder)
  stack.defer(() => server.release())
  await migrate(server.ownerUrl, 'aq_app')
  return { folder, ownerUrl: server.ownerUrl, appUrl: server.appUrl }
}
