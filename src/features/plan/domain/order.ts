import { daysBetween, type Day } from '#kernel/day.ts'
import type { Profile } from '#kernel/profile.ts'
import type { NeedRule, PlannedStep, Rules } from './rules.ts'

/**
 * What presses comes first: what answers an urgent need said today; then an urgent step of a first need, or a hard deadline
 * within 30 days; then the other steps that answer an urgent need, or weigh for a first one. A step that stands on a guess (a condition nobody can decide yet)
 * does not press, and comes behind those that are sure; one whose time is over for good comes last. Then the priority of the step, of
 * the need, the person's own goals, and the date. A step stands behind what it needs.
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
  const isNear = rule?.when.hardDeadline && step.over === 'no' && end !== '9999' && daysBetween(today, end) <= 30
  const soon = isNear || isLetterDeadline(rules, step) ? 0 : 1
  const guess = step.missing.length > 0
  const rank = { urgent: 0, high: 1, normal: 2 }[rule?.priority ?? 'normal']
  return [
    guess ? calm : pressureOf(step, need === 1, soon === 0, rank),
    guess ? 1 : 0,
    step.over === 'for-good' ? 1 : 0,
    rank,
    soon,
    need,
    goal < 0 ? noGoal : goal,
    end,
    step.id,
  ]
}

const calm = 3

function pressureOf(step: PlannedStep, firstNeed: boolean, soon: boolean, rank: number): number {
  const saidUrgent = firstNeed && step.because.includes('urgent_now')
  if (saidUrgent && step.urgent) return 0
  if ((firstNeed && step.urgent) || soon) return 1
  return saidUrgent || (firstNeed && rank < 2) ? 2 : calm
}

function compare(a: readonly (number | string)[], b: readonly (number | string)[]): number {
  for (const [index, value] of a.entries()) {
    const other = b[index] ?? 0
    if (value !== other) return value < other ? -1 : 1
  }
  return 0
}
