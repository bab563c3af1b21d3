import { readFileSync } from 'node:fs'
import { IntlMessageFormat } from 'intl-messageformat'
import { expect, test } from 'vitest'
import { z } from 'zod'

// French is the source, written for readers at A2 to B1: Kandel-Moles >= 60, LIX <= 40 a text, 20 words a sentence.
// A text is what a reader meets at once, a whole card: LIX means nothing on a label of three words.
// The labels of one file are therefore measured together; their sentences are still counted one by one.
const hardest = 40
const easiest = 60
const longest = 20
const shortestText = 10

/** Texts that may be harder, each with its reason; one that has become easy must leave this list. */
const exceptions: Record<string, string> = {}

const files = ['questions', 'domains', 'needs', 'steps', 'programs', 'help-lines'] as const
/** The words of the pages and mails that newcomers read; those of staff stay dense. */
const slices = [
  'common',
  'access',
  'assessment',
  'consent',
  'home',
  'mail',
  'matching',
  'plan',
  'registration',
] as const
const texts = [...files.flatMap((file) => textsOf(file)), ...slices.flatMap((slice) => wordsOfSlice(slice))]

test('the measure gives the values of the fixed example', () => {
  const plain =
    "Vous venez d'arriver au Québec. Nous allons vous aider. Appelez-nous au bureau. Le service est gratuit."
  expect(lix(plain)).toBeCloseTo(26.7, 1)
  expect(lix("La reconnaissance des compétences acquises à l'étranger nécessite une évaluation.")).toBeGreaterThan(
    hardest,
  )
})

test('syllables are counted as they are said, near enough', () => {
  expect(['carte', 'demandez', 'immigration', 'école', '811', 'parlent'].map(syllablesIn)).toEqual([1, 3, 4, 2, 1, 1])
  expect(kandelMoles('Demandez votre carte. Elle est gratuite.')).toBeGreaterThan(easiest)
  expect(kandelMoles('Réglementation gouvernementale interministérielle.')).toBeLessThan(easiest)
})

test('a long sentence and a hard text are seen', () => {
  expect(sentences('Un. Deux trois ! Quatre cinq six').map(wordsIn)).toEqual([
    ['Un'],
    ['Deux', 'trois'],
    ['Quatre', 'cinq', 'six'],
  ])
  expect(isHard({ id: 'x', text: `${'mot '.repeat(longest + 1)}.` })).toBe(true)
  expect(isHard({ id: 'x', text: `${'administration '.repeat(shortestText)}.` })).toBe(true)
  expect(isHard({ id: 'x', text: 'Demandez votre carte.' })).toBe(false)
})

test.each(texts)('$id reads easily', (text) => {
  expect(isHard(text), `LIX ${lix(text.text).toFixed(1)}: ${text.text}`).toBe(text.id in exceptions)
})

test('exceptions are few and have a reason', () => {
  const ids = texts.map(({ id }) => id)
  expect(Object.keys(exceptions).filter((id) => !ids.includes(id))).toEqual([])
  expect(Object.keys(exceptions).length).toBeLessThanOrEqual(texts.length * 0.03)
  for (const reason of Object.values(exceptions)) expect(reason.length).toBeGreaterThan(10)
})

type Text = { id: string; text: string }

function isHard({ text }: Text): boolean {
  if (sentences(text).some((sentence) => wordsIn(sentence).length > longest)) return true
  return wordsIn(text).length >= shortestText && (lix(text) > hardest || kandelMoles(text) < easiest)
}

/** French ease of reading (Kandel and Moles, 1958): 207 − 1.015 words a sentence − 73.6 syllables a word. */
function kandelMoles(text: string): number {
  const words = wordsIn(text)
  const syllables = words.reduce((sum, word) => sum + syllablesIn(word), 0)
  return 207 - (1.015 * words.length) / sentences(text).length - (73.6 * syllables) / words.length
}

/** Groups of vowels, a silent ending left out; a number or an acronym counts as one. */
function syllablesIn(word: string): number {
  const lower = word.toLowerCase()
  const groups = lower.match(/[aeiouyàâäéèêëîïôöùûüœæ]+/gu)?.length ?? 1
  const silent = groups > 1 && /[^aeiouyàâäéèêëîïôöùûüœæ]e(s|nt)?$/u.test(lower) ? 1 : 0
  return Math.max(1, groups - silent)
}

/** Words per sentence, plus the share of words longer than six letters (Björnsson's LIX). */
function lix(text: string): number {
  const words = wordsIn(text)
  const long = words.filter((word) => word.length > 6)
  return words.length / sentences(text).length + (100 * long.length) / words.length
}

function wordsIn(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? []
}

function sentences(text: string): string[] {
  return text.split(/[.!?]+(?=\s|$)/u).filter((sentence) => wordsIn(sentence).length > 0)
}

/** The cards of a file, and the file's short labels as one more text. */
function textsOf(file: string): Text[] {
  const path = new URL(`../../content/fr/reference/${file}.json`, import.meta.url)
  const entries = z.record(z.string(), z.unknown()).parse(JSON.parse(readFileSync(path, 'utf8')))
  const cards = Object.entries(entries).map(([id, words]) => ({ id: `${file}/${id}`, text: joined(words) }))
  const labels = cards.filter(({ text }) => wordsIn(text).length < shortestText)
  if (labels.length === 0) return cards
  return [...cards, { id: `${file}/labels`, text: labels.map(({ text }) => text).join(' ') }]
}

/** Every text of an entry as sentences: a title or a list item ends where it ends. */
function joined(words: unknown): string {
  if (typeof words === 'string') return /[.!?]\s*$/u.test(words) ? words : `${words}.`
  if (typeof words !== 'object' || words === null) return ''
  return Object.values(words).map(joined).join(' ')
}

/** The texts of a slice as they read with one value each; a label alone says nothing of ease. */
function wordsOfSlice(slice: string): Text[] {
  const path = new URL(`../../content/fr/${slice}.json`, import.meta.url)
  const entries = z.record(z.string(), z.string()).parse(JSON.parse(readFileSync(path, 'utf8')))
  return Object.entries(entries).map(([key, text]) => {
    const names = [...text.matchAll(/\{(\w+)/g)].map(([, name = '']) => [name, name === 'count' ? 3 : 'x'] as const)
    const format = new IntlMessageFormat(text, 'fr-CA', undefined, { ignoreTag: true })
    return { id: `${slice}/${key}`, text: String(format.format(Object.fromEntries(names))) }
  })
}
