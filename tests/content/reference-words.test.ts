import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { questionsOf, type Condition } from '#kernel/rule.ts'

/** Questions that conditions already read and that the question file does not ask yet. */
const questionsToCome = new Set([
  ...['days_since_arrival', 'days_to_permit_expiry', 'work_conditions', 'health_need', 'pregnant', 'legal_issue', 'wish_stay', 'literacy'],
  ...['fr_read', 'studies_where', 'recognition_done', 'regulated', 'housing_cost', 'housing_problem', 'school_done'],
  ...['childcare_need', 'child_needs', 'benefits_children', 'transit_ok', 'network', 'feel', 'digital_help'],
])
const languages = ['fr', 'en', 'ar'] as const
const files = ['questions', 'domains', 'needs', 'steps', 'help-lines'] as const

const proof = { asOf: z.iso.date(), confidence: z.string().min(1), sources: z.array(z.string().min(1)) }
const condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(condition).min(1) }),
    z.strictObject({ any: z.array(condition).min(1) }),
    z.strictObject({ not: condition }),
    z.strictObject({
      q: z.string(),
      op: z.enum(['eq', 'in', 'includes_any', 'lt', 'gt']),
      v: z.union([z.string(), z.number(), z.array(z.string()).min(1)]),
    }),
  ]),
)
const statusFact = z.strictObject({ code: z.string(), ...proof })
const domainFact = z.strictObject({ id: z.string() })
const questionFact = z.strictObject({
  id: z.string(),
  domain: z.string(),
  type: z.enum(['choice', 'multi', 'date', 'place']),
  options: z.array(z.string()),
  exclusive: z.array(z.string()),
  max: z.number().optional(),
  askIf: condition.nullable(),
  sensitive: z.boolean(),
  ...proof,
})
const stepFact = z.strictObject({
  id: z.string(),
  domain: z.string(),
  priority: z.enum(['urgent', 'high', 'normal']),
  when: z.strictObject({
    anchor: z.string(),
    fromDay: z.number(),
    toDay: z.number().nullable(),
    hardDeadline: z.boolean(),
    adviceDay: z.number().optional(),
  }),
  ownNotice: z.boolean(),
  prerequisites: z.array(z.string()),
  who: z.strictObject({ statuses: z.array(z.string()).min(1), condition: condition.nullable(), unclear: z.boolean() }),
  nature: z.enum(['right', 'duty', 'tip']),
  officialName: z.string().min(1),
  officialBody: z.string().min(1),
  officialUrl: z.url().nullable(),
  cost: z.strictObject({ fr: z.string().min(1), en: z.string().min(1), ar: z.string().regex(/[\p{N}\p{sc=Arabic}]/u) }),
  ...proof,
})
const needFact = z.strictObject({
  id: z.string(),
  domain: z.string(),
  trigger: condition.nullable(),
  steps: z.array(z.string()).min(1),
  priority: z.number().int().min(1).max(4),
  services: z.boolean(),
  ...proof,
})
const helpLineFact = z.strictObject({
  id: z.string(),
  tel: z
    .string()
    .regex(/^(\d{3}|\+1\d{10})$/)
    .nullable(),
  alwaysOpen: z.boolean(),
  forAnswers: z.array(z.string()),
  forNeeds: z.array(z.string()),
  ...proof,
})

const statuses = z.array(statusFact).parse(read('reference/statuses.json'))
const domains = z.array(domainFact).parse(read('reference/domains.json'))
const questions = z.array(questionFact).parse(read('reference/questions.json'))
const steps = z.array(stepFact).parse(read('reference/steps.json'))
const needs = z.array(needFact).parse(read('reference/needs.json'))
const helpLines = z.array(helpLineFact).parse(read('reference/help-lines.json'))

const factIds: Record<(typeof files)[number], string[]> = {
  questions: questions.map(({ id }) => id),
  domains: domains.map(({ id }) => id),
  needs: needs.map(({ id }) => id),
  steps: steps.map(({ id }) => id),
  'help-lines': helpLines.map(({ id }) => id),
}
const statusCodes = statuses.map(({ code }) => code)

const cases = languages.flatMap((language) => files.map((file) => ({ language, file })))

test.each(cases)('$language $file: one entry of words for each fact, none too many', ({ language, file }) => {
  expect(Object.keys(wordsOf(language, file)).sort()).toEqual([...factIds[file]].sort())
})

test.each(cases)('$language $file: the same keys and lengths as the French', ({ language, file }) => {
  expect(shape(wordsOf(language, file))).toEqual(shape(wordsOf('fr', file)))
})

test.each(cases)('$language $file: no empty text, and its own script', ({ language, file }) => {
  expect(unreadable(wordsOf(language, file), language)).toEqual([])
})

test.each(languages)('%s: every option has its label, every sensitive question says why it is asked', (language) => {
  const entry = z.object({ why: z.string().nullable(), options: z.record(z.string(), z.string()) })
  const words = z.record(z.string(), entry).parse(wordsOf(language, 'questions'))
  for (const { id, sensitive, ...question } of questions) {
    expect(Object.keys(words[id]?.options ?? {}).sort(), id).toEqual([...question.options].sort())
    expect(words[id]?.why !== null, id).toBe(sensitive)
  }
})

test.each(languages)('%s: a step has the words that its facts call for', (language) => {
  const entry = z.object({ unclear: z.string(), afterDeadline: z.string(), ownNotice: z.string() }).partial()
  const words = z.record(z.string(), entry).parse(wordsOf(language, 'steps'))
  for (const { id, who, ownNotice, when } of steps) {
    expect(words[id]?.unclear !== undefined, `${id} unclear`).toBe(who.unclear)
    expect(words[id]?.ownNotice !== undefined, `${id} own notice`).toBe(ownNotice)
    if (when.hardDeadline) expect(words[id]?.afterDeadline, `${id} after its deadline`).toBeDefined()
  }
})

test('no id is written twice', () => {
  for (const ids of [...Object.values(factIds), statusCodes]) expect(new Set(ids).size).toBe(ids.length)
})

const raised = needs.flatMap((need) => need.steps)
const references = [
  { what: 'domains', named: [...questions, ...needs, ...steps].map(({ domain }) => domain), known: factIds.domains },
  { what: 'statuses', named: steps.flatMap(({ who }) => who.statuses), known: statusCodes },
  { what: 'steps of needs', named: raised, known: factIds.steps },
  { what: 'prerequisites', named: steps.flatMap((step) => step.prerequisites), known: factIds.steps },
  { what: 'needs of help lines', named: helpLines.flatMap(({ forNeeds }) => forNeeds), known: factIds.needs },
  {
    what: 'answers of help lines',
    named: helpLines.flatMap((line) => line.forAnswers),
    known: optionsOf('urgent_now'),
  },
  { what: 'steps, each raised by a need', named: factIds.steps, known: raised },
  ...questions.map(({ id, exclusive }) => ({ what: `exclusive ${id}`, named: exclusive, known: optionsOf(id) })),
]
test.each(references)('$what: every id that a fact names exists', ({ named, known }) => {
  expect(unknown(named, known)).toEqual([])
})

test('the status question offers every status, the goals every domain', () => {
  expect(optionsOf('status')).toEqual([...statusCodes, 'unsure', 'not_say'])
  expect(optionsOf('top_goals')).toEqual(factIds.domains)
})

test('conditions read known questions and offered answers', () => {
  const asked = questions.map(({ askIf }) => askIf)
  const applied = [...needs.map(({ trigger }) => trigger), ...steps.map(({ who }) => who.condition)]
  for (const each of [...asked, ...applied]) expect(wrongReads(each), JSON.stringify(each)).toEqual([])
})

test('the answer "danger" raises nothing: it is never stored', () => {
  expect(JSON.stringify([needs.map(({ trigger }) => trigger), steps.map(({ who }) => who)])).not.toContain('"danger"')
})

test('prerequisites have no cycle', () => {
  expect(inCycle(new Map(steps.map((step) => [step.id, step.prerequisites])))).toEqual([])
})

test('a question to come leaves the list once it is asked', () => {
  expect(factIds.questions.filter((id) => questionsToCome.has(id))).toEqual([])
})

test('each check above sees the fault it is there for', () => {
  expect(shape({ a: { bring: ['x'], help: null } })).not.toEqual(shape({ a: { bring: ['x', 'y'], help: null } }))
  expect(shape({ a: { help: null } })).not.toEqual(shape({ a: { help: 'x' } }))
  expect(unreadable({ a: { title: ' ' } }, 'fr')).toEqual(['a.title'])
  expect(unreadable({ a: { bring: ['مدرسة', 'School'] } }, 'ar')).toEqual(['a.bring.1'])
  expect(unknown(['sin', 'ghost'], factIds.steps)).toEqual(['ghost'])
  expect(wrongReads({ not: { q: 'ghost', op: 'eq', v: 'x' } })).toEqual(['ghost'])
  expect(wrongReads({ all: [{ q: 'where', op: 'in', v: ['quebec', 'moon'] }] })).toEqual(['where: moon'])
  expect(inCycle(new Map(Object.entries({ a: ['b'], b: ['a'], c: ['a'], d: [] })))).toEqual(['a', 'b', 'c'])
  expect(needFact.safeParse({ ...needs[0], sources: undefined }).success).toBe(false)
  expect(stepFact.safeParse({ ...steps[0], asOf: 'soon' }).success).toBe(false)
})

function read(path: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'))
}

function wordsOf(language: string, file: string): Record<string, unknown> {
  return z.record(z.string(), z.unknown()).parse(read(`content/${language}/reference/${file}.json`))
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

function unreadable(words: unknown, language: string): string[] {
  const readable = language === 'ar' ? /\p{sc=Arabic}/u : /[\p{sc=Latin}\p{N}]/u
  return leaves(words).flatMap(([path, leaf]) => (typeof leaf === 'string' && !readable.test(leaf) ? [path] : []))
}

function optionsOf(id: string): string[] {
  return questions.find((question) => question.id === id)?.options ?? []
}

function unknown(named: readonly string[], existing: readonly string[]): string[] {
  return named.filter((id) => !existing.includes(id))
}

/** Questions that nobody asks, and answers that an asked question does not offer. */
function wrongReads(condition: Condition | null): string[] {
  if (condition === null) return []
  if ('all' in condition) return condition.all.flatMap(wrongReads)
  if ('any' in condition) return condition.any.flatMap(wrongReads)
  if ('not' in condition) return wrongReads(condition.not)
  if (!factIds.questions.includes(condition.q)) return questionsOf(condition).filter((id) => !questionsToCome.has(id))
  return unknown([condition.v].flat().map(String), optionsOf(condition.q)).map((value) => `${condition.q}: ${value}`)
}

/** What is left once every step whose prerequisites are settled has been taken away. */
function inCycle(prerequisites: ReadonlyMap<string, readonly string[]>): string[] {
  const left = new Map(prerequisites)
  const free = () => [...left].filter(([, before]) => !before.some((id) => left.has(id)))
  for (let settled = free(); settled.length > 0; settled = free()) for (const [id] of settled) left.delete(id)
  return [...left.keys()].sort()
}
