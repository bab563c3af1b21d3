import type { Profile } from '#kernel/profile.ts'
import type { Truth } from '#kernel/rule.ts'
import { eligibilityOf, programRulesOf, type ProgramRule } from '#features/eligibility/index.ts'
import type { Reference } from '#platform/reference/load.ts'
import { canBe, raising, type Wish } from '#platform/reference/review/reach.ts'
import type { Program, Step } from '#platform/reference/schema.ts'
import type { Mutant } from './mutant.ts'
import { isSilentlyFree } from './waiting.ts'

/**
 * Whether no answers at all can betray a mutant, proved by a search over the answers that its rule and its needs read: another
 * rule already says the same. Of days nothing is proved: those mutants count.
 */
export function isSilent(reference: Reference, mutant: Mutant): boolean {
  if (mutant.kind === 'step') return isSilentStep(reference, mutant) || isSilentlyFree(reference, mutant)
  return mutant.kind === 'program' && isSilentProgram(reference, mutant)
}

/** With no status said, a step for this share of the statuses is shown; the plan's own rule. */
const nearlyAll = 0.8

function isSilentStep(reference: Reference, { fact, reference: changed }: Mutant): boolean {
  const step = reference.steps.find(({ id }) => id === fact)
  const other = changed.steps.find(({ id }) => id === fact)
  if (!step || !other || step.who === other.who) return false
  const isFew = ({ who }: Step) => who.statuses.length / reference.statuses.length < nearlyAll
  if (isFew(step) !== isFew(other)) return false
  return !canBeRaised(reference, (need) => need.steps.includes(fact), seen(step, other, isFew(step)))
}

/** The profiles in which the two steps part: of the statuses that only one has; else where the condition decides otherwise. */
function seen(step: Step, other: Step, isFew: boolean): Wish[] {
  const [one, two] = [step.who.statuses, other.who.statuses]
  const moved = [...one.filter((each) => !two.includes(each)), ...two.filter((each) => !one.includes(each))]
  if (moved.length > 0) return [saying(moved), { condition: step.who.condition, as: ['yes', 'unknown'] }]
  const decided: Wish = { condition: step.who.condition, as: other.who.condition === null ? ['no'] : ['yes', 'no'] }
  return isFew ? [saying(one), decided] : [decided]
}

function saying(statuses: readonly string[]): Wish {
  return { condition: { q: 'status', op: 'in', v: [...statuses] }, as: ['yes'] }
}

function canBeRaised(
  { questions, needs }: Reference,
  names: (need: Reference['needs'][number]) => boolean,
  wishes: Wish[],
) {
  return needs.some(
    (need) => names(need) && need.trigger !== 'compartment' && canBe(questions, [...wishes, ...raising(need)]),
  )
}

const truths: readonly Truth[] = ['yes', 'no', 'unknown']
const today = '2026-11-24'

function isSilentProgram(reference: Reference, { fact, reference: changed }: Mutant): boolean {
  const [program, other] = [reference, changed].map(({ programs }) => programs.find(({ id }) => id === fact))
  const [rule, otherRule] = [reference, changed].map((each) => programRulesOf(each).get(fact))
  if (!program || !other || !rule || !otherRule || rule.prose !== otherRule.prose) return false
  const isMoved = (status: string) =>
    rule.allowed.has(status) !== otherRule.allowed.has(status) ||
    rule.unclear.has(status) !== otherRule.unclear.has(status)
  const moved = reference.statuses.filter(isMoved)
  const parting = (moved.length > 0 ? moved : reference.statuses).flatMap((status) =>
    truths
      .filter((truth) => part(reference, [rule, truth], [otherRule, truthOf(program, other, truth)], status))
      .map((truth) => ({ status, truth })),
  )
  return !parting.some(({ status, truth }) =>
    canBeRaised(reference, (need) => need.programs.includes(fact), [
      saying([status]),
      { condition: program.condition, as: [truth] },
    ]),
  )
}

/** What the changed condition says where the first says a truth. */
function truthOf(program: Program, other: Program, truth: Truth): Truth {
  if (program.condition === other.condition) return truth
  if (other.condition === null) return 'yes'
  return program.condition === null || truth === 'yes' ? 'no' : truth === 'no' ? 'yes' : 'unknown'
}

type Decided = readonly [ProgramRule, Truth]

/** Whether two rules, their conditions decided, tell somebody of a status two things in some region. */
function part(reference: Reference, one: Decided, two: Decided, status: string): boolean {
  const use = ([rule, truth]: Decided, profile: Profile, region: string) =>
    eligibilityOf({ ...rule, isFor: () => ({ truth, because: [], missing: [] }) }, profile, region, today).use
  return reference.regions.some(({ code }) => use(one, { status }, code) !== use(two, { status }, code))
}
