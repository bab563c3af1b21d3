import type { Day } from '#kernel/day.ts'
import { localeOf } from './words.ts'

/** '30 avril 2027': the month in words, so that nobody reads day for month. */
export function dayInWords(day: Day, language: string): string {
  return format(language, { dateStyle: 'long', timeZone: 'UTC' }, new Date(`${day}T00:00:00Z`))
}

/** 'vendredi 27 novembre 2026': for a day someone must be somewhere. */
export function weekdayInWords(day: Day, language: string): string {
  return format(language, { dateStyle: 'full', timeZone: 'UTC' }, new Date(`${day}T00:00:00Z`))
}

/** A moment with its time, on Québec's clock. */
export function momentInWords(moment: Date, language: string): string {
  return format(language, { dateStyle: 'full', timeStyle: 'short', timeZone: 'America/Toronto' }, moment)
}

/** Short, for dense pages: '23 nov. 2026 à 14:05'. */
export function momentShort(moment: Date, language: string): string {
  return format(
    language,
    {
      day: 'numeric',
      month: 'short',
      year: 'numeric',
      hour: 'numeric',
      minute: '2-digit',
      timeZone: 'America/Toronto',
    },
    moment,
  )
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** The months and days of Haitian Creole, which ICU would write in English without a word (Unicode CLDR 48). */
const creole: ReadonlyMap<string, string> = new Map([
  ...([
    ['janvier', 'janvye'],
    ['février', 'fevriye'],
    ['mars', 'mas'],
    ['avril', 'avril'],
    ['mai', 'me'],
    ['juin', 'jen'],
  ] as const),
  ...([
    ['juillet', 'jiyè'],
    ['août', 'out'],
    ['septembre', 'septanm'],
    ['octobre', 'oktòb'],
    ['novembre', 'novanm'],
  ] as const),
  ...([
    ['décembre', 'desanm'],
    ['lundi', 'lendi'],
    ['mardi', 'madi'],
    ['mercredi', 'mèkredi'],
    ['jeudi', 'jedi'],
  ] as const),
  ...([
    ['vendredi', 'vandredi'],
    ['samedi', 'samdi'],
    ['dimanche', 'dimanch'],
    ['à', 'a'],
  ] as const),
])

function format(language: string, options: Intl.DateTimeFormatOptions, moment: Date): string {
  if (language === 'ht') return format('fr', options, moment).replace(/\p{L}+/gu, (word) => creole.get(word) ?? word)
  const key = `${language}${options.dateStyle}${options.timeStyle}${options.month}`
  const known = formats.get(key) ?? new Intl.DateTimeFormat(localeOf(language), options)
  formats.set(key, known)
  return language === 'fr' ? inFrench(known.format(moment)) : known.format(moment)
}

/** The first of a month is "1er" in French, and an hour stays on one line with its minutes. */
function inFrench(text: string): string {
  return text.replace(/(?<!\d)1 (?=\p{L}{3})/u, '1er ').replace(/ h (?=\d)/, '\u00a0h\u00a0')
}
