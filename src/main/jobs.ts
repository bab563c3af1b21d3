import { addWorkingDays, dayOf } from '#kernel/day.ts'
import { inTransaction } from '#platform/db/actor.ts'
import { connect } from '#platform/db/db.ts'
import type { Services } from '#platform/http/env.ts'
import { startWorker } from '#platform/jobs/jobs.ts'
import { createMailer } from '#platform/mail/mail.ts'
import { endExpired } from '#features/access/index.ts'
import { askListings, endUploads, takeUpload } from '#features/directory/index.ts'
import { deleteExpiredFiles, registeredFiles } from '#features/identity/index.ts'
import { requeueForgotten, sendMessage } from '#features/messaging/index.ts'
import { remind } from '#features/plan/index.ts'
import {
  closeUnanswered,
  tellOrganization,
  unansweredSince,
  unwatchedSince,
  watchReferral,
} from '#features/referral/index.ts'

/** What happens later, apart from any request; each job acts in its own name, an item at a time. */
export async function startJobs(services: Services, ownerUrl: string): Promise<{ stop: () => Promise<void> }> {
  const mailer = createMailer(services.config.smtpUrl, services.config.mailFrom)
  const owner = connect(ownerUrl, 3) // an import, the lock under which it runs, and retention
  const worker = await startWorker(
    ownerUrl,
    {
      'send-message': ({ messageId }) => sendMessage(services, mailer, messageId),
      'tell-organization': ({ referralId }) => tell(services, referralId),
      'ask-listings': () => askSome(services),
      'import-upload': ({ uploadId }) => takeUpload(services, owner.db, uploadId),
      'end-what-expired': async () => {
        await endWhatExpired(services)
        await requeueForgotten(services)
        await endUploads(services, owner.db)
      },
      remind: ({ after }) => remindSome(services, after).then(() => {}),
      'close-unanswered': () => closeReferrals(services).then(() => watchReferrals(services)),
    },
    {
      'end-what-expired': '17 * * * *',
      'close-unanswered': '5 0 * * *',
      remind: '30 9 * * *',
      'ask-listings': '10 6 * * 1-5',
    },
  )
  return {
    stop: async () => {
      await worker.stop()
      await owner.close()
      mailer.close()
    },
  }
}

function tell(services: Services, referralId: string): Promise<void> {
  const actor = { kind: 'job' as const, name: 'tell-organization' }
  return inTransaction(services.pool, actor, (db) =>
    tellOrganization({ services, db, actor, now: services.now() }, referralId),
  )
}

/** Retention: nameless files after 30 days; sessions, links and records once they serve nothing. */
export async function endWhatExpired(services: Services): Promise<void> {
  const at = services.now()
  const files = await inTransaction(services.pool, { kind: 'job', name: 'end-what-expired' }, async (db) => {
    await endExpired(db, at)
    return deleteExpiredFiles(db, at)
  })
  services.log.info({ job: 'end-what-expired', files }, 'retention')
}

/** On working mornings: organizations are asked whether their entries are still right, a hundred at a time. */
export async function askSome(services: Services): Promise<void> {
  const actor = { kind: 'job' as const, name: 'ask-listings' }
  const round = await inTransaction(services.pool, actor, (db) => askListings(services, db, services.now()))
  services.log.info({ job: 'ask-listings', ...round }, 'listings')
}

const unansweredDays = 5 // due after 3 working days; five more make the eighth

/** Referrals without an answer by the end of the eighth working day end, and go back to their sender. */
export async function closeReferrals(services: Services): Promise<void> {
  const now = services.now()
  const actor = { kind: 'job' as const, name: 'close-unanswered' }
  const due = await inTransaction(services.pool, actor, (db) => unansweredSince(db, now, 500), 'read')
  for (const referral of due) {
    if (
      !referral.dueAt ||
      dayOf(now) <= addWorkingDays(dayOf(referral.dueAt), unansweredDays, services.reference.holidays)
    )
      continue
    await inTransaction(services.pool, actor, (db) => closeUnanswered({ services, db, actor, now }, referral))
  }
}

/** Referrals that were accepted and are silent past their time come back to their sender's list. */
export async function watchReferrals(services: Services): Promise<void> {
  const now = services.now()
  const actor = { kind: 'job' as const, name: 'close-unanswered' }
  const late = await inTransaction(services.pool, actor, (db) => unwatchedSince(db, now, 500), 'read')
  for (const referral of late)
    await inTransaction(services.pool, actor, (db) => watchReferral({ services, db, actor, now }, referral))
}

const batch = 500

/**
 * The mails that the service writes of itself, each morning: some people at a time, each in a transaction of their own, so that one
 * accident stops nobody else's; what did not leave today is still due tomorrow. Answers where to go on.
 */
export async function remindSome(services: Services, after: string | undefined): Promise<string | undefined> {
  const actor = { kind: 'job' as const, name: 'remind' }
  let mails = 0
  const files = await inTransaction(services.pool, actor, (db) => registeredFiles(db, after, batch), 'read')
  for (const file of files) {
    try {
      mails += await inTransaction(services.pool, actor, (db) => remind(services, db, file, services.now()))
    } catch (error) {
      services.log.error({ job: 'remind', error: error instanceof Error ? error.name : 'unknown' }, 'accident')
    }
  }
  services.log.info({ job: 'remind', mails }, 'reminders')
  const next = files.length === batch ? files.at(-1)?.fileId : undefined
  if (next !== undefined)
    await inTransaction(services.pool, actor, (db) => services.sendJob(db, 'remind', { after: next }))
  return next
}
