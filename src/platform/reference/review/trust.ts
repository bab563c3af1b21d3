import { daysBetween, type Day } from '#kernel/day.ts'
import type { Reference } from '../load.ts'

/** One fact, as a list names it: 'step sin'. */
export type Stated = { label: string; asOf: Day; confidence: string; sources: readonly string[] }

/** Every fact that says where it comes from. Holidays and the codes of statuses are read elsewhere. */
export function statedFacts({ questions, needs, steps, programs, helpLines, regions }: Reference): Stated[] {
  const labelled = (kind: string, facts: readonly ({ id: string } & Omit<Stated, 'label'>)[]) =>
    facts.map(({ id, asOf, confidence, sources }) => ({ label: `${kind} ${id}`, asOf, confidence, sources }))
  return [
    ...labelled('question', questions),
    ...labelled('need', needs),
    ...labelled('step', steps),
    ...labelled('program', programs),
    ...labelled('help line', helpLines),
    ...labelled(
      'region',
      regions.map((region) => ({ ...region, id: region.code })),
    ),
  ]
}

/** A fact older than this is read again at its source: two rounds a year. */
const freshDays = 180

export function olderFacts(facts: readonly Stated[], today: Day): string[] {
  return facts.filter(({ asOf }) => daysBetween(asOf, today) > freshDays).map(({ label, asOf }) => `${label} (${asOf})`)
}

export function unsourced(facts: readonly Stated[]): string[] {
  return facts.filter(({ sources }) => sources.length === 0).map(({ label }) => label)
}

/** What its own editor did not vouch for, in the words that the facts use. */
const doubt = /own knowledge|to verify|memory/i

export function doubtful(facts: readonly Stated[]): string[] {
  return facts.filter(({ confidence }) => doubt.test(confidence)).map(({ label }) => label)
}

/** What a person in danger is told to do, on nobody's word. */
export function urgentUnsourced({ steps }: Reference): string[] {
  return steps.filter(({ priority, sources }) => priority === 'urgent' && sources.length === 0).map(({ id }) => id)
}
