import { dayOf } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'
import { labelOf } from '#kernel/actor.ts'
import { accept, refuse, type Result } from '#kernel/result.ts'
import { isLanguage } from '#kernel/language.ts'
import { makeLink } from '#features/access/index.ts'
import {
  consentById,
  consentOfReferral,
  consentTextVersion,
  insertConsent,
  saveConsentState,
} from '#features/consent/index.ts'
import { organizationContact, serviceById } from '#features/directory/index.ts'
import { fileById, personById } from '#features/identity/index.ts'
import { writeMessage } from '#features/messaging/index.ts'
import { insertTask } from '#features/task/index.ts'
import { sealContent } from './content.ts'
import { move, dueIn, type Acting, type ReferralRefusal } from './moves.ts'
import { insertEvent, insertReferral, referralById, type StoredReferral } from './store.ts'

export type Draft = {
  fileId: Id
  needId: string
  serviceId: Id
  words: string
  city: string | null
  done: string[]
  steps: { id: string; title: string }[]
}
export type DraftRefusal = 'unknown-file' | 'unknown-service' | 'no-contact' | 'no-person'

/** Prepares a referral: nothing leaves yet. Without a confirmed contact there is nobody to write to: call them. */
export async function draftReferral(acting: Acting, draft: Draft): Promise<Result<Id, DraftRefusal>> {
  const { services, db, actor, now } = acting
  const file = await fileById(db, draft.fileId)
  const person = file?.personId ? await personById(db, file.personId) : undefined
  if (!file) return refuse('unknown-file')
  if (!person?.emailSealed || actor.kind !== 'agent') return refuse('no-person')
  const service = await serviceById(db, draft.serviceId)
  if (service?.status !== 'active') return refuse('unknown-service')
  if (!(await organizationContact(db, service.organizationId, dayOf(now)))) return refuse('no-contact')
  const id = services.newId()
  const need = services.reference.words('fr').needs[draft.needId]?.title ?? draft.needId
  await insertReferral(db, {
    id,
    fileId: draft.fileId,
    needId: draft.needId,
    serviceId: draft.serviceId,
    organizationId: service.organizationId,
    senderId: actor.staffId,
    region: file.region,
    createdAt: now,
    dueAt: dueIn(services, 'draft', now) ?? now,
    stepIds: draft.steps.map((step) => step.id),
    contentSealed: sealContent(services.secrets, {
      firstName: person.firstName,
      email: services.secrets.decrypt(person.emailSealed),
      language: person.language,
      city: draft.city,
      needTitle: need,
      words: draft.words.slice(0, 2000),
      done: draft.done,
      steps: draft.steps,
      sender: actor.label,
    }),
  })
  await insertEvent(db, {
    id: services.newId(),
    referralId: id,
    fileId: draft.fileId,
    at: now,
    side: 'requester',
    actorLabel: actor.label,
    kind: 'created',
    fromStatus: null,
    toStatus: 'draft',
    businessStatus: null,
    reason: null,
  })
  return accept(id)
}

/** Asks on the person's own screen, or records what they said aloud; either way they can take it back. */
export async function askConsent(
  acting: Acting,
  referralId: Id,
  channel: 'screen' | 'oral',
  spoken: string,
): Promise<Result<Id, ReferralRefusal | 'asked-already'>> {
  const { services, db, actor, now } = acting
  const referral = await referralById(db, referralId)
  if (!referral || actor.kind !== 'agent') return refuse('unknown-referral')
  const earlier = await consentOfReferral(db, referralId)
  if (referral.status !== 'draft') return refuse('not-from-here')
  if (earlier?.state === 'given' || (earlier?.state === 'asked' && channel === 'screen')) return refuse('asked-already')
  const person = await personOf(acting, referral)
  if (!person) return refuse('unknown-referral')
  const id = services.newId()
  const given = channel === 'oral'
  await insertConsent(db, {
    id,
    fileId: referral.fileId,
    referralId,
    organizationId: referral.organizationId,
    textVersion: consentTextVersion,
    language: given ? spoken : person.language,
    channel,
    state: given ? 'given' : 'asked',
    askedAt: now,
    givenAt: given ? now : null,
    endedAt: null,
    recordedBy: actor.staffId,
  })
  const link = await makeLink(
    services,
    db,
    given
      ? {
          purpose: 'withdraw',
          fileId: referral.fileId,
          personId: person.id,
          referralId,
          consentId: id,
          language: person.language,
        }
      : {
          purpose: 'registration',
          fileId: referral.fileId,
          emailSealed: person.emailSealed,
          language: person.language,
        },
    now,
  )
  await writeMessage(
    services,
    db,
    {
      template: given ? 'consent-recorded' : 'consent-asked',
      to: person.email,
      language: person.language,
      values: { link, name: person.firstName, sender: labelOf(actor) ?? '' },
      fileId: referral.fileId,
      referralId,
    },
    now,
  )
  return accept(id)
}

/** The person's own answer. A yes brings the referral back to its sender's list, ready to leave. */
export async function answerConsent(acting: Acting, consentId: Id, yes: boolean): Promise<Result<Id, ReferralRefusal>> {
  const { services, db, now } = acting
  const consent = await consentById(db, consentId)
  const referral = consent && (await referralById(db, consent.referralId))
  if (!consent || !referral) return refuse('unknown-referral')
  // an older page: meanwhile another consent was recorded for the same referral, and only that one counts
  if ((await consentOfReferral(db, referral.id))?.id !== consentId) return refuse('changed-meanwhile')
  if (!(await saveConsentState(db, consentId, 'asked', yes ? 'given' : 'refused', now)))
    return refuse('changed-meanwhile')
  await insertTask(db, {
    id: services.newId(),
    kind: 'referral',
    fileId: referral.fileId,
    referralId: referral.id,
    region: referral.region,
    language: consent.language,
    ownerId: referral.senderId,
    reason: yes ? 'consent-given' : 'consent-refused',
    dueAt: dueIn(services, 'requested', now) ?? now,
    createdAt: now,
  })
  return accept(referral.id)
}

/** Hands the referral over: the organization gets one mail, which names nobody. */
export async function sendReferral(
  acting: Acting,
  referralId: Id,
): Promise<Result<StoredReferral, ReferralRefusal | 'no-contact'>> {
  const { db, actor, now } = acting
  const sent = await move(acting, referralId, 'requester', 'requested', { businessStatus: 'delivered' })
  if (!sent.ok) return sent
  const contact = await organizationContact(db, sent.value.organizationId, dayOf(now))
  if (!contact) return refuse('no-contact')
  await writeToOrganization(acting, sent.value, contact.emailSealed, labelOf(actor) ?? '', now)
  return sent
}

/** One mail to the confirmed contact, with a link for this referral alone. */
export async function writeToOrganization(
  { services, db }: Acting,
  referral: StoredReferral,
  emailSealed: Buffer,
  sender: string,
  now: Date,
): Promise<void> {
  const link = await makeLink(
    services,
    db,
    {
      purpose: 'referral',
      referralId: referral.id,
      organizationId: referral.organizationId,
      emailSealed,
      language: 'fr',
    },
    now,
  )
  await writeMessage(
    services,
    db,
    {
      template: 'referral-request',
      to: services.secrets.decrypt(emailSealed),
      language: 'fr',
      values: { link, sender, organization: referral.organizationName },
      referralId: referral.id,
    },
    now,
  )
}

async function personOf({ services, db }: Acting, referral: StoredReferral) {
  const file = await fileById(db, referral.fileId)
  const person = file?.personId ? await personById(db, file.personId) : undefined
  if (!person?.emailSealed) return undefined
  return {
    id: person.id,
    firstName: person.firstName,
    emailSealed: person.emailSealed,
    email: services.secrets.decrypt(person.emailSealed),
    language: isLanguage(person.language) ? person.language : 'fr',
  }
}
