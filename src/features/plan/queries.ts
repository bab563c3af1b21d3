import { dayOf } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'
import { compile } from '#kernel/rule.ts'
import { knowledgeOf, placeOf, type Knowledge } from '#features/assessment/index.ts'
import { seekerOf, servicesFor, type ServiceFit } from '#features/matching/index.ts'
import type { Db } from '#platform/db/db.ts'
import type { Services } from '#platform/http/env.ts'
import type { Reference } from '#platform/reference/load.ts'
import { buildPlan, type Plan, type Rules } from './domain/build.ts'
import { doneSteps } from './store.ts'

const compiled = new WeakMap<Reference, Rules>()

/** The needs and steps with their conditions compiled: once per reference. */
export function rulesOf(reference: Reference): Rules {
  const known = compiled.get(reference) ?? {
    needs: reference.needs.map((need) => ({ ...need, isRaised: compile(need.trigger) })),
    steps: new Map(
      reference.steps.map((step) => [
        step.id,
        {
          ...step,
          statuses: new Set(step.who.statuses),
          unclear: step.who.unclear,
          isFor: compile(step.who.condition),
        },
      ]),
    ),
    statusCount: reference.statuses.length,
  }
  compiled.set(reference, known)
  return known
}

export type PlanView = {
  plan: Plan
  knowledge: Knowledge
  services: Map<string, ServiceFit[]>
  done: ReadonlySet<string>
}

/** A file's plan as of now, with the services near for each of its needs. */
export async function planOf(services: Services, db: Db, fileId: Id, at: Date, language: string): Promise<PlanView> {
  const knowledge = await knowledgeOf(services, db, fileId, at)
  const done = new Set((await doneSteps(db, fileId)).map((step) => step.stepId))
  const plan = buildPlan(rulesOf(services.reference), knowledge.profile, done, dayOf(at))
  const served = services.reference.needs
    .filter((need) => need.services && plan.needIds.includes(need.id))
    .map((need) => need.id)
  const seeker = seekerOf(knowledge.profile, placeOf(services.reference, knowledge.profile), language)
  return { plan, knowledge, done, services: await servicesFor(db, served, seeker) }
}
