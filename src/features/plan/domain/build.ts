import { addDays, daysBetween, type Day } from '#kernel/day.ts'
import type { Profile } from '#kernel/profile.ts'
import type { Rule } from '#kernel/rule.ts'
import { timingOf, type Timing, type When } from './dates.ts'

export type NeedRule = { id: string; domain: string; priority: number; steps: readonly string[]; isRaised: Rule }
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
}
export type Rules = { needs: readonly NeedRule[]; steps: ReadonlyMap<string, StepRule>; statusCount: number }

/** A step in a person's plan, with all that says why it stands there and when. */
export type PlannedStep = {
  id: string
  needIds: readonly string[]
  /** The questions whose answers brought it. */
  because: readonly string[]
  timing: Timing
  ownNotice: boolean
  /** False when a condition is not known: shown with "to check", never hidden. */
  certain: boolean
  urgent: boolean
  unlocks: number
  late: boolean
}
export type Window = 'week' | 'month' | 'three-months' | 'six-months' | 'year' | 'after' | 'when'
export type Plan = {
  needIds: readonly string[]
  doNow: PlannedStep[]
  later: { window: Window; steps: PlannedStep[] }[]
  done: string[]
}

const mostNow = 5
/** With no status said, a step open to nearly all of them is shown, to check; one for a few would only frighten. */
const nearlyAll = 0.8

/** The plan of a profile on a day. Pure: the same answers on the same day always give the same plan. */
export function buildPlan(rules: Rules, profile: Profile, doneSteps: ReadonlySet<string>, today: Day): Plan {
  const raised = rules.needs
    .filter((need) => need.isRaised(profile).truth === 'yes')
    .sort((a, b) => a.priority - b.priority)
  const done = new Set([...doneSteps, ...toldAsDone(profile)])
  const ids = [...new Set(raised.flatMap((need) => need.steps))]
  const admitted = ids.flatMap((id) => admit(rules, raised, profile, today, id))
  const open = admitted.filter((step) => !done.has(step.id))
  const ordered = inOrder(rules, withUnlocks(rules, open), raised, profile, today)
  const ready = ordered.filter(
    (step) =>
      hasBegun(step, today) && (isLetterDeadline(rules, step) || prerequisitesIn(rules, open, step).length === 0),
  )
  const doNow = ready.slice(0, mostNow)
  const rest = ordered.filter((step) => !doNow.includes(step))
  return {
    needIds: raised.map((need) => need.id),
    doNow,
    later: byWindow(rest, today),
    done: ids.filter((id) => done.has(id)),
  }
}

function admit(rules: Rules, raised: readonly NeedRule[], profile: Profile, today: Day, id: string): PlannedStep[] {
  const rule = rules.steps.get(id)
  if (!rule) return []
  const status = profile['status']
  const said = typeof status === 'string' && status !== 'unsure' && status !== 'not_say'
  if (said && !rule.statuses.has(status)) return []
  if (!said && rule.statuses.size / rules.statusCount < nearlyAll) return []
  const verdict = rule.isFor(profile)
  if (verdict.truth === 'no') return []
  const needs = raised.filter((need) => need.steps.includes(id))
  const because = [...new Set(needs.flatMap((need) => need.isRaised(profile).because))].filter(
    (question) => question !== 'days_since_arrival',
  )
  const dated = timingOf(rule.when, profile, today)
  // a letter's own date is never computed; an urgent step whose date nobody knows does not wait for one
  const timing: Timing =
    rule.ownNotice || (dated.kind === 'later' && rule.priority === 'urgent') ? { kind: 'now' } : dated
  const late = timing.kind === 'dated' && rule.when.hardDeadline && timing.to !== null && timing.to < today
  const certain = verdict.truth === 'yes' && !rule.unclear && (said || rule.statuses.size === rules.statusCount)
  return [
    {
      id,
      needIds: needs.map((need) => need.id),
      because,
      timing,
      ownNotice: rule.ownNotice,
      certain,
      urgent: rule.priority === 'urgent',
      unlocks: 0,
      late,
    },
  ]
}

/** What a person ticked in "what have you already done?": the option, and the step it is. */
const stepOfOption: Record<string, string> = {
  sin: 'sin',
  ramq: 'ramq-register',
  bank: 'bank-account',
  lease: 'lease',
  school: 'school-register',
  licence: 'licence-exchange',
  taxes: 'tax-return',
  french: 'fq-apply',
  doctor: 'family-doctor',
}

function toldAsDone(profile: Profile): string[] {
  const told = profile['done_already']
  return typeof told === 'object' ? told.flatMap((option) => stepOfOption[option] ?? []) : []
}

function withUnlocks(rules: Rules, open: readonly PlannedStep[]): PlannedStep[] {
  return open.map((step) => ({
    ...step,
    unlocks: open.filter((other) => rules.steps.get(other.id)?.prerequisites.includes(step.id)).length,
  }))
}

/** A hard deadline that stands on a letter the person holds: it may be tomorrow, so it waits for no other step. */
function isLetterDeadline(rules: Rules, step: PlannedStep): boolean {
  return step.ownNotice && rules.steps.get(step.id)?.when.hardDeadline === true
}

/** A prerequisite that is done, or not in this plan, holds nothing back. */
function prerequisitesIn(rules: Rules, open: readonly PlannedStep[], step: PlannedStep): string[] {
  return (rules.steps.get(step.id)?.prerequisites ?? []).filter((id) => open.some((other) => other.id === id))
}

/**
 * What presses comes first: an urgent step of a first need, a hard deadline within 30 days, then whatever an urgent answer
 * raised; then the priority of the step, of the need, the person's own goals, and the date.
 */
function inOrder(
  rules: Rules,
  steps: PlannedStep[],
  raised: readonly NeedRule[],
  profile: Profile,
  today: Day,
): PlannedStep[] {
  const goals = profile['top_goals']
  const keys = new Map(
    steps.map((step) => [step.id, sortKey(rules, step, raised, typeof goals === 'object' ? goals : [], today)]),
  )
  const sorted = [...steps].sort((a, b) => compare(keys.get(a.id) ?? [], keys.get(b.id) ?? []))
  const placed: PlannedStep[] = []
  const place = (step: PlannedStep) => {
    if (placed.includes(step)) return
    for (const id of prerequisitesIn(rules, steps, step)) {
      const before = sorted.find((other) => other.id === id)
      if (before) place(before)
    }
    placed.push(step)
  }
  sorted.forEach(place)
  return placed
}

function sortKey(
  rules: Rules,
  step: PlannedStep,
  raised: readonly NeedRule[],
  goals: readonly string[],
  today: Day,
): (number | string)[] {
  const rule = rules.steps.get(step.id)
  const need = Math.min(...raised.filter((each) => each.steps.includes(step.id)).map((each) => each.priority))
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
    goal < 0 ? 9 : goal,
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

function hasBegun(step: PlannedStep, today: Day): boolean {
  return step.timing.kind === 'now' || (step.timing.kind === 'dated' && step.timing.from <= today)
}

const windows: readonly [Window, number][] = [
  ['week', 7],
  ['month', 30],
  ['three-months', 90],
  ['six-months', 180],
  ['year', 365],
]

function windowOf(step: PlannedStep, today: Day, limits: readonly [Window, Day][]): Window {
  if (step.timing.kind === 'later') return 'when'
  const due =
    step.timing.kind === 'dated'
      ? step.timing.from > today
        ? step.timing.from
        : (step.timing.to ?? today)
      : addDays(today, 7)
  return limits.find(([, limit]) => due <= limit)?.[0] ?? 'after'
}

function byWindow(steps: readonly PlannedStep[], today: Day): Plan['later'] {
  const order: readonly Window[] = [...windows.map(([window]) => window), 'after', 'when']
  const limits = windows.map(([window, days]): [Window, Day] => [window, addDays(today, days)])
  const groups = Map.groupBy(steps, (step) => windowOf(step, today, limits))
  return order
    .flatMap((window) => ({ window, steps: groups.get(window) ?? [] }))
    .filter((group) => group.steps.length > 0)
}
