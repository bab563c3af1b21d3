import type { Opening } from './service.ts'

const week = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const

/** Days as directories write them, in English and French, by their beginning. */
const names: readonly [RegExp, number][] = [
  [/^(mo|mon|mondays?|lun|lundis?)$/, 0],
  [/^(tu|tue|tues|tuesdays?|mar|mardis?)$/, 1],
  [/^(we|wed|weds|wednesdays?|mer|mercredis?)$/, 2],
  [/^(th|thu|thur|thurs|thursdays?|jeu|jeudis?)$/, 3],
  [/^(fr|fri|fridays?|ven|vendredis?)$/, 4],
  [/^(sa|sat|saturdays?|sam|samedis?)$/, 5],
  [/^(su|sun|sundays?|dim|dimanches?)$/, 6],
]
const ordinals = new Map(
  Object.entries({
    first: '1',
    '1st': '1',
    second: '2',
    '2nd': '2',
    third: '3',
    '3rd': '3',
    fourth: '4',
    '4th': '4',
    last: '-1',
  }),
)

export type Days = { freq: 'WEEKLY' | 'MONTHLY'; byday: string }

/** 'Monday-Friday' as 'MO,TU,WE,TH,FR', '2nd & 4th Saturday' as '2SA,4SA'; nothing for what cannot be read whole. */
export function readDays(text: string): Days | undefined {
  const parts = text
    .toLowerCase()
    .trim()
    .replace(/\s+of (the|each|every) month$/, '')
    .replace(/\s+(and|et)\s+|\s*&\s*/g, ',')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
  const found = parts.map(rangeOf)
  if (found.length > 0 && found.every((days) => days !== undefined)) {
    const days = new Set(found.flat())
    return { freq: 'WEEKLY', byday: week.filter((_day, at) => days.has(at)).join(',') }
  }
  return monthly(parts)
}

/** One day, or a range that may pass the end of the week ('Sunday - Monday'). */
function rangeOf(part: string): number[] | undefined {
  const ends = part.split(/\s*(?:[-–]| to | à | au )\s*/).map(dayOf)
  const [from, to = from, ...others] = ends
  if (from === undefined || to === undefined || ends.includes(undefined) || others.length > 0) return undefined
  const length = ((to - from + 7) % 7) + 1
  return Array.from({ length }, (_none, at) => (from + at) % 7)
}

function dayOf(word: string): number | undefined {
  return names.find(([pattern]) => pattern.test(word))?.[1]
}

function monthly(parts: readonly string[]): Days | undefined {
  const [last = '', ...before] = parts.toReversed()
  const [ordinal = '', day = '', ...others] = last.split(/\s+/)
  const weekday = week[dayOf(day) ?? -1]
  const numbers = [...before.toReversed(), ordinal].map((word) => ordinals.get(word))
  if (weekday === undefined || others.length > 0 || numbers.includes(undefined)) return undefined
  return { freq: 'MONTHLY', byday: numbers.map((number) => `${number}${weekday}`).join(',') }
}

/** '8:30AM', '16:30', '9h' or 'noon' as '08:30'. A bare number is not read: '930' may be a clock or minutes since midnight. */
export function readTime(text: string): string | undefined {
  const lower = text.toLowerCase().replace(/\s+/g, '').replaceAll('.', '')
  if (lower === 'noon' || lower === 'midi') return '12:00'
  const found = /^(\d{1,2})(?:([:h])(\d{2})?)?(?::00)?([ap]m)?$/.exec(lower)
  if (!found) return undefined
  const [, digits, sign, minutes = '00', half] = found
  const hour = Number(digits)
  if ((!sign && !half) || (sign === ':' && !found[3]) || (half && (hour < 1 || hour > 12))) return undefined
  return clock(half ? (hour % 12) + (half === 'pm' ? 12 : 0) : hour, Number(minutes))
}

function clock(hour: number, minute: number): string | undefined {
  if (hour > 23 || minute > 59) return undefined
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}

/** What a row of hours says; from when to when it holds stands in columns of its own. */
export type Said = Pick<Opening, 'freq' | 'byday' | 'opensAt' | 'closesAt' | 'description'>

/** When something is open; what cannot be read is kept in the source's own words. Nothing when nothing is said. */
export function readOpening(said: {
  days: string
  opens: readonly string[]
  closes: readonly string[]
  note: string
}): Said | undefined {
  const bare = said.days.replace(/\s*\([^()]*\)/g, '').trim()
  const days = readDays(bare)
  const opens = readFirst(said.opens)
  const closes = readFirst(said.closes)
  const allDay = said.opens.some((each) => /^24[ -]?h(ou)?rs?$/i.test(each.trim()))
  const daysInWords = days && bare === said.days.trim() ? '' : said.days
  const words = [daysInWords, opens.words, closes.words, said.note].map((each) => each.trim()).filter(Boolean)
  if (!days && !opens.time && !closes.time && words.length === 0) return undefined
  return {
    freq: days?.freq ?? null,
    byday: days?.byday ?? null,
    opensAt: allDay ? '00:00' : (opens.time ?? null),
    closesAt: allDay ? '23:59' : (closes.time ?? null),
    description: words.join(', ') || null,
  }
}

/** The first of several columns that reads as a time, else their words. */
function readFirst(candidates: readonly string[]): { time: string | undefined; words: string } {
  const time = candidates.map(readTime).find((each) => each !== undefined)
  return { time, words: time === undefined ? candidates.filter(Boolean).join(' ') : '' }
}
