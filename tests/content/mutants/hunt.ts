import { withDerived } from '#kernel/profile.ts'
import { raisedNeeds } from '#features/plan/domain/build.ts'
import { rulesOf } from '#features/plan/index.ts'
import type { Reference } from '#platform/reference/load.ts'
import { answerOf, askedOf, regionOf, type Persona } from '../personas/answer.ts'
import type { Mutant } from './mutant.ts'

/** What a persona is answered by the facts as they are, and which needs brought it. */
type Told = { persona: Persona; region: string | null; answer: string; asked: string; raised: string[] }

/** The mutants that no persona's answer betrays. */
export function survivorsOf(reference: Reference, personas: readonly Persona[], mutants: readonly Mutant[]): Mutant[] {
  const told = personas.map((persona): Told => {
    const region = regionOf(reference, persona)
    return {
      persona,
      region,
      answer: JSON.stringify(answerOf(reference, persona, region)),
      asked: askedOf(reference, persona).join(),
      raised: raisedBy(reference, persona),
    }
  })
  return mutants.filter((mutant) => !told.some((each) => betrays(reference, mutant, each)))
}

function betrays(reference: Reference, mutant: Mutant, { persona, region, answer, asked, raised }: Told): boolean {
  if (mutant.kind === 'question') return askedOf(mutant.reference, persona).join() !== asked
  const isConcerned =
    mutant.kind === 'need'
      ? raisedBy(mutant.reference, persona).join() !== raised.join()
      : reference.needs.some(
          (need) =>
            raised.includes(need.id) && (mutant.kind === 'step' ? need.steps : need.programs).includes(mutant.fact),
        )
  return isConcerned && JSON.stringify(answerOf(mutant.reference, persona, region)) !== answer
}

function raisedBy(reference: Reference, { profile, today }: Persona): string[] {
  return raisedNeeds(rulesOf(reference), withDerived(profile, today)).map(({ id }) => id)
}

/** Rules that no answer brings into a plan: only the compartment, or nothing at all, names their fact. */
export function isBeyondAnswers({ needs }: Reference, { kind, fact }: Mutant): boolean {
  if (kind !== 'step' && kind !== 'program') return false
  const naming = needs.filter((need) => (kind === 'step' ? need.steps : need.programs).includes(fact))
  return naming.every(({ trigger }) => trigger === 'compartment')
}
