import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import type { z } from 'zod'
import { languages, type Language } from '#kernel/language.ts'
import * as shape from './schema.ts'

export class ReferenceError extends Error {
  override name = 'ReferenceError'
}

export type ReferenceWords = {
  questions: z.infer<typeof shape.questionWords>
  domains: z.infer<typeof shape.titleWords>
  needs: z.infer<typeof shape.titleWords>
  steps: z.infer<typeof shape.stepWords>
  helpLines: z.infer<typeof shape.helpLineWords>
}

export type Place = { name: string; lat: number; lon: number; region: string }

/** All facts and their words, checked once at boot; nothing here changes while the service runs. */
export type Reference = {
  statuses: readonly string[]
  domains: readonly string[]
  questions: readonly shape.Question[]
  needs: readonly shape.Need[]
  steps: readonly shape.Step[]
  helpLines: readonly shape.HelpLine[]
  regions: readonly shape.Region[]
  holidays: ReadonlySet<string>
  fsas: ReadonlyMap<string, Place>
  places: readonly Place[]
  words: (language: Language) => ReferenceWords
}

/** Reads reference/ and content/<language>/reference/; a fault stops the start with one sentence naming file and place. */
export function loadReference(root: string): Reference {
  const facts = <T>(name: string, schema: z.ZodType<T>) => readJson(join(root, 'reference', name), schema)
  const steps = facts('steps.json', shape.steps)
  const needs = facts('needs.json', shape.needs)
  const questions = facts('questions.json', shape.questions)
  requireKnown('reference/needs.json', needs.flatMap((need) => need.steps), steps.map((step) => step.id))
  requireKnown('reference/steps.json', steps.flatMap((step) => step.prerequisites), steps.map((step) => step.id))
  const words = new Map(languages.map((language) => [language, readWords(root, language)]))
  const french = words.get('fr')
  if (!french) throw new ReferenceError('content/fr/reference is missing.')
  return {
    statuses: facts('statuses.json', shape.statuses).map((status) => status.code),
    domains: facts('domains.json', shape.domains).map((domain) => domain.id),
    questions,
    needs,
    steps,
    helpLines: facts('help-lines.json', shape.helpLines),
    regions: facts('regions.json', shape.regions),
    holidays: new Set(facts('holidays.json', shape.holidays).holidays.flatMap((holiday) => holiday.dates)),
    fsas: new Map(readCsv(join(root, 'reference/geo/fsa.csv')).map((row) => [row['fsa'] ?? '', placeOf(row, 'place')])),
    places: readCsv(join(root, 'reference/geo/places.csv')).map((row) => placeOf(row, 'name')),
    words: (language) => words.get(language) ?? french,
  }
}

function readWords(root: string, language: Language): ReferenceWords {
  const read = <T>(name: string, schema: z.ZodType<T>) => readJson(join(root, 'content', language, 'reference', name), schema)
  return {
    questions: read('questions.json', shape.questionWords),
    domains: read('domains.json', shape.titleWords),
    needs: read('needs.json', shape.titleWords),
    steps: read('steps.json', shape.stepWords),
    helpLines: read('help-lines.json', shape.helpLineWords),
  }
}

function readJson<T>(path: string, schema: z.ZodType<T>): T {
  let value: unknown
  try {
    value = JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    throw new ReferenceError(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`)
  }
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  throw new ReferenceError(`${path} is wrong at ${issue?.path.join('.') ?? 'its root'}: ${issue?.message ?? 'unknown'}`)
}

function requireKnown(file: string, used: string[], known: string[]): void {
  const ids = new Set(known)
  const unknown = used.find((id) => !ids.has(id))
  if (unknown) throw new ReferenceError(`${file} names "${unknown}", which does not exist.`)
}

function readCsv(path: string): Record<string, string>[] {
  return parse(readFileSync(path, 'utf8'), { columns: true })
}

function placeOf(row: Record<string, string>, nameColumn: string): Place {
  return { name: row[nameColumn] ?? '', lat: Number(row['lat']), lon: Number(row['lon']), region: row['region'] ?? '' }
}
