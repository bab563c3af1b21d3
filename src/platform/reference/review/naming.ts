import { questionsOf, type Condition } from '#kernel/rule.ts'
import type { Reference } from '../load.ts'
import { questionBehind } from './answers.ts'

export const kinds = ['question', 'need', 'step', 'program'] as const
export type Kind = (typeof kinds)[number]
/** One id may name a step and a program: each is a fact of its own. */
export type Named = { kind: Kind; id: string }

/** The facts that go by an id. */
export function factsCalled({ questions, needs, steps, programs }: Reference, id: string): Named[] {
  const all = { question: questions, need: needs, step: steps, program: programs }
  return kinds.filter((kind) => all[kind].some((fact) => fact.id === id)).map((kind) => ({ kind, id }))
}

/** Which other facts read or name this one. */
export function namersOf(reference: Reference, { kind, id }: Named): string[] {
  const { needs, steps, helpLines } = reference
  if (kind === 'question') return readersOf(reference, id)
  if (kind === 'need')
    return helpLines.filter((line) => line.forNeeds.includes(id)).map((line) => `help line ${line.id}`)
  const naming = needs.filter((need) => (kind === 'step' ? need.steps : need.programs).includes(id))
  const waiting = kind === 'step' ? steps.filter((step) => step.prerequisites.includes(id)) : []
  return [...naming.map((need) => `need ${need.id}`), ...waiting.map((step) => `step ${step.id}`)]
}

function readersOf({ questions, needs, steps, programs }: Reference, id: string): string[] {
  const reads = (...conditions: (Condition | string | null)[]) =>
    conditions.some((each) => typeof each !== 'string' && questionsOf(each).some((read) => questionBehind(read) === id))
  return [
    ...questions.filter((each) => reads(each.askIf)).map((each) => `question ${each.id}`),
    ...needs.filter((each) => reads(each.trigger, each.unless)).map((each) => `need ${each.id}`),
    ...steps.filter((each) => reads(each.who.condition)).map((each) => `step ${each.id}`),
    ...programs.filter((each) => reads(each.condition)).map((each) => `program ${each.id}`),
  ]
}

/** The facts as they would be without this one; a question taken out is an answer not read, which is the reader's to leave out. */
export function without(reference: Reference, { kind, id }: Named): Reference {
  const rest = <T extends { id: string }>(all: readonly T[]) => all.filter((each) => each.id !== id)
  const ids = (all: readonly string[]) => all.filter((each) => each !== id)
  if (kind === 'question') return reference
  if (kind === 'need') return { ...reference, needs: rest(reference.needs) }
  if (kind === 'program') {
    const needs = reference.needs.map((need) => ({ ...need, programs: ids(need.programs) }))
    return { ...reference, needs, programs: rest(reference.programs) }
  }
  const needs = reference.needs.map((need) => ({ ...need, steps: ids(need.steps) }))
  const steps = rest(reference.steps).map((step) => ({ ...step, prerequisites: ids(step.prerequisites) }))
  return { ...reference, needs, steps }
}
