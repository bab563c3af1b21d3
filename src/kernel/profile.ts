import { daysBetween, type Day } from './day.ts'

/** What is known of a person: one value or several per question; a question without an answer is absent. */
export type Fact = string | number | readonly string[]
export type Profile = Readonly<Record<string, Fact>>

/** The one status that a paper stands for; a card or a permit that several statuses hold says nothing by itself. */
const statusOfPaper: Record<string, string> = {
  claim: 'asylum_claimant',
  irb_yes: 'protected_person',
  work_open: 'open_permit',
  study: 'student',
  visitor_rec: 'visitor',
  citizenship: 'citizen',
}

/** The profile with the facts that follow from the others on a given day. */
export function withDerived(profile: Profile, today: Day): Profile {
  const arrival = profile['arrival_date']
  const household = profile['household']
  const permitExpiry = profile['permit_expiry']
  const inferred = statusOfPaper[String(profile['status_document'])]
  return {
    ...profile,
    ...(typeof arrival === 'string' ? { days_since_arrival: daysBetween(arrival, today) } : {}),
    ...(typeof permitExpiry === 'string' ? { days_to_permit_expiry: daysBetween(today, permitExpiry) } : {}),
    // who is not sure of the status, and holds a paper that only one status has
    ...(profile['status'] === 'unsure' && inferred ? { status: inferred } : {}),
    // someone who lives without children was not asked their ages, yet the answer is known: none
    ...(typeof household === 'object' && !household.includes('children') ? { children_ages: [] } : {}),
  }
}
