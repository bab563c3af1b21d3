import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { isUrgentOnly, languages, sourceLanguage, type Language } from '#kernel/language.ts'

export type Missing = { language: Language; urgentOnly: boolean; texts: string[] }
/** The pages of the ministry's own staff are in French. */
const staffPages = ['directory.json', 'workspace.json']
const entries = z.record(z.string(), z.unknown())

/** For each language, the texts that the French has and it has not: of the pages by key, of the facts by entry. */
export function missingTexts(root: string): Missing[] {
  return languages
    .filter((language) => language !== sourceLanguage)
    .map((language) => ({
      language,
      urgentOnly: isUrgentOnly(language),
      texts: [...lacking(root, language, ''), ...lacking(root, language, 'reference')],
    }))
}

function lacking(root: string, language: Language, folder: string): string[] {
  const french = join(root, 'content', sourceLanguage, folder)
  const files = readdirSync(french).filter((name) => name.endsWith('.json') && !staffPages.includes(name))
  return files.sort().flatMap((name) => {
    const own = keysOf(join(root, 'content', language, folder, name))
    const missing = keysOf(join(french, name)).filter((key) => !own.includes(key))
    return missing.map((key) => [folder, `${name.replace('.json', '')}.${key}`].filter(Boolean).join('/'))
  })
}

function keysOf(path: string): string[] {
  return existsSync(path) ? Object.keys(entries.parse(JSON.parse(readFileSync(path, 'utf8')))) : []
}
