import { expect, test } from 'vitest'
import { readAnswer, withoutDanger, type AnswerableQuestion } from './answer.ts'

const sent = { values: [], day: '', month: '', year: '' }
const date: AnswerableQuestion = { id: 'arrival_date', type: 'date', options: [], exclusive: [] }
const goals: AnswerableQuestion = {
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

test('danger is taken out before anything is kept', () => {
  expect(withoutDanger(['danger', 'no_food'])).toEqual({ kept: ['no_food'], danger: true })
  expect(withoutDanger(['danger'])).toEqual({ kept: [], danger: true })
  expect(withoutDanger(['none', 'danger'])).toEqual({ kept: [], danger: true })
  expect(withoutDanger(['none'])).toEqual({ kept: ['none'], danger: false })
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
