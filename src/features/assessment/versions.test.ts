// An assessment keeps the version of the questions it began with.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { root } from '#platform/config/root.ts'
import { loadReference } from '#platform/reference/load.ts'
import { questionsOf } from './knowledge.ts'

let copy = ''
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'questions-'))
  for (const folder of ['reference', 'content']) cpSync(join(root, folder), join(copy, folder), { recursive: true })
  const older = readFileSync(join(copy, 'reference/question-sets/2026-11.json'), 'utf8')
  const newer = older
    .replace('"version": "2026-11"', '"version": "2027-03"')
    .replace(/ {4}\{\n {6}"id": "region_open"[\s\S]*?\n {4}\},\n/, '')
  writeFileSync(join(copy, 'reference/question-sets/2027-03.json'), newer)
})
afterAll(() => rmSync(copy, { recursive: true, force: true }))

test('a question that a need still reads cannot leave the newest set: the start says so', () => {
  expect(() => loadReference(copy)).toThrow(/"region" reads the question "region_open", which nobody asks/)
})

test('both versions stand side by side', () => {
  const path = join(copy, 'reference/question-sets/2027-03.json')
  const older = readFileSync(join(copy, 'reference/question-sets/2026-11.json'), 'utf8')
  const shorter = older.replace('"version": "2026-11"', '"version": "2027-03"').replace(/"core": true/, '"core": false')
  writeFileSync(path, shorter)
  const reference = loadReference(copy)
  const cores = (version?: string) => questionsOf(reference, version).filter(({ question }) => question.core).length
  expect(reference.currentSet).toBe('2027-03')
  expect(cores('2026-11')).toBe(cores() + 1)
  expect(cores('1999-01')).toBe(cores()) // a version that is gone is the current one
})
