import type { Day } from '#kernel/day.ts'
import type { Reference } from '../load.ts'
import { circlesOf } from './circles.ts'
import { ungivenSteps, unnamedPrograms, unraisedNeeds, unreachableQuestions } from './reach.ts'
import type { Missing } from './texts.ts'
import { doubtful, olderFacts, statedFacts, unsourced, urgentUnsourced } from './trust.ts'

/** One matter for whoever keeps the facts, with all that falls under it. */
export type Group = { title: string; found: readonly string[] }

/** What the facts leave to be mended. Nothing here stops the service: the loader refuses what would. */
export function reviewOf(reference: Reference, missing: readonly Missing[], today: Day): Group[] {
  const facts = statedFacts(reference)
  const needs = unraisedNeeds(reference)
  const steps = ungivenSteps(reference)
  return [
    { title: 'Facts older than 180 days', found: olderFacts(facts, today) },
    { title: 'Urgent steps without a source', found: urgentUnsourced(reference) },
    { title: 'Facts without a source', found: unsourced(facts) },
    { title: 'Facts of low confidence', found: doubtful(facts) },
    { title: 'Questions that nobody is ever asked', found: unreachableQuestions(reference) },
    { title: 'Needs that no answer raises', found: needs.unraised },
    { title: 'Needs of the compartment, raised by the person alone', found: needs.compartment },
    { title: 'Steps that no profile gets', found: steps.ungiven },
    { title: 'Steps of the compartment alone', found: steps.compartment },
    { title: 'Programmes that no need names', found: unnamedPrograms(reference) },
    { title: 'Circles', found: circlesOf(reference) },
    ...missing.map(({ language, urgentOnly, texts }) => ({
      title: `Texts missing in ${language}${urgentOnly ? ' (written for urgent pages only)' : ''}`,
      found: texts,
    })),
  ]
}

/** As a terminal shows it: each group with its count, then one line for each thing found. */
export function linesOf(groups: readonly Group[]): string[] {
  return groups.flatMap(({ title, found }) => [`${title}: ${found.length}`, ...found.map((each) => `  ${each}`)])
}
