import type { Day } from '#kernel/day.ts'
import type { Profile } from '#kernel/profile.ts'
import { placeOf } from '#features/assessment/index.ts'
import { programsForNeed, responsibleFor, type Responsible } from '#features/eligibility/index.ts'
import type { Reference } from '#platform/reference/load.ts'
import { openSteps, type Plan } from './domain/rules.ts'

/** Who answers for a need of this person: programmes that they may use, or the ministry's office. */
export function whoAnswers(
  reference: Reference,
  plan: Plan,
  profile: Profile,
  needId: string,
  today: Day,
): Responsible {
  const steps = [...openSteps(plan).filter((step) => step.needIds.includes(needId)), ...plan.done]
  const region = placeOf(reference, profile)?.region ?? null
  return responsibleFor({ specificSteps: steps.length }, programsForNeed(reference, needId, profile, region, today))
}

/** The needs for which the office answers, since nothing that is funded does; those of the compartment are counted nowhere. */
export function needsOfTheOffice(reference: Reference, plan: Plan, profile: Profile, today: Day): string[] {
  const counted = reference.needs.filter((need) => plan.needIds.includes(need.id) && !need.compartment)
  return counted
    .filter((need) => whoAnswers(reference, plan, profile, need.id, today).kind === 'office')
    .map(({ id }) => id)
}
