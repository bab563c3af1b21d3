import { addDays, laterOf, type Day } from '#kernel/day.ts'
import type { Profile } from '#kernel/profile.ts'

export type When = {
  anchor: string
  fromDay: number
  toDay: number | null
  hardDeadline: boolean
  adviceDay?: number | undefined
  /** Serves only then: months later it is pointless. */
  passes?: boolean | undefined
  /** Another window for some statuses. */
  variants?: readonly { statuses: readonly string[]; fromDay: number; toDay: number | null }[] | undefined
}

/**
 * When a step falls for a person. `dated`: counted from a date they told, kept in `anchorDay`. `now`: its time is now, though
 * nobody can count it. `later`: it waits for something that has not happened. Never a date for what only a letter knows.
 */
export type Timing =
  { kind: 'dated'; from: Day; to: Day | null; anchor: string; anchorDay: Day } | { kind: 'now' } | { kind: 'later' }

/** Things that have happened, or are happening, to whoever gets such a step, on a day we do not know. */
const happeningNow = new Set(['claim', 'event', 'csq', 'decision'])
/** Statuses that came with the arrival; on humanitarian grounds it comes years after. */
const permanent = new Set(['pr_economic', 'pr_family', 'pr_refugee_state', 'pr_refugee_sponsored'])

/** What an answer says has begun, though nobody was asked when: a job, a lease, the health card, the application for courses. */
const begun: Record<string, readonly (readonly [question: string, said: ReadonlySet<string>])[]> = {
  job: [['job_status', new Set(['yes_field', 'yes_other', 'self', 'offer'])]],
  lease: [
    ['housing_now', new Set(['lease'])],
    ['done_already', new Set(['lease'])],
  ],
  ramq_start: [
    ['health_cover', new Set(['ramq'])],
    ['done_already', new Set(['ramq'])],
  ],
  fq_apply: [['done_already', new Set(['french'])]],
}

export function timingOf(when: When, profile: Profile, today: Day): Timing {
  const anchorDay = anchorOf(when.anchor, profile, today)
  if (anchorDay) {
    const status = String(profile['status'])
    const { fromDay, toDay } = when.variants?.find((each) => each.statuses.includes(status)) ?? when
    return {
      kind: 'dated',
      from: addDays(anchorDay, fromDay),
      to: toDay === null ? null : addDays(anchorDay, toDay),
      anchor: when.anchor,
      anchorDay,
    }
  }
  if (happeningNow.has(when.anchor) || hasBegun(when.anchor, profile)) return { kind: 'now' }
  return when.anchor === 'arrival' && profile['where'] !== 'abroad' ? { kind: 'now' } : { kind: 'later' }
}

function hasBegun(anchor: string, profile: Profile): boolean {
  for (const [question, said] of begun[anchor] ?? []) {
    const told = profile[question]
    if (typeof told === 'object' ? told.some((each) => said.has(each)) : said.has(String(told))) return true
  }
  return false
}

function anchorOf(anchor: string, profile: Profile, today: Day): Day | undefined {
  if (anchor === 'arrival') return dayIn(profile, 'arrival_date')
  if (anchor === 'permit_expiry') return dayIn(profile, 'permit_expiry')
  if (anchor === 'tax_year') return nextTaxYear(profile, today)
  if (anchor === 'pr' && permanent.has(String(profile['status']))) return dayIn(profile, 'arrival_date')
  return undefined
}

/** Day 0 is 1 January: the first return someone files covers the year they arrived in, so it is due the year after. */
function nextTaxYear(profile: Profile, today: Day): Day {
  const year = Number(today.slice(0, 4))
  const arrival = dayIn(profile, 'arrival_date')
  const season = today.slice(5) <= '04-30' ? year : year + 1
  const first = arrival ? Number(arrival.slice(0, 4)) + 1 : season
  return laterOf(`${season}-01-01`, `${first}-01-01`)
}

function dayIn(profile: Profile, question: string): Day | undefined {
  const value = profile[question]
  return typeof value === 'string' ? value : undefined
}
