import { CompiledQuery } from 'kysely'
import type { Actor } from '#kernel/actor.ts'
import type { Db } from './db.ts'
import { enterTransaction, type Access } from './transaction.ts'

type Setting = (typeof names)[number]

/** What the policies compare with. */
const names = ['actor', 'actor_id', 'file', 'person', 'referral', 'organization', 'regions'] as const

/** The SQL that says who acts, for this transaction only, each setting from an expression of its own. */
export function saying(expressions: Record<Setting, string>): string {
  return names.map((name) => `set_config('app.${name}', ${expressions[name]}, true)`).join(', ')
}

const said = saying({
  actor: '$1',
  actor_id: '$2',
  file: '$3',
  person: '$4',
  referral: '$5',
  organization: '$6',
  regions: '$7',
})

/**
 * Says to PostgreSQL, for this transaction only, in whose name the work is done: every policy compares with it.
 * `bearer` is the hash of the session's token, where its own row is needed too.
 */
export async function actAs(db: Db, actor: Actor, bearer?: string): Promise<void> {
  const settings = settingsOf(actor)
  const values = names.map((name) => settings[name])
  await db.executeQuery(
    bearer
      ? CompiledQuery.raw(`select ${said}, set_config('app.bearer', $8, true)`, [...values, bearer])
      : CompiledQuery.raw(`select ${said}`, values),
  )
}

/** Shows a token's or a request key's hash: the row that has it, and no other, opens. */
export async function present(db: Db, what: 'bearer' | 'request_key', hash: string): Promise<void> {
  await db.executeQuery(CompiledQuery.raw('select set_config($1, $2, true)', [`app.${what}`, hash]))
}

/** One short transaction in somebody's name: for jobs, the operator's commands and what must outlive a refusal. */
export async function inTransaction<T>(
  db: Db,
  actor: Actor,
  work: (db: Db) => Promise<T>,
  access: Access = 'write',
): Promise<T> {
  const acting = await enterTransaction(db, access, (opened) => actAs(opened, actor))
  try {
    const done = await work(acting.db)
    await acting.commit()
    return done
  } catch (error) {
    await acting.rollback().catch(() => {}) // the first error is the one that matters
    throw error
  }
}

function settingsOf(actor: Actor): Record<Setting, string> {
  return {
    actor: actor.kind,
    actor_id: actor.kind === 'agent' ? actor.staffId : '',
    file: 'fileId' in actor ? actor.fileId : '',
    person: 'personId' in actor ? (actor.personId ?? '') : '',
    referral: 'referralId' in actor ? actor.referralId : '',
    organization: 'organizationId' in actor ? actor.organizationId : '',
    regions: actor.kind === 'agent' ? `{${actor.regions.join(',')}}` : '',
  }
}
