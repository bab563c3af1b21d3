import { addDays, type Day } from '#kernel/day.ts'
import type { PlannedStep } from './rules.ts'

const furthest = 400 // days: a year of a plan, and the season after it

export type Due = { step: PlannedStep; day: Day }

/** The steps with a day to come, by that day: the end of their time where it has one, else its beginning. */
export function dueSteps(
  steps: readonly PlannedStep[],
  today: Day,
  promised: { stepId: string; day: Day } | undefined,
): Due[] {
  return steps
    .flatMap((step): Due[] => {
      const { id, timing } = step
      if (promised?.stepId === id) return [{ step, day: promised.day }]
      return timing.kind === 'dated' ? [{ step, day: timing.to ?? timing.from }] : []
    })
    .filter(({ day }) => isAhead(day, today))
    .sort((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0))
}

export function isAhead(day: Day, today: Day): boolean {
  return day >= today && day <= addDays(today, furthest)
}
