/** Calendar days without a clock: 'YYYY-MM-DD', as a person writes a date on a form. */
export type Day = string

const pattern = /^(\d{4})-(\d{2})-(\d{2})$/
const millisecondsPerDay = 86_400_000

/** The day, when the text names one that exists (31 February does not), from 1900 to 2200. */
export function parseDay(text: string): Day | undefined {
  const found = pattern.exec(text)
  if (!found) return undefined
  const year = Number(found[1])
  if (year < 1900 || year > 2200) return undefined
  const moment = new Date(`${text}T00:00:00Z`)
  return Number.isNaN(moment.getTime()) || moment.toISOString().slice(0, 10) !== text ? undefined : text
}

/** A day as three fields of a form give it. */
export type DayParts = { day: string; month: string; year: string }

/** '' where nothing was written; else 'YYYY-MM-DD', whatever the keyboard. Whether such a day exists, `parseDay` says. */
export function writtenDay(parts: DayParts): string {
  const [day = '', month = '', year = ''] = [parts.day, parts.month, parts.year].map((part) =>
    westernDigits(part).trim(),
  )
  if (day + month + year === '') return ''
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

/** '١٤' and '۱۴' are 14: the digits of Arabic and Persian keyboards. */
export function westernDigits(text: string): string {
  return text.replace(/[\u0660-\u0669\u06F0-\u06F9]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 15))
}

/** The calendar day of a moment in a time zone; Québec's offices live in America/Toronto. */
export function dayOf(moment: Date, zone = 'America/Toronto'): Day {
  return zoneFormats(zone).day.format(moment)
}

export function addDays(day: Day, count: number): Day {
  return dayNumbered(numberOf(day) + count)
}

/** A plan counts some hundred days, always around the same few: each is worked out once. Bounded, as people choose some. */
const numbers = new Map<Day, number>()
const days = new Map<number, Day>()
const mostKept = 20_000

/** Days since 1970; a day without a time is read in UTC. */
function numberOf(day: Day): number {
  const known = numbers.get(day)
  if (known !== undefined) return known
  const number = Date.parse(day) / millisecondsPerDay
  if (numbers.size >= mostKept) numbers.clear()
  numbers.set(day, number)
  return number
}

function dayNumbered(number: number): Day {
  const known = days.get(number)
  if (known !== undefined) return known
  const reached = new Date(number * millisecondsPerDay)
  if (Number.isNaN(reached.getTime())) throw new RangeError('Days are counted from a day that exists.')
  const day = `${reached.getUTCFullYear()}-${twoDigits(reached.getUTCMonth() + 1)}-${twoDigits(reached.getUTCDate())}`
  if (days.size >= mostKept) days.clear()
  days.set(number, day)
  return day
}

function twoDigits(part: number): string {
  return part < 10 ? `0${part}` : String(part)
}

/** The same day of a later month; where that month is shorter, its last day. */
export function addMonths(day: Day, count: number): Day {
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + count
  const [year, month] = [Math.floor(months / 12), months % 12]
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  return new Date(Date.UTC(year, month, Math.min(Number(day.slice(8)), last))).toISOString().slice(0, 10)
}

/** Whole days from the first to the second; negative when the second comes before. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / millisecondsPerDay)
}

export function laterOf(one: Day, other: Day): Day {
  return one > other ? one : other
}

/** Monday to Friday, and not one of the office's holidays. */
export function isWorkingDay(day: Day, holidays: ReadonlySet<Day>): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return weekday !== 0 && weekday !== 6 && !holidays.has(day)
}

/** The nth working day after a day; the day itself never counts. */
export function addWorkingDays(day: Day, count: number, holidays: ReadonlySet<Day>): Day {
  let reached = day
  for (let left = count; left > 0;) {
    reached = addDays(reached, 1)
    if (isWorkingDay(reached, holidays)) left -= 1
  }
  return reached
}

/** The moment a wall clock in the zone shows that day and time ('16:30'); right across both clock changes. */
export function momentAt(day: Day, time: string, zone = 'America/Toronto'): Date {
  const wall = new Date(`${day}T${time}:00Z`)
  const first = new Date(wall.getTime() - offsetAt(wall, zone))
  return new Date(wall.getTime() - offsetAt(first, zone))
}

function offsetAt(moment: Date, zone: string): number {
  const parts = zoneFormats(zone).clock.formatToParts(moment)
  const part = (type: string) => Number(parts.find((each) => each.type === type)?.value)
  const shown = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'))
  return shown - Math.floor(moment.getTime() / 1000) * 1000
}

type ZoneFormats = { day: Intl.DateTimeFormat; clock: Intl.DateTimeFormat }
const formats = new Map<string, ZoneFormats>()

/** Made once a zone: making one costs more than a thousand uses. */
function zoneFormats(zone: string): ZoneFormats {
  const date = { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' } as const
  const known = formats.get(zone) ?? {
    day: new Intl.DateTimeFormat('en-CA', date),
    clock: new Intl.DateTimeFormat('en-US', {
      ...date,
      hourCycle: 'h23',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    }),
  }
  formats.set(zone, known)
  return known
}
