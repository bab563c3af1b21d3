import { parseDay, writtenDay } from '#kernel/day.ts'
import type { Fact } from '#kernel/profile.ts'
import { accept, refuse, type Result } from '#kernel/result.ts'

export type AnswerableQuestion = {
  id: string
  type: 'choice' | 'multi' | 'date' | 'place' | 'text'
  options: readonly string[]
  exclusive: readonly string[]
  max?: number | undefined
  /** Answers of which nothing is kept, not even that they were given. */
  neverKept: readonly string[]
  /** Answers that show telephone numbers at once. */
  showsHelp: readonly string[]
}
export type AnswerRefusal =
  'nothing-chosen' | 'unknown-option' | 'too-many' | 'contradiction' | 'not-a-day' | 'day-too-far' | 'unknown-place'

/** What a form sent for a question; a date comes in three parts, as people say it. */
export type Sent = { values: readonly string[]; day: string; month: string; year: string }
export type PlaceFinder = (text: string) => { label: string; region: string } | undefined

/** The answer to keep, or why it cannot be one. `danger` is the caller's: it never comes here. */
export function readAnswer(
  question: AnswerableQuestion,
  sent: Sent,
  findPlace: PlaceFinder,
  today: string,
): Result<Fact, AnswerRefusal> {
  if (question.type === 'date') return readDate(sent, today)
  if (question.type === 'place') return readPlace(sent, findPlace)
  if (question.type === 'text') return readText(sent)
  const values = [...new Set(sent.values.filter(Boolean))]
  if (values.length === 0) return refuse('nothing-chosen')
  if (values.some((value) => !question.options.includes(value))) return refuse('unknown-option')
  if (question.type === 'choice') return values.length === 1 && values[0] ? accept(values[0]) : refuse('contradiction')
  if (values.length > (question.max ?? question.options.length)) return refuse('too-many')
  if (values.length > 1 && values.some((value) => question.exclusive.includes(value))) return refuse('contradiction')
  return accept(values)
}

function readDate(sent: Sent, today: string): Result<Fact, AnswerRefusal> {
  const typed = writtenDay(sent)
  if (typed === '') return refuse('nothing-chosen')
  const written = parseDay(typed)
  if (!written) return refuse('not-a-day')
  const distance = Number(written.slice(0, 4)) - Number(today.slice(0, 4))
  return Math.abs(distance) > 80 || distance > 20 ? refuse('day-too-far') : accept(written)
}

function readPlace({ values }: Sent, findPlace: PlaceFinder): Result<Fact, AnswerRefusal> {
  const text = (values[0] ?? '').trim()
  if (!text) return refuse('nothing-chosen')
  const place = findPlace(text)
  return place ? accept(place.label) : refuse('unknown-place')
}

const longestText = 80

/** A few words on one line; signs that no screen shows are taken out. */
function readText({ values }: Sent): Result<Fact, AnswerRefusal> {
  const text = (values[0] ?? '')
    .replace(/[\p{Cc}\p{Cf}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, longestText)
  return text ? accept(text) : refuse('nothing-chosen')
}

/** "I don't know", "not yet" and "I prefer to talk about it": answers, though the rules learn nothing from them. */
export const openAnswers = ['unknown', 'not-yet', 'talk'] as const
export type OpenAnswer = (typeof openAnswers)[number]

export function isOpenAnswer(text: string): text is OpenAnswer {
  return openAnswers.some((each) => each === text)
}

/** Which open answers a question takes beside its own options, which may say the same; only a date can be "not yet". */
export function openAnswersOf({ options, type }: Pick<AnswerableQuestion, 'options' | 'type'>): OpenAnswer[] {
  const fits = { unknown: !options.includes('unsure'), 'not-yet': type === 'date', talk: true }
  return openAnswers.filter((each) => fits[each])
}

/**
 * What of an answer is kept. What is never kept is shown its page and leaves no trace at all; a "no" ticked beside it goes too:
 * kept, it would contradict the page that was shown, and so tell of it.
 */
export function withoutNeverKept(
  question: Pick<AnswerableQuestion, 'neverKept' | 'exclusive' | 'showsHelp'>,
  values: readonly string[],
): { kept: string[]; left: boolean; help: boolean } {
  const left = values.some((value) => question.neverKept.includes(value))
  const kept = values.filter(
    (value) => !question.neverKept.includes(value) && !(left && question.exclusive.includes(value)),
  )
  return { kept, left, help: values.some((value) => question.showsHelp.includes(value)) }
}

/**
 * Would a record of which page came next tell that something unkept was said beside a kept answer? It would where some kept
 * answer does not lead to the help page of itself; then no record stays of any answer, so that its absence tells nothing.
 */
export function nextPageTells({
  options,
  exclusive,
  neverKept,
  showsHelp,
}: Pick<AnswerableQuestion, 'options' | 'exclusive' | 'neverKept' | 'showsHelp'>): boolean {
  const leadsOn = (each: string) => !neverKept.includes(each) && !showsHelp.includes(each) && !exclusive.includes(each)
  return neverKept.length > 0 && options.some(leadsOn)
}
