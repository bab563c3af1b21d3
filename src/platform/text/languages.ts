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

/** The languages of the services, in Haitian Creole. */
const creole: Record<string, string> = {
  ...{ fr: 'franse', en: 'angle', es: 'panyòl', ar: 'arab', pt: 'pòtigè', it: 'italyen', de: 'alman', el: 'grèk' },
  ...{ ru: 'ris', uk: 'ikrenyen', pl: 'polonè', ro: 'womèn', tr: 'tik', fa: 'pèsan', he: 'ebre', hy: 'amenyen' },
  ...{ zh: 'chinwa', vi: 'vyetnamyen', ja: 'japonè', ko: 'koreyen', hi: 'endi', bn: 'bengali', pa: 'penjabi' },
  ...{ ur: 'oudou', ta: 'tamoul', tl: 'tagalòg', so: 'somali', sw: 'swayili', iu: 'inouktitout' },
}

/** A language's name in another: 'es' is "espagnol"; what is not a code stays as its source wrote it. */
export function languageName(code: string, language: string): string {
  const known = own[code]?.[language] ?? (language === 'ht' ? creole[code] : undefined)
  if (known) return known
  if (!/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/.test(code)) return code
  return new Intl.DisplayNames([localeOf(language)], { type: 'language' }).of(code) ?? code
}
