// A fault in the facts or their words stops the start with one sentence that says where; each is planted in a copy.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { root } from '#platform/config/root.ts'
import { loadReference, ReferenceError } from '#platform/reference/load.ts'

let copy = ''
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'reference-'))
  for (const folder of ['reference', 'content']) cpSync(join(root, folder), join(copy, folder), { recursive: true })
})
afterAll(() => rmSync(copy, { recursive: true, force: true }))

test('the copy is sound', () => {
  expect(loadReference(copy).steps.length).toBe(111)
})

type Planted = { fault: string; file: string; from: string | RegExp; to: string; says: RegExp }
const faults: readonly Planted[] = [
  {
    fault: 'a need that names an unknown step',
    file: 'reference/needs.json',
    from: '"shelter-tonight"',
    to: '"shelter-tonite"',
    says: /needs\.json line \d+: "roof_now" names the step "shelter-tonite"/,
  },
  {
    fault: 'a condition on a question that nobody asks',
    file: 'reference/needs.json',
    from: '"q": "housing_now"',
    to: '"q": "housing_then"',
    says: /needs\.json line \d+: "roof_now" reads the question "housing_then"/,
  },
  {
    fault: 'a circle of prerequisites',
    file: 'reference/steps.json',
    from: /("id": "phone-line"[\s\S]*?"prerequisites": \[)[^\]]*\]/,
    to: '$1"bank-account"]',
    says: /steps\.json line \d+: the prerequisites of "(phone-line|bank-account)" lead back to it/,
  },
  {
    fault: 'an impossible date',
    file: 'reference/steps.json',
    from: '"asOf": "2026-11-24"',
    to: '"asOf": "2026-02-31"',
    says: /steps\.json line \d+: 0\.asOf is wrong/,
  },
  {
    fault: 'a window that ends before it begins',
    file: 'reference/steps.json',
    from: /("id": "pre-docs"[\s\S]*?"toDay": )-14/,
    to: '$1-200',
    says: /steps\.json line \d+: the window of "pre-docs" ends before it begins/,
  },
  {
    fault: 'a status that a rule forgets',
    file: 'reference/programs.json',
    from: '"visitor",',
    to: '',
    says: /programs\.json line \d+: "\w+" speaks 0 times of the status "visitor"/,
  },
  {
    fault: 'a need without a trigger outside the compartment',
    file: 'reference/needs.json',
    from: /("id": "roof_now"[\s\S]*?"trigger": )\{[\s\S]*?\},\n {4}"unless"/,
    to: '$1"compartment",\n    "unless"',
    says: /needs\.json line \d+: 1\.trigger is wrong/,
  },
  {
    fault: 'a comma too many',
    file: 'reference/domains.json',
    from: '[',
    to: '[,',
    says: /domains\.json.* is not JSON/,
  },
]

test.each(faults)('$fault stops the start', ({ file, from, to, says }) => {
  const path = join(copy, file)
  const sound = readFileSync(path, 'utf8')
  const broken = sound.replace(from, to)
  expect(broken, 'the fault is planted').not.toBe(sound)
  writeFileSync(path, broken)
  try {
    expect(() => loadReference(copy)).toThrow(says)
    expect(() => loadReference(copy)).toThrow(ReferenceError)
  } finally {
    writeFileSync(path, sound)
  }
})

test('a language without its words stops the start, and names the file', () => {
  const path = join(copy, 'content/ar/reference/steps.json')
  const sound = readFileSync(path, 'utf8')
  rmSync(path)
  expect(() => loadReference(copy)).toThrow(
    /content\/ar\/reference\/steps\.json cannot be read|reference\/steps\.json cannot be read/,
  )
  writeFileSync(path, sound)
})

test('words for all but one fact stop the start', () => {
  const path = join(copy, 'content/es/reference/steps.json')
  const sound = readFileSync(path, 'utf8')
  writeFileSync(path, sound.replace('"sin":', '"sinn":'))
  expect(() => loadReference(copy)).toThrow(/steps\.json.*"sin"/)
  writeFileSync(path, sound)
})
