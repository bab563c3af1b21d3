/** The languages the pages speak; French is the source of all the others. */
export const languages = ['fr', 'en', 'es', 'ar', 'ht'] as const
export type Language = (typeof languages)[number]
export const sourceLanguage: Language = 'fr'

export function isLanguage(text: string | undefined): text is Language {
  return languages.some((language) => language === text)
}

/** Written for the urgent pages only, so far: whoever asks for another page in it is led to the French one. */
const urgentOnly: ReadonlySet<string> = new Set<Language>(['ht'])

export function isUrgentOnly(language: string): boolean {
  return urgentOnly.has(language)
}

export function directionOf(language: string): 'ltr' | 'rtl' {
  return ['ar', 'fa', 'ps', 'ur', 'prs', 'he', 'ckb'].includes(language.split('-')[0] ?? '') ? 'rtl' : 'ltr'
}

/** The first language of an Accept-Language header that we speak, by its weights; else French. */
export function negotiate(header: string | undefined): Language {
  const wanted = (header ?? '').split(',').map((entry) => {
    const [tag = '', ...parameters] = entry.trim().split(';')
    const weight = parameters.map((each) => each.trim()).find((each) => each.startsWith('q='))
    return { tag: tag.toLowerCase().split('-')[0], weight: weight ? Number(weight.slice(2)) || 0 : 1 }
  })
  const ranked = wanted.filter((each) => each.weight > 0).sort((a, b) => b.weight - a.weight)
  for (const { tag } of ranked) if (isLanguage(tag)) return tag
  return sourceLanguage
}
