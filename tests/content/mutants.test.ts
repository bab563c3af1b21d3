// A slip in a fact must change what somebody is told: each rule is changed, one at a time, and a persona must notice.
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '#platform/config/root.ts'
import { loadReference } from '#platform/reference/load.ts'
import { allMutants } from './mutants/changes.ts'
import { isBeyondAnswers, survivorsOf } from './mutants/hunt.ts'
import { isSilent } from './mutants/silent.ts'
import { readPersonas } from './personas/read.ts'

/** The share of mutants that must be noticed, once there are people enough to notice them. */
const wanted = 0.95
const enoughPersonas = 45
const longest = 60_000

const reference = loadReference(root)
const personas = readPersonas(join(import.meta.dirname, 'personas'))
const mutants = allMutants(reference).filter((mutant) => !isBeyondAnswers(reference, mutant))

test('a change of a rule changes what some persona is told', { timeout: longest }, () => {
  const left = survivorsOf(reference, personas, mutants)
  const survivors = left.filter((mutant) => !isSilent(reference, mutant))
  const seen = mutants.length - left.length
  const caught = seen / (seen + survivors.length)
  console.log(
    [
      `${personas.length} personas notice ${seen} of ${seen + survivors.length} mutants (${(caught * 100).toFixed(1)} %);`,
      `no answers at all would show ${left.length - survivors.length} others, which another rule makes silent.`,
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

test('silent is only what another rule says already', () => {
  const isSilentOne = (kind: string, fact: string, change: string) => {
    const found = mutants.find((each) => each.kind === kind && each.fact === fact && each.change === change)
    return found && isSilent(reference, found)
  }
  // only asylum claimants have the need of this step
  expect(isSilentOne('step', 'asylum-boc', 'first other status added')).toBe(true)
  expect(isSilentOne('step', 'removal-notice', 'condition dropped')).toBe(false) // a letter with another deadline raises its need too
  expect(isSilentOne('step', 'pregnancy', 'condition dropped')).toBe(true) // its one need says the same
  expect(isSilentOne('step', 'sin', 'first status removed')).toBe(false)
  // help with French waits for an application, which is more urgent anyway; the address waits for a lease, and may overtake it
  expect(isSilentOne('step', 'fq-level', 'no longer after fq-apply')).toBe(true)
  expect(isSilentOne('step', 'change-address', 'no longer after lease')).toBe(false)
  // what is to check in words is to check, whether a status is unclear or allowed
  expect(isSilentOne('program', 'student_aid', 'csq_abroad moved from unclear to allowed')).toBe(true)
})
