import type { Id } from '#kernel/id.ts'
import { accept, refuse, type Result } from '#kernel/result.ts'
import type { Db } from '#platform/db/db.ts'
import type { Services } from '#platform/http/env.ts'
import type { Block, ListingAnswer } from '../../domain/freshness.ts'
import { endIssue, insertReport, saveAnswer, saveVerified } from '../../store/fresh.ts'

const longestNote = 500

/** A reader says that something is wrong; what they wrote is sealed, for they may have named somebody. */
export async function reportListing(
  { secrets, newId }: Services,
  db: Db,
  { serviceId, block, note }: { serviceId: Id; block: Block; note: string },
  at: Date,
): Promise<Result<'noted', 'not-offered'>> {
  const text = note.trim().slice(0, longestNote)
  const noteSealed = text === '' ? null : secrets.encrypt(text)
  const noted = await insertReport(db, { id: newId(), serviceId, block, noteSealed, at })
  return noted ? accept('noted') : refuse('not-offered')
}

/** The organization's answer by the link of its mail, once; what it takes now goes with it. */
export async function answerListing(
  { newId }: Services,
  db: Db,
  tokenHash: string,
  { answer, takes }: { answer: ListingAnswer; takes: boolean | null },
  at: Date,
): Promise<Result<Id, 'over'>> {
  const serviceId = await saveAnswer(db, tokenHash, { verification: newId(), issue: newId() }, { answer, takes, at })
  return serviceId ? accept(serviceId) : refuse('over')
}

export const outcomes = ['right', 'closed', 'mended', 'nothing'] as const
export type Outcome = (typeof outcomes)[number]

/** An editor settles what waited; said right or closed on the telephone, it counts as the organization's word. */
export async function settleIssue(
  { newId }: Services,
  db: Db,
  { id, outcome, by }: { id: Id; outcome: Outcome; by: string },
  at: Date,
): Promise<Result<Id, 'settled-before'>> {
  const serviceId = await endIssue(db, { id, outcome, by, at })
  if (!serviceId) return refuse('settled-before')
  if (outcome === 'right' || outcome === 'closed')
    await saveVerified(db, { id: newId(), serviceId, said: outcome, by, at })
  return accept(serviceId)
}
