import { addWorkingDays, laterOf, type Day } from '#kernel/day.ts'

/** What the ministry owes a registered person, and by which day. */
export type Promised = { kind: 'first-meeting' | 'first-contact'; day: Day }

const workingDays = 5

/**
 * The promise clock: a first meeting by the end of the fifth working day after the later of registration and arrival;
 * for someone still abroad, a first contact within five working days of registration is its own clock.
 * Source: ministerial announcement of 8 August 2019 (first meeting within five working days), as this service restates it.
 */
export function promisesFor(
  registered: Day,
  arrival: Day | undefined,
  abroad: boolean,
  holidays: ReadonlySet<Day>,
): Promised[] {
  const contact: Promised = { kind: 'first-contact', day: addWorkingDays(registered, workingDays, holidays) }
  const meetingAfter = (day: Day): Promised => ({
    kind: 'first-meeting',
    day: addWorkingDays(day, workingDays, holidays),
  })
  const stillToCome = arrival ? arrival > registered : abroad
  if (!stillToCome) return [meetingAfter(laterOf(registered, arrival ?? registered))]
  return arrival ? [contact, meetingAfter(arrival)] : [contact]
}
