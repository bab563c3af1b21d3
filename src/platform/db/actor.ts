import { sql } from 'kysely'
import type { Actor } from '#kernel/actor.ts'
import type { Db } from './db.ts'

/** A transaction opened in somebody's name; ended by exactly one of commit and rollback. */
export type Acting = { db: Db; commit: () => Promise<void>; rollback: () => Promise<void> }

/** Opens a transaction; until `actAs` it is nobody's. Reads are opened read-only, so a GET can change nothing. */
export async function openTransaction(db: Db, access: 'read' | 'write'): Promise<Acting> {
  const transaction = await db
    .startTransaction()
    .setAccessMode(access === 'read' ? 'read only' : 'read write')
    .execute()
  let open = true
  return {
    db: transaction,
    commit: async () => {
      if (!open) return
      await transaction.commit().execute()
      open = false // not before: a commit that fails has its connection yet to give back, and the rollback does
    },
    rollback: async () => {
      if (!open) return
      open = false
      await transaction.rollback().execute()
    },
  }
}

/**
 * Says to PostgreSQL, for this transaction only, in whose name the work is done: every policy compares with it.
 * `bearer` is the hash of the session's token, where its own row is needed too.
 */
export async function actAs(db: Db, actor: Actor, bearer?: string): Promise<void> {
  const settings = settingsOf(actor)
  const presented = bearer ? sql`, set_config('app.bearer', ${bearer}, true)` : sql``
  await sql`select set_config('app.actor', ${settings.actor}, true), set_config('app.actor_id', ${settings.id}, true),
    set_config('app.file', ${settings.file}, true), set_config('app.person', ${settings.person}, true),
    set_config('app.referral', ${settings.referral}, true), set_config('app.organization', ${settings.organization}, true),
    set_config('app.regions', ${settings.regions}, true)${presented}`.execute(db)
}

/** Shows a token's or a request key's hash: the row that has it, and no other, opens. */
export async function present(db: Db, what: 'bearer' | 'request_key', hash: string): Promise<void> {
  await sql`select set_config(${`app.${what}`}, ${hash}, true)`.execute(db)
}

/** One short transaction in somebody's name: for jobs, the operator's commands and what must outlive a refusal. */
export async function inTransaction<T>(
  db: Db,
  actor: Actor,
  work: (db: Db) => Promise<T>,
  access: 'read' | 'write' = 'write',
): Promise<T> {
  const acting = await openTransaction(db, access)
  try {
    await actAs(acting.db, actor)
    const done = await work(acting.db)
    await acting.commit()
    return done
  } catch (error) {
    await acting.rollback().catch(() => {}) // the first error is the one that matters
    throw error
  }
}

function settingsOf(actor: Actor) {
  return {
    actor: actor.kind,
    id: actor.kind === 'agent' ? actor.staffId : '',
    file: 'fileId' in actor ? actor.fileId : '',
    person: 'personId' in actor ? (actor.personId ?? '') : '',
    referral: 'referralId' in actor ? actor.referralId : '',
    organization: 'organizationId' in actor ? actor.organizationId : '',
    regions: actor.kind === 'agent' ? `{${actor.regions.join(',')}}` : '',
  }
}
