// One full evaluation of a profile, beside two rule engines that are given the same rules of the reference.
import { isDeepStrictEqual } from 'node:util'
import { join } from 'node:path'
import { loadReference, type Reference } from '#platform/reference/load.ts'
import { contest, type Outcome } from './contest.ts'
import { decisionOf, enlarged, evaluate } from './evaluation.ts'
import { inJsonRulesEngine } from './in-json-rules-engine.ts'
import { inPublicodes } from './in-publicodes.ts'
import { subjects, type Subject } from './profiles.ts'
import { lessIsBetter, moreIsBetter, type Row } from './rows.ts'
import { ruleSetOf, type Decision } from './rule-set.ts'

const today = '2026-11-24'
const people = 30
const turns = { people, rounds: 9, milliseconds: 400 }
const times = 10
/** What the service promises of one full evaluation, in milliseconds. */
const promised = 1

type Peer = { name: string; work: (person: number) => Decision | Promise<Decision> }

/**
 * Ours asks, raises, admits, dates, orders and gives reasons; a peer raises and admits, and is measured with its facts written in
 * its own form beforehand. Both are measured only when they decide the same.
 */
export async function plan(_stack: AsyncDisposableStack, told: (line: string) => void): Promise<Row[]> {
  const reference = loadReference(join(import.meta.dirname, '../..'))
  const large = enlarged(reference, times)
  const persons = subjects(reference, people, today)
  const peers = peersOf(reference, persons)
  told(`${people} profiles decided alike by ours, ${peers.map(({ name }) => name).join(' and ')}`)
  for (const peer of peers) await requireSame(peer, reference, persons)
  told(`${turns.rounds} rounds`)
  const evaluated = (of: Reference) => {
    const works = persons.map((person) => () => evaluate(of, person, today))
    return (person: number) => works[person]?.()
  }
  const [ours, larger, ...theirs] = await contest(
    [{ name: 'ours', work: evaluated(reference) }, { name: 'larger', work: evaluated(large) }, ...peers],
    turns,
  )
  const [fastest] = theirs.toSorted((one, other) => one.p50 - other.p50)
  if (!ours || !larger || !fastest) throw new Error('The bench "plan" measured nothing.')
  return rowsOf({ ours, larger, theirs, fastest }, reference.steps.length)
}

type Outcomes = { ours: Outcome; larger: Outcome; theirs: Outcome[]; fastest: Outcome }

function rowsOf({ ours, larger, theirs, fastest }: Outcomes, steps: number): Row[] {
  const bench = 'plan'
  const metric = (of: string, count: number) => `one full evaluation, ${count} steps, ${of}`
  return [
    lessIsBetter({
      bench,
      metric: metric('median', steps),
      value: ours.p50,
      unit: 'ms',
      peer: 'promise',
      peerValue: promised,
    }),
    lessIsBetter({
      bench,
      metric: metric('p99', steps),
      value: ours.p99,
      unit: 'ms',
      peer: fastest.name,
      peerValue: fastest.p99,
    }),
    ...theirs.map(({ name, perSecond }) =>
      moreIsBetter({
        bench,
        metric: 'plans per second on one core',
        value: ours.perSecond,
        unit: '1/s',
        peer: name,
        peerValue: perSecond,
      }),
    ),
    lessIsBetter({
      bench,
      metric: metric('median', steps * times),
      value: larger.p50,
      unit: 'ms',
      peer: `${times} times the median of ${steps}`,
      peerValue: times * ours.p50,
    }),
  ]
}

function peersOf(reference: Reference, persons: readonly Subject[]): Peer[] {
  const rules = ruleSetOf(reference)
  const publicodes = inPublicodes(rules)
  const situations = persons.map(({ profile }) => publicodes.prepared(profile))
  const decide = inJsonRulesEngine(rules)
  return [
    { name: 'publicodes', work: (person) => publicodes.decide(situations[person] ?? {}) },
    { name: 'json-rules-engine', work: (person) => decide(persons[person]?.profile ?? {}) },
  ]
}

/**
 * A comparison of engines that decide otherwise would say nothing: the same needs for everyone; the same steps and programmes
 * for whoever told their status, without which ours has a rule of its own (what is open to nearly all is shown, to check).
 */
async function requireSame({ name, work }: Peer, reference: Reference, persons: readonly Subject[]): Promise<void> {
  for (const [number, person] of persons.entries()) {
    const evaluation = evaluate(reference, person, today)
    const ours = decisionOf(evaluation)
    const theirs = await work(number)
    const inPlan = { ...theirs, steps: theirs.steps.filter((id) => !evaluation.plan.done.includes(id)) }
    const kinds =
      person.profile['status'] === undefined ? (['needs'] as const) : (['needs', 'steps', 'programs'] as const)
    for (const kind of kinds) {
      if (isDeepStrictEqual(ours[kind].toSorted(), inPlan[kind].toSorted())) continue
      const apart = [
        ...ours[kind].filter((id) => !inPlan[kind].includes(id)),
        ...inPlan[kind].filter((id) => !ours[kind].includes(id)),
      ]
      throw new Error(`${name} decides other ${kind} than ours for profile ${number}: ${apart.join(', ')}.`)
    }
  }
}
