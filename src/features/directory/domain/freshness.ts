import { addDays, addMonths, type Day } from '#kernel/day.ts'

/** How far the word of an entry's organization goes; `to-confirm` until it has said anything at all. */
export type Freshness = { kind: 'to-confirm' } | { kind: 'fresh'; since: Day } | { kind: 'doubtful'; since: Day }

/** A month of silence after the day it was due makes an entry doubtful to readers; six hide it (`due_listings`). */
const silentDays = 30

export function freshnessOf(assured: Day | null, rhythmMonths: number, today: Day): Freshness {
  if (assured === null) return { kind: 'to-confirm' }
  const doubtful = addDays(addMonths(assured, rhythmMonths), silentDays)
  return today >= doubtful ? { kind: 'doubtful', since: assured } : { kind: 'fresh', since: assured }
}

/** A contact that nobody confirmed for so long receives nothing about people any more. */
export const contactMonths = 6

/** Confirmed on this day or later, a contact is good today. */
export function lastGoodDay(today: Day): Day {
  return addMonths(today, -contactMonths)
}

/** What a reader may say is wrong, block by block. */
export const blocks = ['phone', 'hours', 'place', 'who', 'cost', 'closed', 'other'] as const
export type Block = (typeof blocks)[number]
export const answers = ['right', 'changed', 'closed'] as const
export type ListingAnswer = (typeof answers)[number]
