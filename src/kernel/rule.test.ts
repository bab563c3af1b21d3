import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compile, type Condition } from './rule.ts'

const questions = ['status', 'where', 'household']
const values = ['a', 'b', 'c']
const leaf: fc.Arbitrary<Condition> = fc.record({
  q: fc.constantFrom(...questions),
  op: fc.constantFrom('eq', 'in', 'includes_any'),
  v: fc.subarray(values, { minLength: 1 }),
})
const condition = fc.letrec<{ node: Condition }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small' },
    leaf,
    fc.record({ all: fc.array(tie('node'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('node'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ not: tie('node') }),
  ),
})).node
const profile = fc.dictionary(fc.constantFrom(...questions), fc.constantFrom(...values))

test('knowing more never turns a yes into a no, or back', () => {
  fc.assert(
    fc.property(condition, profile, profile, (rule, known, learned) => {
      const before = compile(rule)(known).truth
      const after = compile(rule)({ ...learned, ...known }).truth
      return before === 'unknown' || before === after
    }),
  )
})

test('the reasons alone suffice for the answer', () => {
  fc.assert(
    fc.property(condition, profile, (rule, known) => {
      const verdict = compile(rule)(known)
      const reasons = Object.fromEntries(
        Object.entries(known).filter(([question]) => verdict.because.includes(question)),
      )
      return verdict.truth === 'unknown' || compile(rule)(reasons).truth === verdict.truth
    }),
  )
})

test('a skipped question leaves the rule open and is named', () => {
  const inQuebec = compile({ q: 'where', op: 'eq', v: 'quebec' })
  expect(inQuebec({})).toEqual({ truth: 'unknown', because: [], missing: ['where'] })
  expect(inQuebec({ where: 'abroad' }).truth).toBe('no')
})

test('an empty list of answers is a no, not a gap', () => {
  expect(compile({ not: { q: 'done_already', op: 'includes_any', v: ['sin'] } })({ done_already: [] }).truth).toBe(
    'yes',
  )
})
