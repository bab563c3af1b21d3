import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import type { z } from 'zod'
import { languages, sourceLanguage, type Language } from '#kernel/language.ts'
import { requireSound } from './faults.ts'
import { readFacts, ReferenceError } from './read.ts'
import * as shape from './schema.ts'
import { readWords, requireWords, type ReferenceWords } from './words.ts'

export { ReferenceError } from './read.ts'
export type { ReferenceWords } from './words.ts'

export type Place = { name: string; lat: number; lon: number; region: string }
/** The questions of one version, as they were when an assessment began with them. */
export type QuestionSet = z.infer<typeof shape.questionSet>

/** All facts and their words, checked once at boot; nothing here changes while the service runs. */
export type Reference = {
  statuses: readonly string[]
  domains: readonly string[]
  /** The questions asked of whoever begins today. */
  questions: readonly shape.Question[]
  questionSets: ReadonlyMap<string, QuestionSet>
  currentSet: string
  needs: readonly shape.Need[]
  steps: readonly shape.Step[]
  programs: readonly shape.Program[]
  helpLines: readonly shape.HelpLine[]
  regions: readonly shape.Region[]
  synonyms: shape.Synonyms
  holidays: ReadonlySet<string>
  fsas: ReadonlyMap<string, Place>
  places: readonly Place[]
  words: (language: Language) => ReferenceWords
}

/** Reads reference/ and content/<language>/reference/; a fault stops the start with one sentence naming file and line. */
export function loadReference(root: string): Reference {
  const facts = <T>(name: string, schema: z.ZodType<T>) => readFacts(join(root, 'reference', name), schema)
  const sets = readdirSync(join(root, 'reference/question-sets'))
    .sort()
    .map((name) => facts(`question-sets/${name}`, shape.questionSet))
  const current = sets.at(-1)
  if (!current) throw new ReferenceError('reference/question-sets has no file: put one set of questions there.')
  const loaded = {
    statuses: facts('statuses.json', shape.statuses).map((status) => status.code),
    domains: facts('domains.json', shape.domains).map((domain) => domain.id),
    questions: current.questions,
    needs: facts('needs.json', shape.needs),
    steps: facts('steps.json', shape.steps),
    programs: facts('programs.json', shape.programs),
    helpLines: facts('help-lines.json', shape.helpLines),
    regions: facts('regions.json', shape.regions),
    synonyms: facts('synonyms.json', shape.synonyms),
  }
  requireSound(root, loaded)
  const words = new Map(languages.map((language) => [language, readWords(root, language)]))
  const french = readWords(root, sourceLanguage)
  const ids = (all: readonly { id: string }[]) => all.map((each) => each.id)
  for (const [language, each] of words)
    requireWords(language, each, {
      questions: ids(sets.flatMap((set) => set.questions)),
      domains: loaded.domains,
      needs: ids(loaded.needs),
      steps: ids(loaded.steps),
      programs: ids(loaded.programs),
      helpLines: ids(loaded.helpLines),
      statuses: loaded.statuses,
    })
  return {
    ...loaded,
    questionSets: new Map(sets.map((set) => [set.version, set])),
    currentSet: current.version,
    holidays: new Set(facts('holidays.json', shape.holidays).holidays.flatMap((holiday) => holiday.dates)),
    fsas: new Map(readCsv(join(root, 'reference/geo/fsa.csv')).map((row) => [row['fsa'] ?? '', placeOf(row, 'place')])),
    places: readCsv(join(root, 'reference/geo/places.csv')).map((row) => placeOf(row, 'name')),
    words: (language) => words.get(language) ?? french,
  }
}

function readCsv(path: string): Record<string, string>[] {
  return parse(readFileSync(path, 'utf8'), { columns: true })
}

function placeOf(row: Record<string, string>, nameColumn: string): Place {
  return { name: row[nameColumn] ?? '', lat: Number(row['lat']), lon: Number(row['lon']), region: row['region'] ?? '' }
}
