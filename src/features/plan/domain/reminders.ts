import { addDays, addMonths, daysBetween, type Day } from '#kernel/day.ts'
import type { Profile } from '#kernel/profile.ts'

/** What a reminder is about: each has its sentence in the mail, which names neither status nor need. */
export const topics = ['benefits', 'restore', 'licence', 'charter', 'pr-card', 'tax', 'permit'] as const
export type Topic = (typeof topics)[number]
/** One mail, once: sent on a day, for a day. */
export type Reminder = { kind: string; topic: Topic; stepId: string | null; sendOn: Day; dueOn: Day }

type ReminderRule = {
  kind: string
  topic: Topic
  /** Nobody is reminded of a step that is done, put away or not theirs; null where no step says it. */
  stepId: string | null
  from: 'arrival_date' | 'permit_expiry'
  after: { months: number } | { days: number }
  /** Days before the day itself. */
  notice: number
  isFor?: (profile: Profile) => boolean
}

const temporary = new Set([
  ...['tfw_closed', 'tfw_agri', 'imp_closed', 'open_permit', 'pgwp', 'spouse_temp', 'student', 'cuaet', 'trp'],
])
const isTemporary = (profile: Profile) => temporary.has(String(profile['status']))
const hasChildren = ({ children_ages: ages }: Profile) =>
  typeof ages === 'object' && ages.some((age) => ['0_4', '5_11', '12_17'].includes(age))

const rules: readonly ReminderRule[] = [
  // Temporary residents: after 18 months in Canada, with a permit still valid in the 19th (Income Tax Act, s. 122.6; own knowledge, to verify).
  {
    ...{
      kind: 'benefits-18',
      topic: 'benefits',
      stepId: 'ccb',
      from: 'arrival_date',
      after: { months: 18 },
      notice: 0,
    },
    isFor: (profile) => isTemporary(profile) && hasChildren(profile),
  },
  // Status may be restored within 90 days of its loss (IRPR s. 182; canada.ca, restoration of status, as step restore-status).
  {
    ...{ kind: 'restore-90', topic: 'restore', stepId: 'restore-status', from: 'permit_expiry', after: { days: 90 } },
    ...{ notice: 80, isFor: isTemporary },
  },
  // A licence from abroad is good for six months from settling here (saaq.gouv.qc.ca, permis étranger, as step licence-exchange).
  {
    ...{ kind: 'licence-6', topic: 'licence', stepId: 'licence-exchange', from: 'arrival_date', after: { months: 6 } },
    notice: 45,
  },
  // The State writes in another language during the first six months only (Charter of the French language, C-11, s. 22.3).
  {
    ...{ kind: 'charter-6', topic: 'charter', stepId: null, from: 'arrival_date', after: { months: 6 }, notice: 14 },
    isFor: (profile) => profile['prefer_language'] !== 'fr' && profile['where'] !== 'abroad',
  },
  // The address for the first permanent resident card: within 180 days (own knowledge, to verify, as step pr-card-address).
  {
    ...{ kind: 'pr-card-180', topic: 'pr-card', stepId: 'pr-card-address', from: 'arrival_date', after: { days: 180 } },
    notice: 45,
  },
  // Renewing takes months; an application before the end keeps the right to stay meanwhile (IRPR s. 183(5); own knowledge, to verify).
  ...[150, 90, 45].map((notice) => ({
    ...{ kind: `permit-${notice}`, topic: 'permit' as const, stepId: 'permit-renew', from: 'permit_expiry' as const },
    ...{ after: { days: 0 }, notice },
  })),
]

/** Sent late where the service stood still, never long after. */
const grace = 14

/** The reminders whose day has come for this profile; none for a day before the person registered. */
export function remindersDue(profile: Profile, registeredOn: Day, today: Day): Reminder[] {
  return [...rules.flatMap((rule) => reminderOf(rule, profile)), ...taxDay(profile, today)].filter(
    ({ sendOn }) => sendOn > registeredOn && sendOn <= today && today <= addDays(sendOn, grace),
  )
}

function reminderOf({ kind, topic, stepId, from, after, notice, isFor }: ReminderRule, profile: Profile): Reminder[] {
  const told = profile[from]
  if (typeof told !== 'string' || (isFor && !isFor(profile))) return []
  const dueOn = 'months' in after ? addMonths(told, after.months) : addDays(told, after.days)
  return [{ kind, topic, stepId, dueOn, sendOn: addDays(dueOn, -notice) }]
}

/** From 1 March for 30 April, from the year after arrival on (as step tax-return). */
function taxDay(profile: Profile, today: Day): Reminder[] {
  const year = today.slice(0, 4)
  const arrival = profile['arrival_date']
  if (typeof arrival !== 'string' || arrival.slice(0, 4) >= year) return []
  return [{ kind: 'tax', topic: 'tax', stepId: 'tax-return', sendOn: `${year}-03-01`, dueOn: `${year}-04-30` }]
}

/** Days after registration on which two minutes are asked for. */
export const checkInDays = [7, 30, 90, 180, 365] as const
export type CheckInDay = (typeof checkInDays)[number]
const checkInGrace = 7

export function checkInDue(registeredOn: Day, today: Day): CheckInDay | undefined {
  const since = daysBetween(registeredOn, today)
  return checkInDays.findLast((day) => day <= since && since <= day + checkInGrace)
}

/** The latest one that has come: what a link of a mail leads to, however late it is opened. */
export function latestCheckIn(registeredOn: Day, today: Day): CheckInDay {
  const since = daysBetween(registeredOn, today)
  return checkInDays.findLast((day) => day <= since) ?? checkInDays[0]
}
