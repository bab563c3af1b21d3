import type { Day } from '#kernel/day.ts'
import type { Profile } from '#kernel/profile.ts'
import { timingOf, type Timing } from './dates.ts'
import { inOrder, isLetterDeadline, prerequisitesIn } from './order.ts'
import { noEdits, type Edits, type NeedRule, type Plan, type PlannedStep, type Rules, type StepRule } from './rules.ts'
import { byWindow } from './windows.ts'

const mostNow = 5
/** With no status said, a step open to nearly all of them is shown, to check; one for a few would only frighten. */
const nearlyAll = 0.8

/** The plan of a profile on a day. Pure: the same answers and edits on the same day always give the same plan. */
export function buildPlan(rules: Rules, profile: Profile, today: Day, edits: Edits = noEdits): Plan {
  const raised = raisedNeeds(rules, profile)
  const done = new Set([...edits.done, ...toldAsDone(profile)])
  const ids = [...new Set([...raised.flatMap((need) => need.steps), ...edits.added])]
  const admitted = ids.flatMap((id) => admit(rules, raised, profile, today, id, edits))
  const open = admitted.filter((step) => !done.has(step.id) && !edits.put.has(step.id))
  const ordered = inOrder(rules, withUnlocks(rules, open), raised, profile, today)
  const ready = ordered.filter(
    (step) =>
      hasBegun(step, today) && (isLetterDeadline(rules, step) || prerequisitesIn(rules, open, step).length === 0),
  )
  const doNow = ready.slice(0, mostNow)
  return {
    needIds: raised.map((need) => need.id),
    doNow,
    later: byWindow(
      ordered.filter((step) => !doNow.includes(step)),
      profile,
      today,
    ),
    done: ids.filter((id) => done.has(id)),
    put: ids.filter((id) => edits.put.has(id) && !done.has(id)),
  }
}

/** The needs a person's answers raise, the most pressing first. */
export function raisedNeeds(rules: Rules, profile: Profile): NeedRule[] {
  return rules.needs
    .filter((need) => need.isRaised(profile).truth === 'yes' && need.isSettled(profile).truth !== 'yes')
    .sort((a, b) => a.priority - b.priority)
}

function admit(
  rules: Rules,
  raised: readonly NeedRule[],
  profile: Profile,
  today: Day,
  id: string,
  edits: Edits,
): PlannedStep[] {
  const rule = rules.steps.get(id)
  if (!rule) return [] // a step that the library has lost since
  const added = edits.added.has(id)
  const said = statusSaid(profile)
  if (!added && said !== undefined && !rule.statuses.has(said)) return []
  if (!added && said === undefined && rule.statuses.size / rules.statusCount < nearlyAll) return []
  const verdict = rule.isFor(profile)
  if (!added && verdict.truth === 'no') return []
  const needs = raised.filter((need) => need.steps.includes(id))
  const timing = whenOf(rule, profile, today, edits.letterDays.get(id))
  return [
    {
      id,
      needIds: needs.map((need) => need.id),
      because: becauseOf(needs, profile),
      missing: verdict.missing,
      timing,
      ownNotice: rule.ownNotice,
      certain: added || isCertain(rules, rule, said, verdict.truth),
      urgent: rule.priority === 'urgent',
      unlocks: 0,
      late: timing.kind === 'dated' && rule.when.hardDeadline && timing.to !== null && timing.to < today,
      protected: rule.compartment || (needs.length > 0 && needs.every((need) => need.compartment)),
    },
  ]
}

function statusSaid(profile: Profile): string | undefined {
  const status = profile['status']
  return typeof status === 'string' && status !== 'unsure' && status !== 'not_say' ? status : undefined
}

function isCertain(rules: Rules, rule: StepRule, said: string | undefined, truth: string): boolean {
  return truth === 'yes' && !rule.unclear && (said !== undefined || rule.statuses.size === rules.statusCount)
}

function becauseOf(needs: readonly NeedRule[], profile: Profile): string[] {
  const read = new Set(needs.flatMap((need) => need.isRaised(profile).because))
  read.delete('days_since_arrival') // counted from the arrival, which nobody was asked to count
  return [...read]
}

/** A letter's own date is never computed; an urgent step whose date nobody knows does not wait for one. */
function whenOf(rule: StepRule, profile: Profile, today: Day, letterDay: Day | undefined): Timing {
  if (letterDay !== undefined)
    return { kind: 'dated', from: today, to: letterDay, anchor: 'letter', anchorDay: letterDay }
  if (rule.ownNotice) return { kind: 'now' }
  const dated = timingOf(rule.when, profile, today)
  return dated.kind === 'later' && rule.priority === 'urgent' ? { kind: 'now' } : dated
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

function hasBegun(step: PlannedStep, today: Day): boolean {
  return step.timing.kind === 'now' || (step.timing.kind === 'dated' && step.timing.from <= today)
}
