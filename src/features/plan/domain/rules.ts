import type { Day } from '#kernel/day.ts'
import type { Rule } from '#kernel/rule.ts'
import type { Timing, When } from './dates.ts'

export type NeedRule = {
  id: string
  domain: string
  priority: number
  steps: readonly string[]
  compartment: boolean
  isRaised: Rule
  /** Known to be settled: then it is not raised, whatever else. */
  isSettled: Rule
}
export type StepRule = {
  id: string
  domain: string
  priority: 'urgent' | 'high' | 'normal'
  when: When
  ownNotice: boolean
  prerequisites: readonly string[]
  statuses: ReadonlySet<string>
  unclear: boolean
  isFor: Rule
  /** Belongs to needs of the compartment alone, whoever adds it. */
  compartment: boolean
}
export type Rules = { needs: readonly NeedRule[]; steps: ReadonlyMap<string, StepRule>; statusCount: number }

/** What people changed in a plan, beside what the rules say. */
export type Edits = {
  done: ReadonlySet<string>
  /** Put away by the person, or by whoever helps, with a reason that the change log keeps. */
  put: ReadonlySet<string>
  /** Steps of the library added by hand. */
  added: ReadonlySet<string>
  /** The date written on the person's own letter, by step. */
  letterDays: ReadonlyMap<string, Day>
}
export const noEdits: Edits = { done: new Set(), put: new Set(), added: new Set(), letterDays: new Map() }

/** A step in a person's plan, with all that says why it stands there and when. */
export type PlannedStep = {
  id: string
  needIds: readonly string[]
  /** The questions whose answers brought it. */
  because: readonly string[]
  /** The questions whose answers would settle whether it is for this person. */
  missing: readonly string[]
  timing: Timing
  ownNotice: boolean
  /** False when a condition is not known: shown with "to check", never hidden. */
  certain: boolean
  urgent: boolean
  unlocks: number
  late: boolean
  /** Whether its time is over: by months, for plain advice, or for good; then it is shown last, in case it is not done already. */
  over: 'no' | 'long' | 'for-good'
  /** Of needs of the compartment alone, raised or added by hand: in no print, feed or mail. */
  protected: boolean
}
export type Window =
  'before-arrival' | 'week' | 'month' | 'three-months' | 'six-months' | 'year' | 'after' | 'permit' | 'when' | 'anytime'
export type Plan = {
  needIds: readonly string[]
  doNow: PlannedStep[]
  later: { window: Window; steps: PlannedStep[] }[]
  done: string[]
  put: string[]
}

/** Every step of a plan that is still open, in its order. */
export function openSteps(plan: Plan): PlannedStep[] {
  return [...plan.doNow, ...plan.later.flatMap((group) => group.steps)]
}

/** What may leave the screen: on paper, into a calendar, on a phone. */
export function withoutProtected(plan: Plan): Plan {
  const open = (steps: PlannedStep[]) => steps.filter((step) => !step.protected)
  const later = plan.later.map((group) => ({ ...group, steps: open(group.steps) }))
  return { ...plan, doNow: open(plan.doNow), later: later.filter((group) => group.steps.length > 0) }
}
