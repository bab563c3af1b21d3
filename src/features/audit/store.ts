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

export async function insertTraces(
  db: Db,
  actor: Actor,
  traces: readonly Trace[],
  at: Date,
  requestId: string,
): Promise<void> {
  if (traces.length === 0) return
  await db
    .insertInto('audit_entry')
    .values(
      traces.map((trace) => ({
        at,
        actor: actor.kind,
        actor_id: idOf(actor),
        actor_label: labelOf(actor),
        action: trace.action,
        file_id: trace.fileId ?? null,
        referral_id: trace.referralId ?? null,
        outcome: trace.outcome ?? ('granted' as const),
        reason: trace.reason ?? null,
        filter: trace.filter ? JSON.stringify(trace.filter) : null,
        shown: trace.shown ?? null,
        request_id: requestId,
      })),
    )
    .execute()
}

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
