import type { Day } from '#kernel/day.ts'
import type { Profile } from '#kernel/profile.ts'
import { compile } from '#kernel/rule.ts'
import type { Reference } from '#platform/reference/load.ts'
import { eligibilityOf, type Eligibility, type ProgramRule } from './domain/eligibility.ts'

const compiled = new WeakMap<Reference, ReadonlyMap<string, ProgramRule>>()

/** The programmes with their conditions compiled: once per reference. */
export function programRulesOf(reference: Reference): ReadonlyMap<string, ProgramRule> {
  const known =
    compiled.get(reference) ??
    new Map(
      reference.programs.map((program) => [
        program.id,
        {
          ...program,
          allowed: new Set(program.allowed),
          excluded: new Set(program.excluded),
          unclear: new Set(program.unclear),
          regions: program.regions && new Set(program.regions),
          isFor: compile(program.condition),
          sourced: program.sources.length > 0,
        },
      ]),
    )
  compiled.set(reference, known)
  return known
}

/** What each programme that pays for a need says of this person, those they may use first. */
export function programsForNeed(
  reference: Reference,
  needId: string,
  profile: Profile,
  region: string | null,
  today: Day,
): Eligibility[] {
  const rules = programRulesOf(reference)
  const need = reference.needs.find((each) => each.id === needId)
  const found = (need?.programs ?? []).flatMap((id) => rules.get(id) ?? [])
  const order = { yes: 0, 'to-check': 1, no: 2 }
  return found.map((rule) => eligibilityOf(rule, profile, region, today)).sort((a, b) => order[a.use] - order[b.use])
}
