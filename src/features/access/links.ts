import type { Db } from '#platform/db/db.ts'
import type { Services } from '#platform/http/env.ts'
import { insertLink, type LinkPurpose, type NewLink } from './link-store.ts'

const day = 86_400_000
const lasts: Record<LinkPurpose, number> = {
  registration: 7 * day,
  staff: 2 * day,
  referral: 8 * day,
  witness: 60 * day,
  withdraw: 365 * day,
  'check-in': 30 * day,
  unsubscribe: 365 * day,
  resume: 7 * day,
  feed: 365 * day,
  listing: 60 * day,
}
const paths: Record<LinkPurpose, string> = {
  registration: 'i',
  staff: 'workspace/sign-in',
  referral: 'r',
  witness: 'c',
  withdraw: 'c',
  'check-in': 'c',
  unsubscribe: 'c',
  resume: 'resume',
  feed: 'cal',
  listing: 'c',
}

export type LinkRequest = Omit<NewLink, 'id' | 'tokenHash' | 'createdAt' | 'expiresAt'>

/** Makes a link and answers its address, to be put into one message and kept nowhere else. */
export async function makeLink(services: Services, db: Db, request: LinkRequest, at: Date): Promise<string> {
  const token = services.newToken()
  await insertLink(db, {
    ...request,
    id: services.newId(),
    tokenHash: services.secrets.hash('link', token),
    createdAt: at,
    expiresAt: new Date(at.getTime() + lasts[request.purpose]),
  })
  const ending = request.purpose === 'feed' ? '.ics' : ''
  return `${services.config.publicUrl}/${paths[request.purpose]}/${token}${ending}`
}
