import { CompiledQuery } from 'kysely'
import { idOf, labelOf, type Actor } from '#kernel/actor.ts'
import type { Id } from '#kernel/id.ts'
import type { Db } from '#platform/db/db.ts'
import type { Trace } from '#platform/http/env.ts'

/** One line a person can read: who saw or did what, when, and whether they were let in. */
export type AuditEntry = {
  at: Date
  actor: string
  actorLabel: string | null
  action: string
  outcome: 'granted' | 'refused'
  reason: string | null
}

/**
 * Says who acts and writes the traces, in one statement: sent by itself it is a transaction of its own, there when it is
 * answered. A row under another name than the one said is refused by its policy.
 */
export async function insertTraces(
  db: Db,
  actor: Actor,
  traces: readonly Trace[],
  at: Date,
  requestId: string,
): Promise<void> {
  if (traces.length === 0) return
  const values = [actor.kind, at, idOf(actor), labelOf(actor), requestId, JSON.stringify(traces)]
  await db.executeQuery(CompiledQuery.raw(inserting, values))
}

const inserting = `with said as materialized (select set_config('app.actor', $1, true) as actor)
  insert into audit_entry (at, actor, actor_id, actor_label, request_id, action, file_id, referral_id, outcome, reason, filter, shown)
  select $2, said.actor, $3, $4, $5, action, "fileId", "referralId", coalesce(outcome, 'granted'), reason, filter, shown
  from said, jsonb_to_recordset($6) as trace
    (action text, "fileId" uuid, "referralId" uuid, outcome text, reason text, filter jsonb, shown integer)`

/** The newest first; the person's own visits are left out, since they know those. */
export function auditOfFile(db: Db, fileId: Id, limit: number): Promise<AuditEntry[]> {
  return db
    .selectFrom('audit_entry')
    .select(['at', 'actor', 'actor_label as actorLabel', 'action', 'outcome', 'reason'])
    .where('file_id', '=', fileId)
    .where('actor', 'in', ['agent', 'link', 'job', 'operator'])
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
}
