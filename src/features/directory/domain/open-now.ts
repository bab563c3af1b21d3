import type { Day } from '#kernel/day.ts'
import type { Opening } from './service.ts'

/** Whether a door is open at a moment, in the time of its place; on a holiday, or without hours, nobody can say. */
export type OpenNow = { kind: 'open'; until: string } | { kind: 'closed' } | { kind: 'unknown'; holiday: boolean }

const week = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const
const millisecondsPerDay = 86_400_000

/** The zone of a place of Québec; the rule of `zone_of` in the database, which searches by it. */
export function zoneOf(lat: number | null, lon: number | null): string {
  if (lat === null || lon === null || lon <= -63) return 'America/Toronto'
  if (lon < -61 && lat >= 46.9 && lat <= 48.2) return 'America/Halifax'
  return lat > 49.5 ? 'America/Blanc-Sablon' : 'America/Toronto'
}

export function openNow(openings: readonly Opening[], zone: string, at: Date, holidays: ReadonlySet<Day>): OpenNow {
  const told = openings.filter((each) => each.byday && each.opensAt && each.closesAt)
  const { day, clock } = clockIn(zone, at)
  if (holidays.has(day)) return { kind: 'unknown', holiday: true }
  if (told.length === 0) return { kind: 'unknown', holiday: false }
  const until = told
    .filter((each) => isOn(each, day) && (each.opensAt ?? '') <= clock && clock < (each.closesAt ?? ''))
    .map((each) => each.closesAt ?? '')
    .sort()
    .at(-1)
  return until === undefined ? { kind: 'closed' } : { kind: 'open', until }
}

function clockIn(zone: string, at: Date): { day: Day; clock: string } {
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' }).format(at)
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' }).format(at)
  return { day, clock }
}

/** As RFC 5545 counts: the days of the week, every so many weeks; or the second Saturday of the month. */
function isOn({ freq, byday, validFrom, validTo, interval, dtstart }: Opening, day: Day): boolean {
  if ((validFrom !== null && day < validFrom) || (validTo !== null && day > validTo)) return false
  const date = new Date(`${day}T00:00:00Z`)
  const weekday = week[(date.getUTCDay() + 6) % 7]
  const days = (byday ?? '').split(',').map((each) => each.trim())
  if (freq === 'MONTHLY') return weekday !== undefined && days.some((each) => isNth(each, weekday, date))
  if (weekday === undefined || !days.includes(weekday)) return false
  return (interval ?? 1) <= 1 || dtstart === null || weeksBetween(dtstart, day) % (interval ?? 1) === 0
}

function isNth(said: string, weekday: string, date: Date): boolean {
  const found = /^(-?\d)?([A-Z]{2})$/.exec(said)
  if (!found || found[2] !== weekday) return false
  if (found[1] === undefined) return true
  const [number, length] = [
    date.getUTCDate(),
    new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate(),
  ]
  const nth = Number(found[1])
  return nth > 0 ? Math.ceil(number / 7) === nth : Math.ceil((length - number + 1) / 7) === -nth
}

/** From Monday to Monday. */
function weeksBetween(from: Day, to: Day): number {
  const monday = (day: Day) => {
    const date = new Date(`${day}T00:00:00Z`)
    return date.getTime() / millisecondsPerDay - ((date.getUTCDay() + 6) % 7)
  }
  return Math.abs(Math.round((monday(to) - monday(from)) / 7))
}
