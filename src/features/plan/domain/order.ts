import { daysBetween, type Day } from '#kernel/day.ts'
import type { Profile } from '#kernel/profile.ts'
import type { NeedRule, PlannedStep, Rules } from './rules.ts'

/**
 * What presses comes first: an urgent step of a first need, a hard deadline within 30 days, then whatever an urgent answer
 * raised; then the priority of the step, of the need, the person's own goals, and the date. A step stands behind what it needs.
 */
export function inOrder(
  rules: Rules,
  steps: readonly PlannedStep[],
  raised: readonly NeedRule[],
  profile: Profile,
  today: Day,
): PlannedStep[] {
  const goals = profile['top_goals']
  const keys = new Map(
    steps.map((step) => [step.id, sortKey(rules, step, raised, typeof goals === 'object' ? goals : [], today)]),
  )
  const sorted = [...steps].sort((a, b) => compare(keys.get(a.id) ?? [], keys.get(b.id) ?? []))
  const byId = new Map(sorted.map((step) => [step.id, step]))
  const placed = new Set<PlannedStep>()
  const place = (step: PlannedStep) => {
    if (placed.has(step)) return
    for (const id of rules.steps.get(step.id)?.prerequisites ?? []) {
      const before = byId.get(id)
      if (before) place(before)
    }
    placed.add(step)
  }
  sorted.forEach(place)
  return [...placed]
}

/** A hard deadline that stands on a letter the person holds: it may be tomorrow, so it waits for no other step. */
export function isLetterDeadline(rules: Rules, step: PlannedStep): boolean {
  return step.ownNotice && rules.steps.get(step.id)?.when.hardDeadline === true
}

/** A prerequisite that is done, or not in this plan, holds nothing back. */
export function prerequisitesIn(rules: Rules, open: readonly PlannedStep[], step: PlannedStep): string[] {
  return (rules.steps.get(step.id)?.prerequisites ?? []).filter((id) => open.some((other) => other.id === id))
}

const leastPriority = 5
const noGoal = 9

function sortKey(
  rules: Rules,
  step: PlannedStep,
  raised: readonly NeedRule[],
  goals: readonly string[],
  today: Day,
): (number | string)[] {
  const rule = rules.steps.get(step.id)
  const need = Math.min(
    leastPriority,
    ...raised.filter((each) => each.steps.includes(step.id)).map((each) => each.priority),
  )
  const goal = goals.indexOf(rule?.domain ?? '')
  const end = step.timing.kind === 'dated' ? (step.timing.to ?? '9999') : '9999'
  const isNear = rule?.when.hardDeadline && end !== '9999' && daysBetween(today, end) <= 30
  const soon = isNear || isLetterDeadline(rules, step) ? 0 : 1
  const pressing =
    (need === 1 && step.urgent) || soon === 0 ? 0 : need === 1 && step.because.includes('urgent_now') ? 1 : 2
  return [
    pressing,
    { urgent: 0, high: 1, normal: 2 }[rule?.priority ?? 'normal'],
    soon,
    need,
    goal < 0 ? noGoal : goal,
    end,
    step.id,
  ]
}

function compare(a: readonly (number | string)[], b: readonly (number | string)[]): number {
  for (const [index, value] of a.entries()) {
    const other = b[index] ?? 0
    if (value !== other) return value < other ? -1 : 1
  }
  return 0
}
