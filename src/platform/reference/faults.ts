import { join } from 'node:path'
import { questionsOf, type Condition } from '#kernel/rule.ts'
import { placeOfId, ReferenceError } from './read.ts'
import type { Need, Program, Question, Step, HelpLine, Region, Synonyms } from './schema.ts'

export type Facts = {
  statuses: readonly string[]
  domains: readonly string[]
  questions: readonly Question[]
  needs: readonly Need[]
  steps: readonly Step[]
  programs: readonly Program[]
  helpLines: readonly HelpLine[]
  regions: readonly Region[]
  synonyms: Synonyms
}

/** Facts that follow from others, which conditions may read like answers. */
export const derivedFacts = ['days_since_arrival', 'days_to_permit_expiry']

/** What names something that does not exist, turns in a circle, or leaves a status out: the first fault stops the start. */
export function requireSound(root: string, facts: Facts): void {
  const fault = [
    ...unknownIds(facts),
    ...unknownReads(facts),
    ...uncovered(facts),
    ...impossible(facts),
    ...circles(facts),
  ][0]
  if (fault) throw new ReferenceError(`${placeOfId(join(root, 'reference', fault.file), fault.id)}: ${fault.says}.`)
}

type Fault = { file: string; id: string; says: string }

function* unknownIds({
  statuses,
  domains,
  questions,
  needs,
  steps,
  programs,
  helpLines,
  regions,
  synonyms,
}: Facts): Generator<Fault> {
  const ids = (all: readonly { id: string }[]) => new Set(all.map((each) => each.id))
  const known = {
    step: ids(steps),
    need: ids(needs),
    program: ids(programs),
    status: new Set(statuses),
    domain: new Set(domains),
    region: new Set(regions.map((each) => each.code)),
  }
  const named = (file: string, id: string, kind: keyof typeof known, used: readonly string[]): Fault[] =>
    used
      .filter((each) => !known[kind].has(each))
      .map((each) => ({ file, id, says: `"${id}" names the ${kind} "${each}", which does not exist` }))
  for (const each of needs) {
    yield* named('needs.json', each.id, 'step', each.steps)
    yield* named('needs.json', each.id, 'program', each.programs)
    yield* named('needs.json', each.id, 'domain', [each.domain])
  }
  for (const each of steps) {
    yield* named('steps.json', each.id, 'step', each.prerequisites)
    yield* named('steps.json', each.id, 'status', each.who.statuses)
    yield* named('steps.json', each.id, 'domain', [each.domain])
  }
  for (const each of programs) {
    yield* named('programs.json', each.id, 'status', [...each.allowed, ...each.excluded, ...each.unclear])
    yield* named('programs.json', each.id, 'domain', [each.domain])
    yield* named('programs.json', each.id, 'region', each.regions ?? [])
  }
  for (const { need } of synonyms.needs) yield* named('synonyms.json', need, 'need', [need])
  for (const each of helpLines) yield* named('help-lines.json', each.id, 'need', each.forNeeds)
  for (const each of questions) yield* named('question-sets', each.id, 'domain', [each.domain])
}

function* unknownReads({ questions, needs, steps, programs }: Facts): Generator<Fault> {
  const known = new Set([...questions.map((each) => each.id), ...derivedFacts])
  const read = (file: string, id: string, condition: Condition | null): Fault[] =>
    questionsOf(condition)
      .filter((each) => !known.has(each))
      .map((each) => ({ file, id, says: `"${id}" reads the question "${each}", which nobody asks` }))
  for (const each of needs) {
    yield* read('needs.json', each.id, typeof each.trigger === 'string' ? null : each.trigger)
    yield* read('needs.json', each.id, each.unless)
  }
  for (const each of steps) yield* read('steps.json', each.id, each.who.condition)
  for (const each of programs) yield* read('programs.json', each.id, each.condition)
}

/** A rule says something of every status, once. */
function* uncovered({ statuses, programs }: Facts): Generator<Fault> {
  for (const { id, allowed, excluded, unclear } of programs) {
    const said = [...allowed, ...excluded, ...unclear]
    for (const status of statuses) {
      const times = said.filter((each) => each === status).length
      if (times !== 1)
        yield { file: 'programs.json', id, says: `"${id}" speaks ${times} times of the status "${status}", not once` }
    }
  }
}

function* impossible({ steps, programs }: Facts): Generator<Fault> {
  for (const { id, when } of steps)
    if (when.toDay !== null && when.toDay < when.fromDay)
      yield { file: 'steps.json', id, says: `the window of "${id}" ends before it begins` }
  for (const { id, from, until } of programs)
    if (from !== null && until !== null && until < from)
      yield { file: 'programs.json', id, says: `"${id}" ends before it begins` }
}

/** What is left once every step whose prerequisites are settled has been taken away. */
function* circles({ steps }: Facts): Generator<Fault> {
  const left = new Map(steps.map((step) => [step.id, step.prerequisites]))
  const free = () => [...left].filter(([, before]) => !before.some((id) => left.has(id)))
  for (let settled = free(); settled.length > 0; settled = free()) for (const [id] of settled) left.delete(id)
  for (const id of left.keys()) yield { file: 'steps.json', id, says: `the prerequisites of "${id}" lead back to it` }
}
