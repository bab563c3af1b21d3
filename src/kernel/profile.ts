import { daysBetween, type Day } from './day.ts'

/** What is known of a person: one value or several per question; a question without an answer is absent. */
export type Fact = string | number | readonly string[]
export type Profile = Readonly<Record<string, Fact>>

/** The profile with the facts that follow from the others on a given day. */
export function withDerived(profile: Profile, today: Day): Profile {
  const arrival = profile['arrival_date']
  const household = profile['household']
  const permitExpiry = profile['permit_expiry']
  return {
    ...profile,
    ...(typeof arrival === 'string' ? { days_since_arrival: daysBetween(arrival, today) } : {}),
    ...(typeof permitExpiry === 'string' ? { days_to_permit_expiry: daysBetween(today, permitExpiry) } : {}),
    // someone who lives without children was not asked their ages, yet the answer is known: none
    ...(typeof household === 'object' && !household.includes('children') ? { children_ages: [] } : {}),
  }
}
