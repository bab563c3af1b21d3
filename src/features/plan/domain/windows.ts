import { addDays, type Day } from '#kernel/day.ts'
import type { Profile } from '#kernel/profile.ts'
import type { Plan, PlannedStep, Window } from './rules.ts'

const windows: readonly [Window, number][] = [
  ['week', 7],
  ['month', 30],
  ['three-months', 90],
  ['six-months', 180],
  ['year', 365],
]
const order: readonly Window[] = [
  'before-arrival',
  ...windows.map(([window]) => window),
  'after',
  'permit',
  'when',
  'anytime',
]

/** What is not for now, by when it falls: before arrival, counted from today, by the permit's end, or when its moment comes. */
export function byWindow(steps: readonly PlannedStep[], profile: Profile, today: Day): Plan['later'] {
  const limits = windows.map(([window, days]): [Window, Day] => [window, addDays(today, days)])
  const arrival = profile['arrival_date']
  const stillAway = typeof arrival === 'string' && arrival > today ? arrival : undefined
  const inAWeek = addDays(today, 7)
  const groups = Map.groupBy(steps, (step) => windowOf(step, { today, inAWeek, limits, arrival: stillAway }))
  return order.map((window) => ({ window, steps: groups.get(window) ?? [] })).filter((group) => group.steps.length > 0)
}

type Calendar = { today: Day; inAWeek: Day; limits: readonly [Window, Day][]; arrival: Day | undefined }

function windowOf({ timing, over }: PlannedStep, { today, inAWeek, limits, arrival }: Calendar): Window {
  if (over !== 'no') return 'anytime'
  if (timing.kind === 'later') return 'when'
  if (timing.kind === 'dated' && timing.anchor === 'permit_expiry' && timing.from > today) return 'permit'
  const due = timing.kind === 'dated' ? (timing.from > today ? timing.from : (timing.to ?? today)) : inAWeek
  if (arrival !== undefined && timing.kind === 'dated' && (timing.to ?? timing.from) < arrival) return 'before-arrival'
  return limits.find(([, limit]) => due <= limit)?.[0] ?? 'after'
}
