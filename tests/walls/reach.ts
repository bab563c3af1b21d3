import { sql } from 'kysely'
import { actAs, present } from '#platform/db/actor.ts'
import type { Db } from '#platform/db/db.ts'
import { expected, type Case } from './matrix.ts'

export type Difference = { more: string[]; less: string[] }

/** What this case reaches beyond what the matrix says, and what it no longer reaches, in a transaction of the application's role. */
export async function differences(db: Db, tried: Case, table: string | null = null): Promise<Difference> {
  await actAs(db, tried.actor)
  await present(db, 'bearer', tried.bearer ?? '')
  await present(db, 'request_key', tried.requestKey ?? '')
  const { rows } = await sql<{ probe: string }>`select probe from walls.probe(${table})`.execute(db)
  const reached = new Set(rows.map((row) => row.probe))
  const allowed = new Set(expected(tried).filter((each) => table === null || each.split(' ')[1] === table))
  return {
    more: [...reached].filter((each) => !allowed.has(each)),
    less: [...allowed].filter((each) => !reached.has(each)),
  }
}
