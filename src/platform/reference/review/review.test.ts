import { beforeAll, expect, test } from 'vitest'
import { root } from '#platform/config/root.ts'
import { loadReference, type Reference } from '../load.ts'
import type { Question, Step } from '../schema.ts'
import { circlesOf } from './circles.ts'
import { factsCalled, namersOf, without } from './naming.ts'
import { canBe, ungivenSteps, unnamedPrograms, unraisedNeeds, unreachableQuestions } from './reach.ts'
import { linesOf, reviewOf } from './review.ts'
import { missingTexts } from './texts.ts'

let reference: Reference
beforeAll(() => {
  reference = loadReference(root)
})

/** The real facts with one step, need or question changed. */
const withStep = (id: string, part: Partial<Step>): Reference => ({
  ...reference,
  steps: reference.steps.map((step) => (step.id === id ? { ...step, ...part } : step)),
})
const withQuestion = (id: string, part: Partial<Question>): Reference => ({
  ...reference,
  questions: reference.questions.map((question) => (question.id === id ? { ...question, ...part } : question)),
})

test('a fact is old 181 days after it was read', () => {
  const old = withStep('sin', { asOf: '2026-05-24' })
  const [older] = reviewOf(old, [], '2026-11-20')
  expect(older?.found).toEqual([])
  expect(reviewOf(old, [], '2026-11-21')[0]?.found).toEqual(['step sin (2026-05-24)'])
})

test('an urgent step without a source, and a fact its editor doubts, are listed', () => {
  const doubted = withStep('sin', { sources: [], confidence: 'URL from memory' })
  const found = Object.fromEntries(reviewOf(doubted, [], '2026-11-24').map((group) => [group.title, group.found]))
  expect(found['Urgent steps without a source']).toContain('sin')
  expect(found['Facts without a source']).toContain('step sin')
  expect(found['Facts of low confidence']).toContain('step sin')
})

test('a question whose condition needs an answer that nobody can give is never asked', () => {
  expect(unreachableQuestions(reference)).toEqual([])
  const never = withQuestion('fr_read', { askIf: { q: 'where', op: 'eq', v: 'the moon' } })
  expect(unreachableQuestions(never)).toEqual(['fr_read'])
  const unasked = withQuestion('fr_read', { askIf: { q: 'nobody_asks', op: 'eq', v: 'yes' } })
  expect(unreachableQuestions(unasked)).toEqual(['fr_read'])
  // asked only of whoever has children, and only of those who live alone
  const contradiction = withQuestion('school_done', {
    askIf: {
      all: [
        { q: 'children_ages', op: 'includes_any', v: ['5_11'] },
        { q: 'household', op: 'includes_any', v: ['alone'] },
      ],
    },
  })
  expect(unreachableQuestions(contradiction)).toEqual(['school_done'])
})

test('an answer that is never kept raises nothing', () => {
  expect(canBe(reference.questions, [{ condition: { q: 'urgent_now', op: 'in', v: ['danger'] }, as: ['yes'] }])).toBe(
    false,
  )
})

test('needs of the compartment stand apart from needs that no answer raises', () => {
  expect(unraisedNeeds(reference).compartment).toEqual(['safety', 'distress'])
  const settled = reference.needs.map((need) =>
    need.id === 'home' && typeof need.trigger !== 'string' ? { ...need, unless: need.trigger } : need,
  )
  expect(unraisedNeeds({ ...reference, needs: settled }).unraised).toEqual(['home'])
})

test('a step that nobody gets is listed with the reason', () => {
  expect(ungivenSteps(reference).ungiven).toEqual([])
  expect(
    ungivenSteps(withStep('asylum-boc', { who: { statuses: [], condition: null, unclear: false } })).ungiven,
  ).toEqual(['asylum-boc (for no status)'])
  // its only need is that of asylum claimants
  const others = withStep('asylum-boc', { who: { statuses: ['student'], condition: null, unclear: false } })
  expect(ungivenSteps(others).ungiven).toEqual([
    'asylum-boc (its condition or its statuses contradict what raises its needs)',
  ])
  const unnamed = reference.needs.map((need) => ({ ...need, steps: need.steps.filter((id) => id !== 'sin') }))
  expect(ungivenSteps({ ...reference, needs: unnamed }).ungiven).toEqual(['sin (no need names it)'])
})

test('a programme that no need names is in no plan', () => {
  const unnamed = reference.needs.map((need) => ({ ...need, programs: need.programs.filter((id) => id !== 'aq') }))
  expect(unnamedPrograms(reference)).not.toContain('aq')
  expect(unnamedPrograms({ ...reference, needs: unnamed })).toContain('aq')
})

test('questions that wait for each other turn in a circle', () => {
  expect(circlesOf(reference)).toEqual([])
  expect(circlesOf(withQuestion('household', { askIf: { q: 'children_ages', op: 'in', v: ['0_4'] } }))).toEqual(
    expect.arrayContaining(['question household', 'question children_ages']),
  )
})

test('texts are compared with the French, language by language', () => {
  expect(missingTexts(root).map(({ language, urgentOnly }) => [language, urgentOnly])).toEqual([
    ['en', false],
    ['es', false],
    ['ar', false],
    ['ht', true],
  ])
  expect(missingTexts(root).find(({ language }) => language === 'ht')?.texts).toContain('reference/programs.aq')
})

test('each group says how many, then which', () => {
  expect(linesOf([{ title: 'Circles', found: ['step a', 'step b'] }])).toEqual(['Circles: 2', '  step a', '  step b'])
})

test('one id may be two facts, each named by others', () => {
  expect(factsCalled(reference, 'sin').map(({ kind }) => kind)).toEqual(['step', 'program'])
  expect(factsCalled(reference, 'nothing')).toEqual([])
  expect(namersOf(reference, { kind: 'step', id: 'sin' })).toEqual(expect.arrayContaining(['need identity']))
  expect(namersOf(reference, { kind: 'program', id: 'sin' })).toContain('need accepted_path')
  expect(namersOf(reference, { kind: 'need', id: 'distress' })).toContain('help line 811-2')
  // what is counted from the date of arrival reads its question
  expect(namersOf(reference, { kind: 'question', id: 'arrival_date' })).toEqual(
    expect.arrayContaining(['question taxes_filed', 'need citizenship', 'program ccb']),
  )
})

test('a fact taken out leaves no trace in the others', () => {
  const fewer = without(reference, { kind: 'step', id: 'sin' })
  expect(namersOf(fewer, { kind: 'step', id: 'sin' })).toEqual([])
  expect(fewer.programs).toBe(reference.programs)
})
