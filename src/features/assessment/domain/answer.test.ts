import { expect, test } from 'vitest'
import { readAnswer, withoutNeverKept, openAnswersOf, type AnswerableQuestion } from './answer.ts'

const sent = { values: [], day: '', month: '', year: '' }
const plain = { options: [], exclusive: [], neverKept: [], showsHelp: [] }
const date: AnswerableQuestion = { id: 'arrival_date', type: 'date', ...plain }
const goals: AnswerableQuestion = {
  ...plain,
  id: 'top_goals',
  type: 'multi',
  options: ['a', 'b', 'c', 'd', 'none'],
  exclusive: ['none'],
  max: 3,
}
const nowhere = () => undefined

test('31 February, the year 1800 and letters are refused with their reason', () => {
  expect(readAnswer(date, { ...sent, day: '31', month: '2', year: '2026' }, nowhere, '2026-11-23')).toEqual({
    ok: false,
    refusal: 'not-a-day',
  })
  expect(readAnswer(date, { ...sent, day: '1', month: '1', year: '1800' }, nowhere, '2026-11-23')).toEqual({
    ok: false,
    refusal: 'not-a-day',
  })
  expect(readAnswer(date, { ...sent, day: 'x', month: '1', year: '2026' }, nowhere, '2026-11-23')).toEqual({
    ok: false,
    refusal: 'not-a-day',
  })
  expect(readAnswer(date, { ...sent, day: '1', month: '1', year: '2099' }, nowhere, '2026-11-23')).toEqual({
    ok: false,
    refusal: 'day-too-far',
  })
  expect(readAnswer(date, { ...sent, day: '3', month: '9', year: '2026' }, nowhere, '2026-11-23')).toEqual({
    ok: true,
    value: '2026-09-03',
  })
})

test('an option that was never offered is refused, and so are four goals', () => {
  expect(readAnswer(goals, { ...sent, values: ['<script>'] }, nowhere, '2026-11-23')).toEqual({
    ok: false,
    refusal: 'unknown-option',
  })
  expect(readAnswer(goals, { ...sent, values: ['a', 'b', 'c', 'd'] }, nowhere, '2026-11-23')).toEqual({
    ok: false,
    refusal: 'too-many',
  })
  expect(readAnswer(goals, { ...sent, values: ['none', 'a'] }, nowhere, '2026-11-23')).toEqual({
    ok: false,
    refusal: 'contradiction',
  })
})

test('what is never kept is taken out, and a "no" beside it, before anything is kept', () => {
  const urgent = { neverKept: ['danger'], exclusive: ['none'], showsHelp: ['danger', 'no_food'] }
  expect(withoutNeverKept(urgent, ['danger', 'no_food'])).toEqual({ kept: ['no_food'], left: true, help: true })
  expect(withoutNeverKept(urgent, ['danger'])).toEqual({ kept: [], left: true, help: true })
  expect(withoutNeverKept(urgent, ['none', 'danger'])).toEqual({ kept: [], left: true, help: true })
  expect(withoutNeverKept(urgent, ['none'])).toEqual({ kept: ['none'], left: false, help: false })
})

test('a few words are kept on one line, without signs that no screen shows', () => {
  const profession: AnswerableQuestion = { id: 'profession', type: 'text', ...plain }
  const read = (values: string[]) => readAnswer(profession, { ...sent, values }, nowhere, '2026-11-23')
  expect(read(['  ingénieure\u202e\n civile '])).toEqual({ ok: true, value: 'ingénieure civile' })
  expect(read([' \u0007 '])).toEqual({ ok: false, refusal: 'nothing-chosen' })
  expect(read(['x'.repeat(500)])).toEqual({ ok: true, value: 'x'.repeat(80) })
})

test('an open answer is offered where the question has none like it', () => {
  expect(openAnswersOf({ type: 'choice', options: ['yes', 'no'] })).toEqual(['unknown', 'talk'])
  expect(openAnswersOf({ type: 'choice', options: ['yes', 'unsure'] })).toEqual(['talk'])
  expect(openAnswersOf({ type: 'date', options: [] })).toEqual(['unknown', 'not-yet', 'talk'])
})

test('a date may be typed on an Arabic or a Persian keyboard', () => {
  expect(readAnswer(date, { ...sent, day: '١٤', month: '١٠', year: '٢٠٢٦' }, nowhere, '2026-11-23')).toEqual({
    ok: true,
    value: '2026-10-14',
  })
  expect(readAnswer(date, { ...sent, day: '۳', month: '۹', year: '۲۰۲۶' }, nowhere, '2026-11-23')).toEqual({
    ok: true,
    value: '2026-09-03',
  })
})
