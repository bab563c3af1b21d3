import { addDays, type Day } from '#kernel/day.ts'
import type { Timing } from './dates.ts'
import type { PlannedStep, StepRule } from './rules.ts'

/** Days behind today that a time's end is held against; counted once a plan. */
export type Past = { today: Day; monthsAgo: Day; yearAgo: Day }

export function pastOf(today: Day): Past {
  return { today, monthsAgo: addDays(today, -90), yearAgo: addDays(today, -365) }
}

/** A need of this priority stands: a home that is looked for now is looked for, however long ago one was advised to begin. */
const weighty = 2

/**
 * How a time is over. `for-good`: what serves only then (bridging insurance), months later, or a deadline of more than a year
 * ago. `long`: plain advice of months ago. What a first need asks for is never over.
 */
export function overOf(
  { when, priority }: StepRule,
  timing: Timing,
  needPriority: number,
  { today, monthsAgo, yearAgo }: Past,
): PlannedStep['over'] {
  if (timing.kind !== 'dated' || timing.to === null || timing.to >= today || needPriority === 1) return 'no'
  if (when.hardDeadline) return timing.to < yearAgo ? 'for-good' : 'no'
  if (timing.to >= monthsAgo) return 'no'
  if (when.passes) return 'for-good'
  return priority === 'normal' && needPriority > weighty ? 'long' : 'no'
}
