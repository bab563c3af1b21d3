// One full evaluation of a profile, as the service makes it, and the same library ten times as large.
import type { Day } from '#kernel/day.ts'
import { askedQuestions, questionsOf } from '#features/assessment/index.ts'
import { programsForNeed, type Eligibility } from '#features/eligibility/index.ts'
import { buildPlan, openSteps, rulesOf, type Plan } from '#features/plan/index.ts'
import type { Reference } from '#platform/reference/load.ts'
import type { Question } from '#platform/reference/schema.ts'
import type { Subject } from './profiles.ts'
import type { Decision } from './rule-set.ts'

export type Evaluation = { asked: Question[]; plan: Plan; programs: Eligibility[][] }

/** The questions to ask, the needs raised, the steps in their order with dates and reasons, and each need's programmes with theirs. */
export function evaluate(reference: Reference, { profile, region }: Subject, today: Day): Evaluation {
  const plan = buildPlan(rulesOf(reference), profile, today)
  return {
    asked: askedQuestions(questionsOf(reference), profile),
    plan,
    programs: plan.needIds.map((need) => programsForNeed(reference, need, profile, region, today)),
  }
}

/** What peers are asked as well: without dates, order, regions and reasons; a step told as done stands in no plan. */
export function decisionOf({ plan, programs }: Evaluation): Decision {
  return {
    needs: [...plan.needIds],
    steps: openSteps(plan).map(({ id }) => id),
    programs: [
      ...new Set(
        programs
          .flat()
          .filter(isOpen)
          .map(({ programId }) => programId),
      ),
    ],
  }
}

/** Neither the status nor the condition is a no. */
function isOpen({ use, grounds }: Eligibility): boolean {
  const isAgainst = use === 'no' || grounds.includes('no-source')
  return !(isAgainst && (grounds.includes('status') || grounds.includes('condition')))
}

/** Each need and step as often as told, under an id of its own; a copied step waits for copied steps. */
export function enlarged(reference: Reference, times: number): Reference {
  const copies = Array.from({ length: times }, (_, copy) => (id: string) => `${id}-${copy}`)
  return {
    ...reference,
    needs: copies.flatMap((named) =>
      reference.needs.map((need) => ({ ...need, id: named(need.id), steps: need.steps.map(named) })),
    ),
    steps: copies.flatMap((named) =>
      reference.steps.map((step) => ({ ...step, id: named(step.id), prerequisites: step.prerequisites.map(named) })),
    ),
  }
}
