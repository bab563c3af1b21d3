import type { Day } from '#kernel/day.ts'
import type { Profile } from '#kernel/profile.ts'
import { compile } from '#kernel/rule.ts'
import type { Reference } from '#platform/reference/load.ts'
import { eligibilityOf, type Eligibility, type ProgramRule } from './domain/eligibility.ts'

const compiled = new WeakMap<Reference, ReadonlyMap<string, ProgramRule>>()
const byNeed = new WeakMap<Reference, ReadonlyMap<string, readonly ProgramRule[]>>()
const inOrder = ['yes', 'to-check', 'no'] as const

/** The programmes with their conditions compiled: once per reference. */
export function programRulesOf(reference: Reference): ReadonlyMap<string, ProgramRule> {
  const known = compiled.get(reference)
  if (known) return known
  const made = new Map(
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
  compiled.set(reference, made)
  return made
}

/** What each programme that pays for a need says of this person, those they may use first. */
export function programsForNeed(
  reference: Reference,
  needId: string,
  profile: Profile,
  region: string | null,
  today: Day,
): Eligibility[] {
  const rules = programsByNeed(reference).get(needId) ?? []
  const found = rules.map((rule) => eligibilityOf(rule, profile, region, today))
  const sorted: Eligibility[] = []
  for (const use of inOrder) for (const each of found) if (each.use === use) sorted.push(each)
  return sorted
}

/** The programmes that pay for each need: once per reference. */
function programsByNeed(reference: Reference): ReadonlyMap<string, readonly ProgramRule[]> {
  const known = byNeed.get(reference)
  if (known) return known
  const rules = programRulesOf(reference)
  const made = new Map(reference.needs.map((need) => [need.id, need.programs.flatMap((id) => rules.get(id) ?? [])]))
  byNeed.set(reference, made)
  return made
}
