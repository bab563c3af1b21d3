import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { z } from 'zod'
import { isUrgentOnly, sourceLanguage, type Language } from '#kernel/language.ts'
import { readFacts, ReferenceError } from './read.ts'
import * as shape from './schema.ts'

const kinds = {
  questions: shape.questionWords,
  domains: shape.titleWords,
  needs: shape.titleWords,
  steps: shape.stepWords,
  programs: shape.programWords,
  helpLines: shape.helpLineWords,
  statuses: shape.statusWords,
}
const files: Record<keyof typeof kinds, string> = {
  questions: 'questions.json',
  domains: 'domains.json',
  needs: 'needs.json',
  steps: 'steps.json',
  programs: 'programs.json',
  helpLines: 'help-lines.json',
  statuses: 'statuses.json',
}

export type ReferenceWords = { [K in keyof typeof kinds]: z.infer<(typeof kinds)[K]> } & {
  /** Whether the language itself has words for this entry, or borrows the French ones. */
  has: (kind: keyof typeof kinds, id: string) => boolean
}

/** A language that is whole has words for every fact: one that is missing stops the start. */
export function requireWords(
  language: Language,
  words: ReferenceWords,
  ids: { [K in keyof typeof kinds]: readonly string[] },
): void {
  if (isUrgentOnly(language)) return
  for (const kind of ['questions', 'domains', 'needs', 'steps', 'programs', 'helpLines', 'statuses'] as const)
    for (const id of ids[kind])
      if (!words.has(kind, id))
        throw new ReferenceError(`${join('content', language, 'reference', files[kind])} has no words for "${id}".`)
}

/** The words of all facts in one language; what a language for urgent pages only does not have is French. */
export function readWords(root: string, language: Language): ReferenceWords {
  const read = <T>(kind: keyof typeof kinds, schema: z.ZodType<Record<string, T>>) => {
    const path = join(root, 'content', language, 'reference', files[kind])
    if (!isUrgentOnly(language)) return { own: readFacts(path, schema), all: readFacts(path, schema) }
    const own = existsSync(path) ? readFacts(path, schema) : {}
    return {
      own,
      all: { ...readFacts(join(root, 'content', sourceLanguage, 'reference', files[kind]), schema), ...own },
    }
  }
  const found = {
    questions: read('questions', kinds.questions),
    domains: read('domains', kinds.domains),
    needs: read('needs', kinds.needs),
    steps: read('steps', kinds.steps),
    programs: read('programs', kinds.programs),
    helpLines: read('helpLines', kinds.helpLines),
    statuses: read('statuses', kinds.statuses),
  }
  return {
    questions: found.questions.all,
    domains: found.domains.all,
    needs: found.needs.all,
    steps: found.steps.all,
    programs: found.programs.all,
    helpLines: found.helpLines.all,
    statuses: found.statuses.all,
    has: (kind, id) => id in found[kind].own,
  }
}
