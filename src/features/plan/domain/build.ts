import type { Day } from '#kernel/day.ts'
import type { Profile } from '#kernel/profile.ts'
import { timingOf, type Timing } from './dates.ts'
import { goalsOf, inOrder, isHeldBack, isLetterDeadline, leastPriority, type Admitted } from './order.ts'
import { noEdits, type Edits, type NeedRule, type Plan, type PlannedStep, type Rules, type StepRule } from './rules.ts'
import { overOf, pastOf, type Past } from './over.ts'
import { toldAsDone } from './told.ts'
import { byWindow } from './windows.ts'

const mostNow = 5
/** With no status said, a step open to nearly all of them is shown, to check; one for a few would only frighten. */
const nearlyAll = 0.8

/** A need that the answers raise, and the questions whose answers raised it. */
type Raised = { need: NeedRule; because: readonly string[] }
type Person = { profile: Profile; today: Day; past: Past; said: string | undefined; edits: Edits }

/** The plan of a profile on a day. Pure: the same answers and edits on the same day always give the same plan. */
export function buildPlan(rules: Rules, profile: Profile, today: Day, edits: Edits = noEdits): Plan {
  const raised = raisedBy(rules, profile)
  const done = new Set([...edits.done, ...toldAsDone(profile)])
  const raising = byStep(raised, edits.added)
  // what the library has lost since is left out, whatever was kept of it
  const ids = [...raising.keys()].filter((id) => rules.steps.has(id))
  const person = { profile, today, past: pastOf(today), said: statusSaid(profile), edits }
  const open = new Map<string, Admitted>()
  for (const [id, needs] of raising) {
    const admitted = done.has(id) || edits.put.has(id) ? undefined : admit(rules, needs, person, id)
    if (admitted) open.set(id, admitted)
  }
  countUnlocks(open)
  const ordered = inOrder(open, profile, today)
  const doNow = ordered.filter((each) => isReady(open, each, today)).slice(0, mostNow)
  return {
    needIds: raised.map(({ need }) => need.id),
    doNow: doNow.map(({ step }) => step),
    later: byWindow(
      ordered.filter((each) => !doNow.includes(each)).map(({ step }) => step),
      profile,
      today,
    ),
    done: ids.filter((id) => done.has(id)),
    put: ids.filter((id) => edits.put.has(id) && !done.has(id)),
  }
}

/** The needs a person's answers raise, the most pressing first. */
export function raisedNeeds(rules: Rules, profile: Profile): NeedRule[] {
  return raisedBy(rules, profile).map(({ need }) => need)
}

function raisedBy(rules: Rules, profile: Profile): Raised[] {
  const raised: Raised[] = []
  for (const need of rules.needs) {
    const { truth, because } = need.isRaised(profile)
    if (truth === 'yes' && need.isSettled(profile).truth !== 'yes') raised.push({ need, because })
  }
  for (const goal of goalsOf(profile)) {
    if (raised.some(({ need }) => need.domain === goal)) continue
    const need = firstOpenNeed(rules, profile, goal)
    if (need) raised.push({ need, because: ['top_goals'] })
  }
  return raised.sort((a, b) => a.need.priority - b.need.priority)
}

/**
 * Where no answer says which need a goal is (its questions were passed over), the most pressing one that nothing rules out
 * stands for it: its steps, as far as they are for this person, and its programmes. Never one of danger or shelter: those
 * are told, not guessed.
 */
function firstOpenNeed(rules: Rules, profile: Profile, goal: string): NeedRule | undefined {
  const open = rules.needs.filter(
    (need) =>
      need.domain === goal &&
      need.priority > 1 &&
      !need.compartment &&
      need.isRaised(profile).truth === 'unknown' &&
      need.isSettled(profile).truth !== 'yes',
  )
  return open.sort((a, b) => a.priority - b.priority)[0]
}

/** Every step that may stand in the plan, in the order of its needs, with those that raise it; one added by hand needs none. */
function byStep(raised: readonly Raised[], added: ReadonlySet<string>): Map<string, Raised[]> {
  const steps = new Map<string, Raised[]>()
  for (const each of raised) {
    for (const id of each.need.steps) {
      const needs = steps.get(id)
      if (!needs) steps.set(id, [each])
      else if (needs.at(-1) !== each) needs.push(each)
    }
  }
  for (const id of added) if (!steps.has(id)) steps.set(id, [])
  return steps
}

function admit(rules: Rules, needs: readonly Raised[], person: Person, id: string): Admitted | undefined {
  const rule = rules.steps.get(id)
  if (!rule) return undefined
  const { profile, said, edits } = person
  const added = edits.added.has(id)
  if (!added && said !== undefined && !rule.statuses.has(said)) return undefined
  if (!added && said === undefined && rule.statuses.size / rules.statusCount < nearlyAll) return undefined
  const { truth, missing } = rule.isFor(profile)
  if (!added && truth === 'no') return undefined
  const certain = added || isCertain(rules, rule, said, truth)
  const needPriority = needs[0]?.need.priority ?? leastPriority // its most pressing need stands first
  return { step: plannedStep(rule, needs, person, { missing, certain, needPriority }), rule, needPriority }
}

function plannedStep(
  rule: StepRule,
  needs: readonly Raised[],
  { profile, today, past, edits }: Person,
  known: Pick<PlannedStep, 'missing' | 'certain'> & { needPriority: number },
): PlannedStep {
  const { id, ownNotice, priority } = rule
  const timing = whenOf(rule, profile, today, edits.letterDays.get(id))
  const over = overOf(rule, timing, known.needPriority, past)
  const isPast = timing.kind === 'dated' && timing.to !== null && timing.to < today
  return {
    id,
    needIds: needs.map(({ need }) => need.id),
    because: becauseOf(needs),
    missing: known.missing,
    timing,
    ownNotice,
    certain: known.certain,
    urgent: priority === 'urgent' && over !== 'for-good',
    unlocks: 0,
    late: over === 'no' && isPast && rule.when.hardDeadline,
    over,
    protected: rule.compartment || (needs.length > 0 && needs.every(({ need }) => need.compartment)),
  }
}

function statusSaid(profile: Profile): string | undefined {
  const status = profile['status']
  return typeof status === 'string' && status !== 'unsure' && status !== 'not_say' ? status : undefined
}

function isCertain(rules: Rules, rule: StepRule, said: string | undefined, truth: string): boolean {
  return truth === 'yes' && !rule.unclear && (said !== undefined || rule.statuses.size === rules.statusCount)
}

/** Counted from the arrival, which nobody was asked to count. */
const counted = 'days_since_arrival'

function becauseOf(needs: readonly Raised[]): string[] {
  const read: string[] = []
  for (const { because } of needs) {
    for (const question of because) if (question !== counted && !read.includes(question)) read.push(question)
  }
  return read
}

/** A letter's own date is never computed; an urgent step whose date nobody knows does not wait for one. */
function whenOf(rule: StepRule, profile: Profile, today: Day, letterDay: Day | undefined): Timing {
  if (letterDay !== undefined)
    return { kind: 'dated', from: today, to: letterDay, anchor: 'letter', anchorDay: letterDay }
  if (rule.ownNotice) return { kind: 'now' }
  const dated = timingOf(rule.when, profile, today)
  return dated.kind === 'later' && rule.priority === 'urgent' ? { kind: 'now' } : dated
}

function countUnlocks(open: ReadonlyMap<string, Admitted>): void {
  for (const { rule } of open.values()) {
    for (const id of rule.prerequisites) {
      const before = open.get(id)
      if (before) before.step.unlocks += 1
    }
  }
}

function isReady(open: ReadonlyMap<string, Admitted>, admitted: Admitted, today: Day): boolean {
  return hasBegun(admitted.step, today) && (isLetterDeadline(admitted) || !isHeldBack(open, admitted))
}

function hasBegun({ timing }: PlannedStep, today: Day): boolean {
  return timing.kind === 'now' || (timing.kind === 'dated' && timing.from <= today)
}
