import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { connect, type Db } from '#platform/db/db.ts'
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
    ownerUrl: scratch.ownerUrl,
    owner: owner.db,
    app: app.db,
    end: async () => {
      await app.close()
      await owner.close()
      await scratch.end()
    },
  }
}

/** Everything that a database holds, table by table, as one text a row. */
export async function contentOf(db: Db, except: readonly string[] = []): Promise<Record<string, string[]>> {
  const { rows: tables } = await sql<{ name: string }>`select table_schema || '.' || table_name as name
    from information_schema.tables where table_type = 'BASE TABLE'
      and table_schema not in ('pg_catalog', 'information_schema')`.execute(db)
  const content: Record<string, string[]> = {}
  for (const { name } of tables.filter((table) => !except.includes(table.name.replace('public.', '')))) {
    const { rows } = await sql<{ row: string }>`select t::text as row from ${sql.table(name)} t order by 1`.execute(db)
    content[name] = rows.map(({ row }) => row)
  }
  return content
}
