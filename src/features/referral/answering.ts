import { dayOf } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'
import { accept, refuse, type Result } from '#kernel/result.ts'
import { makeLink } from '#features/access/index.ts'
import { consentOfReferral, saveConsentState } from '#features/consent/index.ts'
import { organizationContact, serviceById } from '#features/directory/index.ts'
import { writeMessage, type Writing } from '#features/messaging/index.ts'
import { insertTask } from '#features/task/index.ts'
import { openContent, type Content } from './content.ts'
import { completeIfWitnessed, dueIn, move, note, type Acting, type ReferralRefusal } from './moves.ts'
import { isTerminal, organizationReasons } from './domain/referral.ts'
import { contentOf, referralById, saveReferral, type StoredReferral } from './store.ts'

/** What the organization may read now; nothing without a consent in force. */
export async function readContent({ services, db }: Acting, referralId: Id): Promise<Content | undefined> {
  const sealed = await contentOf(db, referralId)
  return sealed ? openContent(services.secrets, sealed) : undefined
}

/** Yes: the person is told in their own language, with the date, and gets the one tap that will confirm. */
export async function acceptReferral(
  acting: Acting,
  id: Id,
  proposedAt: Date | null,
  version: number,
): Promise<Result<StoredReferral, ReferralRefusal | 'date-past'>> {
  if (proposedAt && proposedAt <= acting.now) return refuse('date-past')
  const accepted = await move(
    acting,
    id,
    'target',
    'accepted',
    { proposedAt, businessStatus: proposedAt ? 'appointment-booked' : 'contacting' },
    version,
  )
  if (!accepted.ok) return accepted
  await tellPerson(acting, accepted.value, await readContent(acting, id), 'referral-accepted', true)
  return accepted
}

/** No, with a coded reason and, where they know one, the next door; the sender gets it back as a task. */
export async function declineReferral(
  acting: Acting,
  id: Id,
  reason: string,
  nextServiceId: Id | null,
  version: number,
): Promise<Result<StoredReferral, ReferralRefusal>> {
  const coded = organizationReasons.find((each) => each === reason)
  if (!coded) return refuse('reason-needed')
  const next = nextServiceId && (await serviceById(acting.db, nextServiceId)) ? nextServiceId : null
  const content = await readContent(acting, id) // read before the end, which closes it to the organization
  const declined = await move(acting, id, 'target', 'rejected', { reason: coded, nextServiceId: next }, version)
  if (!declined.ok) return declined
  await tellPerson(acting, declined.value, content, 'referral-declined', false)
  await backToSender(acting, declined.value, 'referral-declined')
  return declined
}

/** The organization's witness: the first service was given. The person is asked for theirs, unless they gave it before. */
export async function markFirstServiceGiven(
  acting: Acting,
  id: Id,
  version: number,
): Promise<Result<StoredReferral, ReferralRefusal>> {
  const given = await move(
    acting,
    id,
    'target',
    'in-progress',
    { businessStatus: 'first-service-given', organizationConfirmedAt: acting.now },
    version,
  )
  if (!given.ok) return given
  if (!given.value.personConfirmedAt)
    await tellPerson(acting, given.value, await readContent(acting, id), 'referral-witness', true)
  return completeIfWitnessed(acting, given.value)
}

/** The person's witness, one tap, said once; before an acceptance there is nothing to confirm. */
export async function confirmReceived(acting: Acting, id: Id): Promise<Result<StoredReferral, ReferralRefusal>> {
  const referral = await referralById(acting.db, id)
  if (!referral) return refuse('unknown-referral')
  if (referral.personConfirmedAt) return accept(referral)
  if (isTerminal(referral.status) || referral.status === 'draft' || referral.status === 'requested')
    return refuse('not-from-here')
  const noted = await note(acting, referral, 'person', 'witness', { personConfirmedAt: acting.now })
  return noted.ok ? completeIfWitnessed(acting, noted.value) : noted
}

/** Takes a consent back: from the very next request the organization reads nothing more. Both sides get a receipt. */
export async function withdrawConsent(acting: Acting, referralId: Id): Promise<Result<Id, ReferralRefusal>> {
  const { db, now } = acting
  const consent = await consentOfReferral(db, referralId)
  if (!consent) return refuse('unknown-referral')
  if (consent.state === 'withdrawn') return accept(referralId)
  if (await saveConsentState(db, consent.id, consent.state, 'withdrawn', now))
    return endWithoutConsent(acting, referralId, 3)
  return (await consentOfReferral(db, referralId))?.state === 'withdrawn'
    ? accept(referralId)
    : refuse('changed-meanwhile')
}

/** Whoever moves the referral at the same moment, the withdrawal stands: it is tried again on what they left. */
async function endWithoutConsent(acting: Acting, referralId: Id, tries: number): Promise<Result<Id, ReferralRefusal>> {
  const { db, services } = acting
  const referral = await referralById(db, referralId)
  if (!referral) return refuse('unknown-referral')
  if (isTerminal(referral.status)) return accept(referralId)
  if (referral.status === 'draft' && (await saveReferral(db, referral))) return accept(referralId) // its new version stops a sending under way
  const cancelled =
    referral.status === 'draft'
      ? refuse('changed-meanwhile')
      : await move(acting, referralId, 'person', 'cancelled', { reason: 'consent-withdrawn' })
  if (!cancelled.ok)
    return cancelled.refusal === 'changed-meanwhile' && tries > 1
      ? endWithoutConsent(acting, referralId, tries - 1)
      : cancelled
  await backToSender(acting, cancelled.value, 'consent-withdrawn')
  await services.sendJob(db, 'tell-organization', { referralId })
  return accept(referralId)
}

/** Accepted, and silent past its time: the sender is asked to look, and the clock starts again; nothing waits unseen. */
export async function watchReferral(
  acting: Acting,
  referral: StoredReferral,
): Promise<Result<StoredReferral, ReferralRefusal>> {
  const dueAt = dueIn(acting.services, referral.status, acting.now)
  if (!(await saveReferral(acting.db, { ...referral, dueAt }))) return refuse('changed-meanwhile')
  await backToSender(acting, referral, 'referral-silent')
  return accept({ ...referral, dueAt, version: referral.version + 1 })
}

/** At the end of the eighth working day without an answer the system closes, and the sender looks for the next door. */
export async function closeUnanswered(
  acting: Acting,
  referral: StoredReferral,
): Promise<Result<StoredReferral, ReferralRefusal>> {
  const closed = await move(acting, referral.id, 'system', 'cancelled', { reason: 'no-answer' })
  if (closed.ok) await backToSender(acting, closed.value, 'referral-unanswered')
  return closed
}

/** The sender takes a referral back: coded, told to both sides, and nothing more is read from then on. */
export async function cancelReferral(
  acting: Acting,
  id: Id,
  reason: string,
): Promise<Result<StoredReferral, ReferralRefusal>> {
  const coded = cancelReasons.find((each) => each === reason)
  const content = await readContent(acting, id)
  const before = await referralById(acting.db, id)
  if (before?.status === 'draft') return move(acting, id, 'requester', 'entered-in-error')
  if (!coded) return refuse('reason-needed')
  const cancelled = await move(acting, id, 'requester', 'cancelled', { reason: coded })
  if (!cancelled.ok) return cancelled
  await tellPerson(acting, cancelled.value, content, 'referral-cancelled', false)
  await acting.services.sendJob(acting.db, 'tell-organization', { referralId: id })
  return cancelled
}

/** Why a sender takes a referral back. */
export const cancelReasons = [
  'client-declined',
  'client-moved',
  'cannot-reach-client',
  'taken-elsewhere',
  'duplicate',
] as const

/** The organization's receipt that a referral ended without it; by the worker, who may read the contact. */
export async function tellOrganization({ services, db, now }: Acting, referralId: Id): Promise<void> {
  const referral = await referralById(db, referralId)
  const contact = referral && (await organizationContact(db, referral.organizationId, dayOf(now)))
  if (!referral || !contact) return
  await writeMessage(
    services,
    db,
    {
      template: 'referral-ended',
      to: services.secrets.decrypt(contact.emailSealed),
      language: 'fr',
      values: { organization: referral.organizationName },
      referralId,
    },
    now,
  )
}

async function backToSender({ services, db, now }: Acting, referral: StoredReferral, reason: string): Promise<void> {
  await insertTask(db, {
    id: services.newId(),
    kind: 'referral',
    fileId: referral.fileId,
    referralId: referral.id,
    region: referral.region,
    language: (await consentOfReferral(db, referral.id))?.language ?? 'fr',
    ownerId: referral.senderId,
    reason,
    dueAt: dueIn(services, 'requested', now) ?? now,
    createdAt: now,
  })
}

/** A mail in the person's language that names no organization and no need; the rest is behind the link. */
async function tellPerson(
  acting: Acting,
  referral: StoredReferral,
  content: Content | undefined,
  template: Writing['template'],
  witness: boolean,
): Promise<void> {
  const { services, db, now } = acting
  if (!content) return // no consent in force: the organization could not read it, and the move was refused before
  const { language, email, firstName } = content
  const door = witness
    ? await makeLink(
        services,
        db,
        {
          purpose: 'witness',
          fileId: referral.fileId,
          referralId: referral.id,
          organizationId: referral.organizationId,
          language,
        },
        now,
      )
    : ''
  const home = `${services.config.publicUrl}/${language}/me`
  const date = referral.proposedAt?.toISOString() ?? ''
  const values = template === 'referral-witness' ? { link: door } : { link: home, otherLink: door }
  await writeMessage(
    services,
    db,
    {
      template,
      to: email,
      language,
      values: { ...values, name: firstName, date }, // never the organization: its name alone may tell what someone lives through
      fileId: referral.fileId,
      referralId: referral.id,
    },
    now,
  )
}
