// French speaks to each person: no word that tells a man from a woman is said of who reads, and each language says the same.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { z } from 'zod'

const slices = [
  ...['common', 'access', 'assessment', 'matching', 'plan', 'registration', 'consent', 'home', 'referral', 'mail'],
  ...['questions', 'needs', 'steps', 'programs', 'domains', 'help-lines'].map((name) => `reference/${name}`),
]

/** Words that take an -e of a woman, after a verb that makes them hers. */
const said = [
  /\b(je suis|vous (êtes|serez|étiez|soyez))( \p{L}+ment| déjà| encore| bien| plus| moins)* (bloqué|inscrit|arrivé|né|prêt|seul|accompagné|perdu|admis|nombreux|résident|citoyen|étudiant|réfugié|travailleur|choisi)(?!\p{L})/iu,
  /\b(j’ai|vous (avez|aurez|aviez)) (bien |déjà )?été (\p{L}+[éi]|reçu|admis|inscrit)(?!\p{L})/iu,
  /\bet être (\p{L}+[éi]|reçu)(?!\p{L})/iu,
  /\b(moins|tout) seul avec/iu,
]

test.each(slices)('%s: no French word tells whether a man or a woman reads', (slice) => {
  expect(textsOf('fr', slice).filter(isGendered)).toEqual([])
})

test('a gendered word is seen, and its neutral neighbours are not', () => {
  for (const text of [
    'C’est fait, vous êtes inscrit',
    'Je suis bloqué : appelez-moi',
    'Vous êtes déjà arrivé ?',
    'Avez-vous reçu ? Vous avez été reçu.',
    'Garder mon plan et être accompagné',
  ])
    expect(isGendered(text), text).toBe(true)
  for (const text of [
    'Vous êtes en sécurité',
    'Je suis sur une liste',
    'La personne a été reçue',
    'Vous êtes inscrite',
  ])
    expect(isGendered(text), text).toBe(false)
})

test('the service shown for a need is one to call first, in every language', () => {
  const calls = { fr: /appeler d’abord/, en: /call first/, es: /llamar primero/, ar: /تتصلون بها أولًا/ }
  for (const [language, words] of Object.entries(calls))
    expect(messagesOf(language, 'plan')['help.text'], language).toMatch(words)
})

test('no newcomer meets the number of a version', () => {
  for (const language of ['fr', 'en', 'es', 'ar'])
    expect(messagesOf(language, 'plan')['version'], language).not.toMatch(/\{number\}/)
})

function isGendered(text: string): boolean {
  return said.some((each) => each.test(text))
}

function messagesOf(language: string, slice: string): Record<string, unknown> {
  const path = new URL(`../../content/${language}/${slice}.json`, import.meta.url)
  return z.record(z.string(), z.unknown()).parse(JSON.parse(readFileSync(path, 'utf8')))
}

function textsOf(language: string, slice: string): string[] {
  return leaves(messagesOf(language, slice))
}

function leaves(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : []
}
