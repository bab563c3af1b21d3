import { withDerived, type Profile } from '#kernel/profile.ts'
import { askedQuestions, placeOf, questionsOf } from '#features/assessment/index.ts'
import { programsForNeed } from '#features/eligibility/index.ts'
import { buildPlan, rulesOf, type PlannedStep } from '#features/plan/index.ts'
import type { Reference } from '#platform/reference/load.ts'

/** Somebody invented, and what the service must answer them: 'step < first need', 'program use'. */
export type Persona = {
  name: string
  story: string
  today: string
  profile: Profile
  now: string[]
  later: Record<string, string[]>
  programs: Record<string, string[]>
}
/** Windows and needs stand in their order, so they are pairs. */
export type Answer = { now: string[]; later: [string, string[]][]; programs: [string, string[]][] }

export function expectedOf({ now, later, programs }: Persona): Answer {
  return { now, later: Object.entries(later), programs: Object.entries(programs) }
}

/** What the service answers. The region is asked for apart: no rule changes where a place lies. */
export function answerOf(reference: Reference, persona: Persona, region: string | null): Answer {
  const { today } = persona
  const profile = withDerived(persona.profile, today)
  const plan = buildPlan(rulesOf(reference), profile, today)
  const programs = plan.needIds.map((need): [string, string[]] => [
    need,
    programsForNeed(reference, need, profile, region, today).map(({ programId, use }) => `${programId} ${use}`),
  ])
  return {
    now: plan.doNow.map(shown),
    later: plan.later.map(({ window, steps }) => [window, steps.map(shown)]),
    programs: programs.filter(([, list]) => list.length > 0),
  }
}

function shown({ id, needIds }: PlannedStep): string {
  return `${id} < ${needIds[0] ?? ''}`
}

export function regionOf(reference: Reference, { profile }: Persona): string | null {
  return placeOf(reference, profile)?.region ?? null
}

/** The questions that the persona is asked, in order. */
export function askedOf(reference: Reference, { profile, today }: Persona): string[] {
  return askedQuestions(questionsOf(reference), withDerived(profile, today)).map(({ id }) => id)
}
