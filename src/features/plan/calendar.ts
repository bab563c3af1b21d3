import { dayOf } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'
import { fileById, type Member } from '#features/identity/index.ts'
import { calendarOf, type AllDay } from '#platform/calendar/calendar.ts'
import type { Db } from '#platform/db/db.ts'
import { dueSteps, isAhead } from './domain/due.ts'
import { openSteps, withoutProtected } from './domain/rules.ts'
import { planAloneOf, promiseOf, type PlanAlone } from './queries.ts'
import { dateText, stepOf, wordsOf, type Promised, type Voice } from './web/words.ts'

/** Of whom a calendar tells: the person whose file it is, as null, and members of their household. */
export type Whose = readonly (Member | null)[]

/** The dates of plans as a calendar: no name, nothing protected, and of a step written by hand only that there is one. */
export async function planCalendar(
  voice: Voice,
  db: Db,
  { fileId, registered }: { fileId: Id; registered: boolean },
  whose: Whose,
  more: readonly AllDay[] = [],
): Promise<string> {
  const begun = (await fileById(db, fileId))?.createdAt ?? voice.now
  const promised = registered ? await promiseOf(db, fileId) : undefined
  // the ministry's promise is to the person whose file it is
  const days = await Promise.all(
    whose.map((member) => daysOf(voice, db, { fileId, begun, promised: member ? undefined : promised }, member)),
  )
  return calendarOf(voice.t('plan.title'), voice.language, [...days.flat(), ...more])
}

async function daysOf(
  voice: Voice,
  db: Db,
  { fileId, begun, promised }: { fileId: Id; begun: Date; promised: Promised },
  member: Member | null,
): Promise<AllDay[]> {
  const { services, now, t } = voice
  const view = await planAloneOf(services, db, fileId, now, member?.id)
  const changed = changesOf(view, begun)
  const today = dayOf(now)
  const plan = member ? `${fileId} ${member.id}` : fileId
  const about = (stepId: string) => ({ uid: uidOf(voice, plan, stepId), ...changed })
  // in general words: a calendar is read over a shoulder, and carries no name
  const forWhom = (title: string) => (member ? `${title} – ${t(`plan.for.${member.relation}`)}` : title)
  const planned = dueSteps(openSteps(withoutProtected(view.plan)), today, promised).map(({ step, day }): AllDay => ({
    ...about(step.id),
    day,
    summary: forWhom(wordsOf(voice, step.id).title),
    description: `${dateText(voice, step, promised)}\n${stepOf(voice, step.id).officialName}`,
  }))
  const own = view.own.flatMap((step): AllDay[] =>
    step.state === 'open' && !step.draft && !step.protected && step.day !== null && isAhead(step.day, today)
      ? [
          {
            ...about(step.id),
            day: step.day,
            summary: forWhom(t('plan.step.title')),
            description: t('plan.calendar.own'),
          },
        ]
      : [],
  )
  return [...planned, ...own]
}

const saidBefore = 30 * 86_400_000

/** In its last weeks an address that follows the plan says on which day it ends, and how to go on. */
export function feedEnd(voice: Voice, fileId: Id, { id, expiresAt }: { id: Id; expiresAt: Date }): AllDay[] {
  const { now, t } = voice
  const changedAt = new Date(expiresAt.getTime() - saidBefore)
  if (now < changedAt) return []
  const about = { uid: uidOf(voice, fileId, `end of ${id}`), day: dayOf(expiresAt), sequence: 0, changedAt }
  return [{ ...about, summary: t('plan.feed.over'), description: t('plan.feed.over-text') }]
}

/** The same for the same plan and step, always, and telling nobody which. */
function uidOf({ services }: Voice, plan: string, stepId: string): string {
  const { hostname } = new URL(services.config.publicUrl)
  return `${services.secrets.hash('calendar', `${plan} ${stepId}`)}@${hostname}`
}

/** Dates hang from answers and from changes of the plan: the sequence is when the last one came, so that it only grows. */
function changesOf({ items, knowledge }: PlanAlone, begun: Date): Pick<AllDay, 'sequence' | 'changedAt'> {
  const moments = [
    ...knowledge.answers.map((each) => each.givenAt),
    ...[...items.values()].map((each) => each.changedAt),
  ]
  const changedAt = new Date(Math.max(begun.getTime(), ...moments.map((each) => each.getTime())))
  return { changedAt, sequence: Math.round((changedAt.getTime() - begun.getTime()) / 1000) }
}
