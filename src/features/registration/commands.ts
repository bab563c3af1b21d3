import type { Context } from 'hono'
import type { Id } from '#kernel/id.ts'
import { dayOf } from '#kernel/day.ts'
import { accept, refuse, type Result } from '#kernel/result.ts'
import { becomeActor, makeLink, markLinkUsed, startSession, type Link } from '#features/access/index.ts'
import { startClock } from '#features/appointment/index.ts'
import { knowledgeOf } from '#features/assessment/index.ts'
import { fileById, filesToWriteTo, givePerson, insertPerson, type File } from '#features/identity/index.ts'
import { recordEvent } from '#features/audit/index.ts'
import { writeMessage } from '#features/messaging/index.ts'
import { needsOfTheOffice, planOf } from '#features/plan/index.ts'
import type { Env } from '#platform/http/env.ts'
import type { Contact } from './domain.ts'

/** Sends the link that registers: the address is proved by the person who opens it. */
export async function sendRegistrationLink(c: Context<Env>, fileId: Id, contact: Contact): Promise<void> {
  const { services, db, now, language } = c.var
  const link = await makeLink(
    services,
    db,
    {
      purpose: 'registration',
      fileId,
      firstName: contact.firstName,
      emailSealed: services.secrets.encrypt(contact.email),
      language,
    },
    now,
  )
  await writeMessage(
    services,
    db,
    { template: 'registration', to: contact.email, language, values: { link, name: contact.firstName }, fileId },
    now,
  )
}

/** A new way in for whoever registered with this address; nothing when nobody did, and the answer is the same. */
export async function sendSignInLinks(c: Context<Env>, email: string): Promise<void> {
  const { services, db, now } = c.var
  for (const { fileId, language } of await filesToWriteTo(db, services.secrets.hash('email', email))) {
    const link = await makeLink(
      services,
      db,
      { purpose: 'registration', fileId, emailSealed: services.secrets.encrypt(email), language },
      now,
    )
    await writeMessage(services, db, { template: 'sign-in', to: email, language, values: { link } }, now)
  }
}

/** The same link again, to the same address only, for one that expired or was used. */
export async function renewLink(c: Context<Env>, link: Link): Promise<void> {
  const { services, db, now } = c.var
  if (!link.emailSealed || !link.fileId) return
  const to = services.secrets.decrypt(link.emailSealed)
  const fresh = await makeLink(
    services,
    db,
    {
      purpose: 'registration',
      fileId: link.fileId,
      firstName: link.firstName,
      emailSealed: link.emailSealed,
      language: link.language,
    },
    now,
  )
  await writeMessage(services, db, { template: 'sign-in', to, language: link.language, values: { link: fresh } }, now)
}

export type Entered = { fileId: Id; registered: boolean }

/**
 * The one button: the nameless file gains its person, or a registered person comes back in. The language, the answers and
 * the plan stay as they are, and nothing is shared with anybody.
 */
export async function enterByLink(
  c: Context<Env>,
  link: Link,
  tokenHash: string,
): Promise<Result<Entered, 'used' | 'gone'>> {
  const { services, db, now } = c.var
  if (!link.fileId || !link.emailSealed) return refuse('gone')
  if (!(await markLinkUsed(db, tokenHash, now))) return refuse('used')
  const email = services.secrets.decrypt(link.emailSealed)
  const emailHash = services.secrets.hash('email', email)
  const returning = (await filesToWriteTo(db, emailHash)).find((each) => each.fileId === link.fileId)
  if (returning) {
    await becomeActor(c, { kind: 'newcomer', personId: returning.personId, fileId: returning.fileId })
    await startSession(c, 'newcomer', { fileId: returning.fileId, personId: returning.personId })
    return accept({ fileId: returning.fileId, registered: false })
  }
  const personId = services.newId()
  await becomeActor(c, { kind: 'draft', fileId: link.fileId, personId })
  const file = await fileById(db, link.fileId)
  if (!file) return refuse('gone') // deleted after 30 days, or registered meanwhile with another address
  await insertPerson(db, {
    id: personId,
    firstName: link.firstName ?? '',
    emailSealed: link.emailSealed,
    emailHash,
    language: file.language,
    at: now,
  })
  if (!(await givePerson(db, file.id, personId, now))) return refuse('gone')
  await becomeActor(c, { kind: 'newcomer', personId, fileId: file.id })
  await startSession(c, 'newcomer', { fileId: file.id, personId })
  const { profile } = await knowledgeOf(services, db, file.id, now)
  const arrival = profile['arrival_date']
  const urgent = profile['urgent_now']
  await startClock(
    services,
    db,
    {
      fileId: file.id,
      region: file.region,
      language: String(profile['prefer_language'] ?? file.language),
      arrival: typeof arrival === 'string' ? arrival : undefined,
      abroad: profile['where'] === 'abroad',
      urgent: typeof urgent === 'object' && !urgent.includes('none') && urgent.length > 0,
    },
    now,
  )
  await countNeedsOfTheOffice(c, file)
  return accept({ fileId: file.id, registered: true })
}

/** The needs that nothing funded answers, counted when someone registers: what the ministry's office then owes, and what is missing. */
async function countNeedsOfTheOffice(c: Context<Env>, file: File): Promise<void> {
  const { services, db, now } = c.var
  const { plan, knowledge } = await planOf(services, db, file.id, now, file.language)
  for (const subject of needsOfTheOffice(services.reference, plan, knowledge.profile, dayOf(now)))
    await recordEvent(db, {
      at: now,
      kind: 'need.without-programme',
      fileId: file.id,
      body: 'service',
      subject,
      region: file.region,
    })
}
