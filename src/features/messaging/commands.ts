import { z } from 'zod'
import type { Id } from '#kernel/id.ts'
import { isLanguage, type Language } from '#kernel/language.ts'
import { inTransaction } from '#platform/db/actor.ts'
import type { Db } from '#platform/db/db.ts'
import type { Services } from '#platform/http/env.ts'
import { refusalOf, type Mailer } from '#platform/mail/mail.ts'
import { isStoppable, renderMail, type Template, type TemplateValues } from './templates.ts'
import { claimMessage, forgottenMessages, insertMessage, saveFailedTry, saveSent } from './store.ts'

export type Writing = {
  template: Template
  to: string
  language: string
  values: TemplateValues
  fileId?: Id | null
  referralId?: Id | null
}

/** Puts a message with the caller's work: it exists, and leaves, only if that commits. */
export async function writeMessage(services: Services, db: Db, writing: Writing, at: Date): Promise<void> {
  const { secrets, newId, sendJob } = services
  const id = newId()
  await insertMessage(db, {
    id,
    template: writing.template,
    language: writing.language,
    toSealed: secrets.encrypt(writing.to),
    valuesSealed: secrets.encrypt(JSON.stringify(writing.values)),
    fileId: writing.fileId ?? null,
    referralId: writing.referralId ?? null,
    at,
  })
  await sendJob(db, 'send-message', { messageId: id })
}

const keptValues = z.record(z.string(), z.string())
const job = { kind: 'job' as const, name: 'send-message' }

const claimed = 5 * 60_000

/** The mail server did not take a message for now; thrown without its words, so that the job is tried again. */
export class MailWaitsError extends Error {
  override name = 'MailWaitsError'
}

/** Sends one message: claimed in one transaction, sent outside of any, noted in another. Throws to be tried again. */
export async function sendMessage(services: Services, mailer: Mailer, messageId: Id): Promise<void> {
  const { pool, secrets, now, log } = services
  const at = now()
  const until = new Date(at.getTime() + claimed)
  const message = await inTransaction(pool, job, (db) => claimMessage(db, messageId, at, until))
  if (!message?.toSealed || !message.valuesSealed) return
  const values: TemplateValues = keptValues.parse(JSON.parse(secrets.decrypt(message.valuesSealed)))
  const language: Language = isLanguage(message.language) ? message.language : 'fr'
  const { serviceName, officePhone } = services.config
  const mail = renderMail(services.words, serviceName, officePhone, message.template, language, values)
  const unsubscribe = isStoppable(message.template) ? values.otherLink : undefined
  try {
    await mailer.send({ to: secrets.decrypt(message.toSealed), id: messageId, language, unsubscribe, ...mail })
  } catch (error) {
    const { code, permanent } = refusalOf(error)
    log.warn({ messageId, code, permanent }, 'a mail did not leave')
    await inTransaction(pool, job, (db) => saveFailedTry(db, messageId, code, permanent))
    if (permanent) return
    throw new MailWaitsError(code)
  }
  await inTransaction(pool, job, (db) => saveSent(db, messageId, now(), mailer.keepsOutbox))
}

/** Hands over again what waits for more than an hour; a message that is under way, or sent, is not sent twice. */
export async function requeueForgotten(services: Services): Promise<void> {
  const before = new Date(services.now().getTime() - 3_600_000)
  await inTransaction(services.pool, job, async (db) => {
    for (const messageId of await forgottenMessages(db, before, 1_000))
      await services.sendJob(db, 'send-message', { messageId })
  })
}
