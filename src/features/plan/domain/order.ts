import { addDays, type Day } from '#kernel/day.ts'
import type { Profile } from '#kernel/profile.ts'
import type { PlannedStep, StepRule } from './rules.ts'

/** A step that a person's plan takes in, beside its rule and the priority of the most pressing need that raised it. */
export type Admitted = { step: PlannedStep; rule: StepRule; needPriority: number }

/** Of a step that no need raised, but someone added. */
export const leastPriority = 5
const noGoal = 9
const soonDays = 30
const rankOfPriority = { urgent: 0, high: 1, normal: 2 }

/**
 * What presses comes first: what answers an urgent need said today; then an urgent step of a first need, or a hard deadline
 * within 30 days; then the other steps that answer an urgent need, or weigh for a first one. A step that stands on a guess (a
 * condition nobody can decide yet) does not press, and comes behind those that are sure; one whose time is over for good comes
 * last. Then the priority of the step, of the need, the person's own goals, and the date. A step stands behind what it needs.
 */
export function inOrder(open: ReadonlyMap<string, Admitted>, profile: Profile, today: Day): Admitted[] {
  const goals = goalsOf(profile)
  const lastSoonDay = addDays(today, soonDays)
  const sorted = [...open.values()].map((admitted) => ranked(admitted, goals, lastSoonDay)).sort(compare)
  const placed = new Set<Admitted>()
  for (const { admitted } of sorted) place(open, placed, admitted)
  return [...placed]
}

/** The domains a person named as their goals, the first first. */
export function goalsOf(profile: Profile): readonly string[] {
  const told = profile['top_goals']
  return typeof told === 'object' ? told : []
}

function place(open: ReadonlyMap<string, Admitted>, placed: Set<Admitted>, admitted: Admitted): void {
  if (placed.has(admitted)) return
  for (const id of admitted.rule.prerequisites) {
    const before = open.get(id)
    if (before) place(open, placed, before)
  }
  placed.add(admitted)
}

/** A hard deadline that stands on a letter the person holds: it may be tomorrow, so it waits for no other step. */
export function isLetterDeadline({ rule }: Admitted): boolean {
  return rule.ownNotice && rule.when.hardDeadline
}

/** A prerequisite that is done, or not in this plan, holds nothing back. */
export function isHeldBack(open: ReadonlyMap<string, Admitted>, { rule }: Admitted): boolean {
  return rule.prerequisites.some((id) => open.has(id))
}

/** The lower rank comes first; then the earlier end; then the id, so that the order never depends on the input's. */
type Ranked = { admitted: Admitted; rank: number; end: string }

function ranked(admitted: Admitted, goals: readonly string[], lastSoonDay: Day): Ranked {
  const { step, rule, needPriority } = admitted
  const told = goals.indexOf(rule.domain)
  const goal = told < 0 ? noGoal : told
  const end = step.timing.kind === 'dated' ? (step.timing.to ?? '9999') : '9999'
  const isNear = rule.when.hardDeadline && step.over === 'no' && end <= lastSoonDay
  const soon = isNear || isLetterDeadline(admitted) ? 0 : 1
  const guess = step.missing.length > 0 ? 1 : 0
  const over = step.over === 'for-good' ? 1 : 0
  const pressing = guess === 1 ? calm : pressureOf(admitted, soon === 0)
  // as a list of its parts would compare, the first deciding: each is below ten
  const rank = [guess, over, rankOfPriority[rule.priority], soon, needPriority, goal].reduce(
    (sum, part) => sum * 10 + part,
    pressing,
  )
  return { admitted, rank, end }
}

const calm = 3

function pressureOf({ step, rule, needPriority }: Admitted, soon: boolean): number {
  const isFirst = needPriority === 1
  const saidUrgent = isFirst && step.because.includes('urgent_now')
  if (saidUrgent && step.urgent) return 0
  if ((isFirst && step.urgent) || soon) return 1
  return saidUrgent || (isFirst && rule.priority !== 'normal') ? 2 : calm
}

function compare(a: Ranked, b: Ranked): number {
  if (a.rank !== b.rank) return a.rank - b.rank
  if (a.end !== b.end) return a.end < b.end ? -1 : 1
  return a.admitted.step.id < b.admitted.step.id ? -1 : 1
}
