import { dayOf } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'
import { fileById } from '#features/identity/index.ts'
import { calendarOf, type AllDay } from '#platform/calendar/calendar.ts'
import type { Db } from '#platform/db/db.ts'
import { dueSteps, isAhead } from './domain/due.ts'
import { openSteps, withoutProtected } from './domain/rules.ts'
import { planAloneOf, promiseOf, type PlanAlone } from './queries.ts'
import { dateText, stepOf, wordsOf, type Voice } from './web/words.ts'

/** A plan's dates as a calendar: no name, nothing protected, and of a step written by hand only that there is one. */
export async function planCalendar(
  voice: Voice,
  db: Db,
  fileId: Id,
  registered: boolean,
  more: readonly AllDay[] = [],
): Promise<string> {
  const { services, now, t, language } = voice
  const view = await planAloneOf(services, db, fileId, now)
  const promised = registered ? await promiseOf(db, fileId) : undefined
  const file = await fileById(db, fileId)
  const changed = changesOf(view, file?.createdAt ?? now)
  const today = dayOf(now)
  const about = (stepId: string) => ({ uid: uidOf(voice, fileId, stepId), ...changed })
  const planned = dueSteps(openSteps(withoutProtected(view.plan)), today, promised).map(({ step, day }): AllDay => ({
    ...about(step.id),
    day,
    summary: wordsOf(voice, step.id).title,
    description: `${dateText(voice, step, promised)}\n${stepOf(voice, step.id).officialName}`,
  }))
  const own = view.own.flatMap((step): AllDay[] =>
    step.state === 'open' && !step.draft && !step.protected && step.day !== null && isAhead(step.day, today)
      ? [{ ...about(step.id), day: step.day, summary: t('plan.step.title'), description: t('plan.calendar.own') }]
      : [],
  )
  return calendarOf(t('plan.title'), language, [...planned, ...own, ...more])
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

/** The same for the same file and step, always, and telling nobody which. */
function uidOf({ services }: Voice, fileId: Id, stepId: string): string {
  const { hostname } = new URL(services.config.publicUrl)
  return `${services.secrets.hash('calendar', `${fileId} ${stepId}`)}@${hostname}`
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
