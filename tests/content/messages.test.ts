import { readFileSync } from 'node:fs'
import {
  isPluralElement,
  isSelectElement,
  parse,
  TYPE,
  type MessageFormatElement,
} from '@formatjs/icu-messageformat-parser'
import { IntlMessageFormat } from 'intl-messageformat'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { localeOf } from '#platform/text/words.ts'

// The words that newcomers and organizations meet: French is the source, the translations follow it key by key.
// The pages of the ministry's own staff stay in French and are not read here.
const slices = [
  ...['common', 'access', 'assessment', 'matching', 'plan'],
  ...['registration', 'consent', 'home', 'referral', 'mail'],
]
const translations = ['en', 'es', 'ar'] as const
const longest = 20

/** Arabic texts without an Arabic letter, each with its reason; one that has some must leave this list. */
const withoutArabic: Record<string, string> = {}

/** French sentences above the limit, each with its reason; one that has been cut must leave this list. */
const longSentences: Record<string, string> = {}

/** Nothing, one, two, few, many and the rest: together they meet every plural category of the three languages. */
const counts = [0, 1, 2, 3, 11, 100, 1_000_000]

const french = wordsOf('fr')
const cases = translations.flatMap((language) => slices.map((slice) => ({ language, slice })))

test.each(cases)('$language $slice: every French text is translated, and nothing else is', ({ language, slice }) => {
  expect(difference(french, wordsOf(language), slice)).toEqual({ missing: [], unknown: [] })
})

test.each(translations)('%s: a text takes the arguments of the French', (language) => {
  expect(withOtherArguments(french, wordsOf(language))).toEqual([])
})

test.each(translations)('%s: a plural says all its categories', (language) => {
  expect(keysWhere(wordsOf(language), (text) => missingCategories(text, language).length > 0)).toEqual([])
})

test.each(['fr', ...translations])(
  '%s: no text is empty, none has the straight apostrophe that ICU reads as a quote',
  (language) => {
    expect(keysWhere(wordsOf(language), (text) => text.trim() === '' || text.includes("'"))).toEqual([])
  },
)

test.each(['fr', ...translations])('%s: every text formats with any count', (language) => {
  const formatted = new Map([...wordsOf(language)].map(([key, text]) => [key, allFormatted(text, language).join(' ')]))
  expect(keysWhere(formatted, (text) => text.trim() === '' || /[{}]/.test(text))).toEqual([])
})

test('Arabic is written in Arabic letters, in the text and in every plural', () => {
  const latin = keysWhere(wordsOf('ar'), (text) =>
    allFormatted(text, 'ar').some((each) => !/\p{sc=Arabic}/u.test(each)),
  )
  expect(latin).toEqual(Object.keys(withoutArabic))
})

test('numbers in Arabic keep the digits of the letters people hold', () => {
  const texts = new Map([...wordsOf('ar')].map(([key, text]) => [key, allFormatted(text, 'ar').join(' ')]))
  expect(keysWhere(texts, (text) => /[٠-٩۰-۹]/.test(text))).toEqual([])
})

test('a number or a Latin name inside an Arabic sentence is isolated, so that its parts keep their order', () => {
  const mixed = /(?<![\u2066\u2068])\{(phone|id|code|name|city|organization|sender)\}/
  expect(keysWhere(wordsOf('ar'), (text) => mixed.test(text) || opened(text) !== closed(text))).toEqual([])
})

test(`a French sentence has at most ${longest} words`, () => {
  expect(keysWhere(french, isLong)).toEqual(Object.keys(longSentences))
})

test('exceptions are few and have a reason', () => {
  expect(Object.keys(longSentences).length).toBeLessThanOrEqual(french.size * 0.03)
  for (const reason of Object.values({ ...longSentences, ...withoutArabic })) expect(reason.length).toBeGreaterThan(10)
})

test('each check above sees the fault it is there for', () => {
  const source = new Map([
    ['a.hello', 'Bonjour {name}'],
    ['a.bye', 'Adieu'],
  ])
  expect(
    difference(
      source,
      new Map([
        ['a.hello', ''],
        ['a.new', 'x'],
      ]),
      'a',
    ),
  ).toEqual({ missing: ['a.bye'], unknown: ['a.new'] })
  expect(withOtherArguments(source, new Map([['a.hello', 'Hello {nmae}']]))).toEqual(['a.hello: name, not nmae'])
  expect(withOtherArguments(source, new Map([['a.bye', 'Bye {name}']]))).toEqual(['a.bye: none, not name'])
  expect(missingCategories('{n, plural, one {#} two {#} other {#}}', 'ar')).toEqual(['zero', 'few', 'many'])
  expect(missingCategories('{n, plural, =0 {none} one {#} other {#}}', 'en')).toEqual([])
  expect(() => allFormatted('{count, plural, one {#}', 'fr')).toThrow()
  expect(allFormatted('{n, plural, one {un} other {#}}', 'fr')).toContain('un')
  expect(isLong(`${'mot '.repeat(longest + 1)}.`)).toBe(true)
  expect(isLong(`${'mot '.repeat(longest)}. Encore un mot.`)).toBe(false)
})

test('the counts meet every plural category of every language', () => {
  for (const language of ['fr', ...translations]) {
    const rules = new Intl.PluralRules(localeOf(language))
    expect(new Set(counts.map((count) => rules.select(count)))).toEqual(
      new Set(rules.resolvedOptions().pluralCategories),
    )
  }
})

type Words = ReadonlyMap<string, string>

function wordsOf(language: string): Words {
  return new Map(
    slices.flatMap((slice) =>
      Object.entries(textsOf(language, slice)).map(([key, text]) => [`${slice}.${key}`, text] as const),
    ),
  )
}

function textsOf(language: string, slice: string): Record<string, string> {
  const path = new URL(`../../content/${language}/${slice}.json`, import.meta.url)
  return z.record(z.string(), z.string()).parse(JSON.parse(readFileSync(path, 'utf8')))
}

function difference(source: Words, translated: Words, slice: string) {
  const own = (words: Words) => [...words.keys()].filter((key) => key.startsWith(`${slice}.`))
  return {
    missing: own(source).filter((key) => !translated.has(key)),
    unknown: own(translated).filter((key) => !source.has(key)),
  }
}

function keysWhere(words: Words, isSo: (text: string) => boolean): string[] {
  return [...words].filter(([, text]) => isSo(text)).map(([key]) => key)
}

function withOtherArguments(source: Words, translated: Words): string[] {
  return [...translated].flatMap(([key, text]) => {
    const [wanted, given] = [argumentsOf(source.get(key) ?? text), argumentsOf(text)]
    return wanted === given ? [] : [`${key}: ${wanted || 'none'}, not ${given || 'none'}`]
  })
}

/** Names only: where French writes a plain number, another language may need its plural. */
function argumentsOf(text: string): string {
  return [...new Set(elementsOf(text).flatMap(nameOf))].sort().join(', ')
}

function nameOf(element: MessageFormatElement): string[] {
  return element.type === TYPE.literal || element.type === TYPE.pound ? [] : [element.value]
}

/** Every element of a text, those inside its plurals too. */
function elementsOf(text: string): MessageFormatElement[] {
  return parse(text, { ignoreTag: true }).flatMap(withInner)
}

function withInner(element: MessageFormatElement): MessageFormatElement[] {
  if (!isPluralElement(element) && !isSelectElement(element)) return [element]
  return [element, ...Object.values(element.options).flatMap(({ value }) => value.flatMap(withInner))]
}

function missingCategories(text: string, language: string): string[] {
  const needed = new Intl.PluralRules(localeOf(language)).resolvedOptions().pluralCategories
  return elementsOf(text)
    .filter(isPluralElement)
    .flatMap(({ options }) => needed.filter((category) => !(category in options)))
    .sort((one, other) => order.indexOf(one) - order.indexOf(other))
}
const order = ['zero', 'one', 'two', 'few', 'many', 'other']

/** The text as it reads with each count; without a count, as it reads once. */
function allFormatted(text: string, language: string): string[] {
  const format = new IntlMessageFormat(text, localeOf(language), undefined, { ignoreTag: true })
  const names = elementsOf(text).flatMap(nameOf)
  const plurals = elementsOf(text)
    .filter(isPluralElement)
    .map(({ value }) => value)
  const samples = plurals.length > 0 ? counts : [7]
  return samples.map((count) =>
    String(format.format(Object.fromEntries(names.map((name) => [name, plurals.includes(name) ? count : 'x'])))),
  )
}

function isLong(text: string): boolean {
  return allFormatted(text, 'fr')
    .flatMap((each) => each.split(/[.!?]+(?=\s|$)/u))
    .some((sentence) => wordsIn(sentence) > longest)
}

function wordsIn(sentence: string): number {
  return (sentence.match(/[\p{L}\p{N}]+/gu) ?? []).length
}

function opened(text: string): number {
  return (text.match(/[\u2066\u2068]/g) ?? []).length
}

function closed(text: string): number {
  return (text.match(/\u2069/g) ?? []).length
}
