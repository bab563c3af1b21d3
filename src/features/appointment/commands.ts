import { dayOf, momentAt, type Day } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'
import { accept, refuse, type Result } from '#kernel/result.ts'
import { endTasks, insertTask, openTasksOfFile } from '#features/task/index.ts'
import type { Db } from '#platform/db/db.ts'
import type { Services } from '#platform/http/env.ts'
import { promisesFor, type Promised } from './domain/promise.ts'
import { insertMeeting, meetingsOf } from './store.ts'

export type Newcomer = {
  fileId: Id
  region: string | null
  language: string
  arrival: Day | undefined
  abroad: boolean
  /** An urgent answer was given: the agent sees it before opening the file. */
  urgent: boolean
}

/** Starts the promise clock: one task for each thing promised, in the queue of the person's territory. */
export async function startClock(services: Services, db: Db, newcomer: Newcomer, at: Date): Promise<void> {
  await promise(
    services,
    db,
    newcomer,
    promisesFor(dayOf(at), newcomer.arrival, newcomer.abroad, services.reference.holidays),
    at,
  )
}

async function promise(
  services: Services,
  db: Db,
  newcomer: Newcomer,
  promised: readonly Promised[],
  at: Date,
): Promise<void> {
  for (const { kind, day } of promised) {
    await insertTask(db, {
      id: services.newId(),
      kind,
      fileId: newcomer.fileId,
      region: newcomer.region,
      language: newcomer.language,
      reason: newcomer.urgent ? 'urgent-answer' : kind,
      dueAt: momentAt(day, '23:59'),
      createdAt: at,
    })
  }
}

/**
 * Someone abroad gave, or changed, the arrival: the first meeting that was not owed before is owed from then on. What was
 * promised already stays; a meeting that was held ends the matter.
 */
export async function keepClock(services: Services, db: Db, newcomer: Newcomer, at: Date): Promise<void> {
  const open = await openTasksOfFile(db, newcomer.fileId)
  if (open.some((task) => task.kind === 'first-meeting') || (await meetingsOf(db, newcomer.fileId)).length > 0) return
  const promised = promisesFor(dayOf(at), newcomer.arrival, newcomer.abroad, services.reference.holidays)
  await promise(
    services,
    db,
    newcomer,
    promised.filter(({ kind }) => kind === 'first-meeting'),
    at,
  )
}

/** Notes a first meeting as held and ends what was promised for it. */
export async function noteMeeting(
  services: Services,
  db: Db,
  meeting: { fileId: Id; staffId: Id; heldOn: Day },
  at: Date,
): Promise<Result<Id, 'not-yet'>> {
  if (meeting.heldOn > dayOf(at)) return refuse('not-yet')
  const id = services.newId()
  await insertMeeting(db, { ...meeting, id, kind: 'first-meeting', notedAt: at })
  await endTasks(db, meeting.fileId, ['first-meeting', 'first-contact'], meeting.staffId, at)
  return accept(id)
}
