import type { Env } from '#platform/http/env.ts'
import { localeOf } from '#platform/text/words.ts'
import type { Opening } from '#features/directory/index.ts'

type Voice = Pick<Env['Variables'], 't' | 'language'>
const week = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']

/** Hours as someone would say them: 'du lundi au vendredi : de 9 h à 17 h'; a source's own words where they cannot be read. */
export function hoursLines({ t, language }: Voice, openings: readonly Opening[]): string[] {
  const lines = openings.flatMap(({ freq, byday, opensAt, closesAt, description }) => {
    const days = byday ? daysInWords({ t, language }, byday, freq) : ''
    if (!opensAt || !closesAt) return [[days, description].filter(Boolean).join(' ')].filter(Boolean)
    const [from, to] = [clockInWords(opensAt, language), clockInWords(closesAt, language)]
    const line = days ? t('matching.hours.line', { days, from, to }) : `${from} – ${to}`
    return [description ? `${line} (${description})` : line]
  })
  return [...new Set(lines)]
}

/** '17:00' as people of the language write it. */
export function clockInWords(clock: string, language: string): string {
  const format = new Intl.DateTimeFormat(localeOf(language), { timeZone: 'UTC', hour: 'numeric', minute: '2-digit' })
  return format.format(new Date(`2026-11-23T${clock}:00Z`))
}

function daysInWords({ t, language }: Voice, byday: string, freq: Opening['freq']): string {
  const all = byday.split(',').map((each) => each.trim())
  if (freq === 'MONTHLY')
    return listed(
      language,
      all.map((each) => nthInWords({ t, language }, each)),
    )
  const days = week.filter((day) => all.includes(day))
  const numbers = days.map((day) => week.indexOf(day))
  const [first = 0, last = 0] = [numbers[0], numbers.at(-1)]
  const isRange = days.length > 2 && last - first === days.length - 1
  return isRange
    ? t('matching.hours.days', { from: dayName(first, language), to: dayName(last, language) })
    : listed(
        language,
        numbers.map((number) => dayName(number, language)),
      )
}

function nthInWords({ t, language }: Voice, said: string): string {
  const found = /^(-?\d)?([A-Z]{2})$/.exec(said)
  const day = dayName(week.indexOf(found?.[2] ?? ''), language)
  return found?.[1] === undefined ? day : t('matching.hours.nth', { nth: found[1], day })
}

/** 23 November 2026 is a Monday. */
function dayName(number: number, language: string): string {
  const format = new Intl.DateTimeFormat(localeOf(language), { timeZone: 'UTC', weekday: 'long' })
  return number < 0 ? '' : format.format(new Date(Date.UTC(2026, 10, 23 + number)))
}

function listed(language: string, words: readonly string[]): string {
  return new Intl.ListFormat(localeOf(language), { type: 'conjunction' }).format(words)
}
