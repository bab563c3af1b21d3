import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { IntlMessageFormat } from 'intl-messageformat'
import { z } from 'zod'
import { languages, sourceLanguage, type Language } from '#kernel/language.ts'
import type { Messages } from './messages.gen.ts'

export type MessageKey = keyof Messages
type Arguments<K extends MessageKey> = keyof Messages[K] extends never ? [] : [values: Messages[K]]

/** A text in one language: the key and its arguments are checked by the compiler against the French source. */
export type Translate = <K extends MessageKey>(key: K, ...values: Arguments<K>) => string

const sliceFile = z.record(z.string(), z.string())

export type Words = {
  in: (language: Language) => Translate
  has: (language: Language, key: string) => boolean
  keys: () => string[]
}

/** All texts of content/<language>/<slice>.json; a text missing in a language is shown in French and listed by a test. */
export function loadWords(contentFolder: string): Words {
  const texts = new Map(languages.map((language) => [language, readTexts(contentFolder, language)]))
  const source = texts.get(sourceLanguage) ?? new Map<string, string>()
  const translators = new Map(
    languages.map((language) => [language, translator(language, texts.get(language) ?? source, source)]),
  )
  const fallback = translator(sourceLanguage, source, source)
  return {
    in: (language) => translators.get(language) ?? fallback,
    has: (language, key) => texts.get(language)?.has(key) ?? false,
    keys: () => [...source.keys()],
  }
}

function readTexts(contentFolder: string, language: Language): Map<string, string> {
  const folder = join(contentFolder, language)
  const texts = new Map<string, string>()
  for (const name of readdirSync(folder).filter((each) => each.endsWith('.json'))) {
    const slice = name.replace(/\.json$/, '')
    const parsed = sliceFile.parse(JSON.parse(readFileSync(join(folder, name), 'utf8')))
    for (const [key, text] of Object.entries(parsed)) texts.set(`${slice}.${key}`, text)
  }
  return texts
}

/** Plain texts are handed over as they are; the others are compiled at their first use and kept. */
function translator(language: Language, texts: Map<string, string>, source: Map<string, string>): Translate {
  const compiled = new Map<string, IntlMessageFormat>()
  return (key, ...values) => {
    const own = texts.get(key)
    const text = own ?? source.get(key)
    if (text === undefined) throw new Error(`No text for ${key}.`)
    if (!text.includes('{') && !text.includes("''")) return text
    const format =
      compiled.get(key) ??
      new IntlMessageFormat(text, localeOf(own === undefined ? sourceLanguage : language), undefined, {
        ignoreTag: true,
      })
    compiled.set(key, format)
    return String(format.format(values[0]))
  }
}

/** Québec's own conventions for dates and numbers; Arabic with Latin digits, as on the letters people hold. ICU has no Creole. */
export function localeOf(language: string): string {
  return { fr: 'fr-CA', en: 'en-CA', es: 'es-419', ar: 'ar-u-nu-latn', ht: 'fr-CA' }[language] ?? language
}
