import { sourceLanguage } from '#kernel/language.ts'
import { recordEvent } from '#features/audit/index.ts'
import { askHelp, moveStep, type Editing } from './commands.ts'
import type { CheckInDay } from './domain/reminders.ts'

/** How a step goes: done, stuck, or no longer needed. */
export const outcomes = ['done', 'stuck', 'put'] as const
export type Outcome = (typeof outcomes)[number]

/** What was told in two minutes: each step moves as its own button would have moved it, and is counted. */
export async function answerCheckIn(
  editing: Editing,
  day: CheckInDay,
  told: ReadonlyMap<string, Outcome>,
): Promise<void> {
  const { db, at, fileId } = editing
  for (const [stepId, outcome] of told) {
    await apply(editing, stepId, outcome)
    await recordEvent(db, { at, kind: `check-in.step-${outcome}`, fileId, body: 'person', subject: stepId })
  }
  await recordEvent(db, { at, kind: 'check-in.answered', fileId, body: 'person', subject: String(day) })
}

/** A step that moved meanwhile, in another window, stays as it was moved there. */
async function apply(editing: Editing, stepId: string, outcome: Outcome): Promise<void> {
  if (outcome === 'stuck') await askHelp(editing, stepId, { kind: 'stuck', words: '' })
  else if (outcome === 'done') await moveStep(editing, stepId, { kind: 'done' })
  else {
    const reason = editing.services.words.in(sourceLanguage)('plan.check-in.put-reason')
    await moveStep(editing, stepId, { kind: 'put', reason })
  }
}
