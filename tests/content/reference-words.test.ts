// The words of the facts: one entry for each, in every language, of one shape. The facts themselves are checked at the start.
import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { isUrgentOnly, languages, type Language } from '#kernel/language.ts'
import { root } from '#platform/config/root.ts'
import { loadReference } from '#platform/reference/load.ts'

const reference = loadReference(root)
const ids = (facts: readonly { id: string }[]) => facts.map(({ id }) => id)
const factIds: Record<string, readonly string[]> = {
  questions: ids(reference.questions),
  domains: reference.domains,
  needs: ids(reference.needs),
  steps: ids(reference.steps),
  programs: ids(reference.programs),
  statuses: reference.statuses,
  'help-lines': ids(reference.helpLines),
}
const whole = languages.filter((language) => !isUrgentOnly(language))
const cases = whole.flatMap((language) => Object.keys(factIds).map((file) => ({ language, file })))
const partial = languages.filter(isUrgentOnly).flatMap((language) =>
  Object.keys(factIds)
    .filter((file) => existsSync(new URL(pathOf(language, file), import.meta.url)))
    .map((file) => ({ language, file })),
)

test.each(cases)('$language $file: one entry of words for each fact, none too many', ({ language, file }) => {
  expect(Object.keys(wordsOf(language, file)).sort()).toEqual([...(factIds[file] ?? [])].sort())
})

test.each([...cases, ...partial])('$language $file: the same keys and lengths as the French', ({ language, file }) => {
  const french = wordsOf('fr', file)
  for (const [id, words] of Object.entries(wordsOf(language, file))) expect(shape(words), id).toEqual(shape(french[id]))
})

test.each([...cases, ...partial])('$language $file: no empty text, and its own script', ({ language, file }) => {
  expect(unreadable(wordsOf(language, file), language)).toEqual([])
})

/** What a person in danger, without a roof, exploited, or who has just asked for asylum must be able to read. */
const urgentSteps = [
  ...[
    'violence-help',
    'psychosocial',
    'shelter-tonight',
    'asylum-lodging',
    'find-home',
    'last-resort',
    'labour-rights',
  ],
  ...['tfw-contract', 'vulnerable-permit', 'legal-clinic', 'asylum-lawyer', 'asylum-boc', 'asylum-medical', 'ifhp'],
  ...['asylum-work-permit', 'asylum-address', 'asylum-hearing', 'refused-deadlines', 'removal-notice'],
]

test.each(languages.filter(isUrgentOnly))(
  '%s has the urgent pages: the numbers, the first question, the steps',
  (language) => {
    const words = reference.words(language)
    expect(urgentSteps.filter((id) => !words.has('steps', id))).toEqual([])
    expect(ids(reference.helpLines).filter((id) => !words.has('helpLines', id))).toEqual([])
    expect(words.has('questions', 'urgent_now')).toBe(true)
  },
)

test.each(whole)('%s: every option has its label, every sensitive question says why it is asked', (language) => {
  const words = reference.words(language).questions
  for (const { id, sensitive, options } of reference.questions) {
    expect(Object.keys(words[id]?.options ?? {}).sort(), id).toEqual([...options].sort())
    expect(words[id]?.why !== null, id).toBe(sensitive)
  }
})

test.each(whole)('%s: a step has the words that its facts call for', (language) => {
  const words = reference.words(language).steps
  for (const { id, who, ownNotice, when } of reference.steps) {
    expect(words[id]?.unclear !== undefined, `${id} unclear`).toBe(who.unclear)
    expect(words[id]?.ownNotice !== undefined, `${id} own notice`).toBe(ownNotice)
    if (when.hardDeadline) expect(words[id]?.afterDeadline, `${id} after its deadline`).toBeDefined()
  }
})

test('each check above sees the fault it is there for', () => {
  expect(shape({ a: { bring: ['x'], help: null } })).not.toEqual(shape({ a: { bring: ['x', 'y'], help: null } }))
  expect(shape({ a: { help: null } })).not.toEqual(shape({ a: { help: 'x' } }))
  expect(unreadable({ a: { title: ' ' } }, 'fr')).toEqual(['a.title'])
  expect(unreadable({ a: { bring: ['مدرسة', 'School'] } }, 'ar')).toEqual(['a.bring.1'])
  expect(unreadable({ a: { french: 'AVUC' } }, 'ar')).toEqual([])
})

function pathOf(language: Language, file: string): string {
  return `../../content/${language}/reference/${file}.json`
}

function wordsOf(language: Language, file: string): Record<string, unknown> {
  return z
    .record(z.string(), z.unknown())
    .parse(JSON.parse(readFileSync(new URL(pathOf(language, file), import.meta.url), 'utf8')))
}

/** Every leaf by its path; an absent text (null) is a leaf of its own kind. */
function leaves(value: unknown, path = ''): [string, unknown][] {
  if (typeof value !== 'object' || value === null) return [[path, value]]
  return Object.entries(value).flatMap(([key, each]) => leaves(each, path ? `${path}.${key}` : key))
}

function shape(words: unknown): string[] {
  return leaves(words)
    .map(([path, leaf]) => `${path}: ${leaf === null ? 'none' : typeof leaf}`)
    .sort()
}

/** Texts without a letter of their language's script; official French terms stay French everywhere. */
function unreadable(words: unknown, language: string): string[] {
  const readable = language === 'ar' ? /\p{sc=Arabic}|^[\p{N}\p{Sc}\s.,]+$/u : /[\p{sc=Latin}\p{N}]/u
  return leaves(words).flatMap(([path, leaf]) =>
    typeof leaf === 'string' && !readable.test(leaf) && !(/\.french$/.test(path) && leaf.trim() !== '') ? [path] : [],
  )
}
