// A slip in a fact must change what somebody is told: each rule is changed, one at a time, and a persona must notice.
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '#platform/config/root.ts'
import { loadReference } from '#platform/reference/load.ts'
import { allMutants } from './mutants/changes.ts'
import { isBeyondAnswers, survivorsOf } from './mutants/hunt.ts'
import { readPersonas } from './personas/read.ts'

/** The share of mutants that must be noticed, once there are people enough to notice them. */
const wanted = 0.95
const enoughPersonas = 45
const longest = 60_000

const reference = loadReference(root)
const personas = readPersonas(join(import.meta.dirname, 'personas'))
const mutants = allMutants(reference).filter((mutant) => !isBeyondAnswers(reference, mutant))

test('a change of a rule changes what some persona is told', { timeout: longest }, () => {
  const survivors = survivorsOf(reference, personas, mutants)
  const caught = (mutants.length - survivors.length) / mutants.length
  console.log(
    [
      `${personas.length} personas notice ${mutants.length - survivors.length} of ${mutants.length} mutants (${(caught * 100).toFixed(1)} %).`,
      ...survivors.map(({ kind, fact, change }) => `  ${kind} ${fact}: ${change}`),
    ].join('\n'),
  )
  if (personas.length >= enoughPersonas) expect(caught).toBeGreaterThanOrEqual(wanted)
})

test('every kind of fact is changed, and every change is one', () => {
  const told = mutants.map(({ kind, fact, change }) => `${kind} ${fact} ${change}`)
  expect(new Set(told).size).toBe(told.length)
  expect(new Set(mutants.map(({ kind }) => kind))).toEqual(new Set(['question', 'need', 'step', 'program']))
})

test('facts that are not changed are noticed by nobody', () => {
  const same = { kind: 'need', fact: 'identity', change: 'none', reference: { ...reference } } as const
  expect(survivorsOf(reference, personas, [same])).toEqual([same])
})
