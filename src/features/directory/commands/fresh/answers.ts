import type { Id } from '#kernel/id.ts'
import { accept, refuse, type Result } from '#kernel/result.ts'
import type { Db } from '#platform/db/db.ts'
import type { Services } from '#platform/http/env.ts'
import type { Block, ListingAnswer } from '../../domain/freshness.ts'
import { emailAddress, webAddress } from '../../domain/web-address.ts'
import { ownFields, type OwnField } from '../../domain/own-fields.ts'
import { endIssue, insertReport, saveAnswer, saveProposal, savePublished, saveVerified } from '../../store/fresh.ts'

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
  {
    answer,
    takes,
    changes,
  }: { answer: ListingAnswer; takes: boolean | null; changes: Partial<Record<OwnField, string>> },
  at: Date,
): Promise<Result<Id, 'over'>> {
  const ids = { verification: newId(), issue: newId() }
  const serviceId =
    answer === 'changed'
      ? await saveProposal(db, tokenHash, ids, { changes, takes, at })
      : await saveAnswer(db, tokenHash, ids, { answer, takes, at })
  return serviceId ? accept(serviceId) : refuse('over')
}

/** `publish`: what the organization proposed is written, as its own words. */
export const outcomes = ['publish', 'right', 'closed', 'mended', 'nothing'] as const
export type Outcome = (typeof outcomes)[number]

/** An editor settles what waited; said right or closed on the telephone, it counts as the organization's word. */
export async function settleIssue(
  { newId }: Services,
  db: Db,
  { id, outcome, by }: { id: Id; outcome: Outcome; by: string },
  at: Date,
): Promise<Result<Id, 'settled-before'>> {
  if (outcome === 'publish') {
    const published = await savePublished(db, id, by, at)
    return published ? accept(published) : refuse('settled-before')
  }
  const serviceId = await endIssue(db, { id, outcome, by, at })
  if (!serviceId) return refuse('settled-before')
  if (outcome === 'right' || outcome === 'closed')
    await saveVerified(db, { id: newId(), serviceId, said: outcome, by, at })
  return accept(serviceId)
}

const longestField = 5_000

/** What was written in the fields of a listing; an address that is none is left as it was, for the editor who calls. */
export function readProposal(form: URLSearchParams): Partial<Record<OwnField, string>> {
  const changes: Partial<Record<OwnField, string>> = {}
  for (const field of ownFields) {
    const text = form.get(field)?.replace(/\r\n?/g, '\n').trim().slice(0, longestField)
    if (text === undefined) continue
    const read = text === '' ? '' : field === 'url' ? webAddress(text) : field === 'email' ? emailAddress(text) : text
    if (read !== undefined) changes[field] = read
  }
  return changes
}
