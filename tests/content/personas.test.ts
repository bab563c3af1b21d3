// People who do not exist, and what they must be told: written by hand from the rules in prose, by readers of the facts.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '#platform/config/root.ts'
import { loadReference } from '#platform/reference/load.ts'
import { answerOf, expectedOf, regionOf } from './personas/answer.ts'
import { readPersonas } from './personas/read.ts'

const reference = loadReference(root)
const personas = readPersonas(join(import.meta.dirname, 'personas'))
const questions = new Map(reference.questions.map((question) => [question.id, question]))

test.each(personas)('$name: what to do now and later, and which programmes', (persona) => {
  expect(answerOf(reference, persona, regionOf(reference, persona))).toEqual(expectedOf(persona))
})

test.each(personas)('$name answers only what is asked, and keeps to its options', ({ profile }) => {
  const wrong = Object.entries(profile).flatMap(([id, answer]) => {
    const question = questions.get(id)
    if (!question) return [`${id} is no question`]
    if (Array.isArray(answer) !== (question.type === 'multi')) return [`${id} is not answered in its form`]
    if (question.type !== 'choice' && question.type !== 'multi') return []
    const unknown = [answer].flat().filter((each) => !question.options.includes(String(each)))
    const unkept = [answer].flat().filter((each) => question.neverKept.includes(String(each)))
    return [...unknown.map((each) => `${id} has no ${each}`), ...unkept.map((each) => `${id} never keeps ${each}`)]
  })
  expect(wrong).toEqual([])
})

test('names tell personas apart', () => {
  expect(new Set(personas.map(({ name }) => name)).size).toBe(personas.length)
})

test('a folder without personas proves nothing, and says so', () => {
  const empty = mkdtempSync(join(tmpdir(), 'aq-personas-'))
  expect(() => readPersonas(empty)).toThrow(/No persona/)
  rmSync(empty, { recursive: true })
})
