import { localeOf } from './words.ts'

/** Intl knows no Haitian Creole and would answer in English without a word (Unicode CLDR 48): ours. */
const own: Record<string, Record<string, string>> = {
  ht: {
    fr: 'créole haïtien',
    en: 'Haitian Creole',
    es: 'criollo haitiano',
    ar: 'الكريولية الهايتية',
    ht: 'kreyòl ayisyen',
  },
}

/** A language's name in another: 'es' is "espagnol"; what is not a code stays as its source wrote it. */
export function languageName(code: string, language: string): string {
  const known = own[code]?.[language]
  if (known) return known
  if (!/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/.test(code)) return code
  return new Intl.DisplayNames([localeOf(language)], { type: 'language' }).of(code) ?? code
}
