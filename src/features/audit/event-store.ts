import type { Id } from '#kernel/id.ts'
import type { Db } from '#platform/db/db.ts'

/** Something that figures count; `subject` is the id of a question or a step, never what was answered. */
export type Event = {
  at: Date
  kind: string
  fileId: Id | null
  body: 'person' | 'agent' | 'organization' | 'service'
  subject?: string | null
  region?: string | null
}

export async function recordEvent(db: Db, event: Event): Promise<void> {
  await db
    .insertInto('event')
    .values({
      at: event.at,
      kind: event.kind,
      file_id: event.fileId,
      body: event.body,
      subject: event.subject ?? null,
      region: event.region ?? null,
    })
    .execute()
}
