import { z } from 'zod'
import type { Id } from '#kernel/id.ts'
import { isLanguage, type Language } from '#kernel/language.ts'
import { inTransaction } from '#platform/db/actor.ts'
import type { Db } from '#platform/db/db.ts'
import type { Services } from '#platform/http/env.ts'
import { isPermanent, type Mailer } from '#platform/mail/mail.ts'
import { renderMail, type Template, type TemplateValues } from './templates.ts'
import { insertMessage, messageById, saveFailedTry, saveSent } from './store.ts'

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

/** Sends one message; sent once in effect: the server's acceptance and our note of it are one lock apart. Throws to be tried again. */
export async function sendMessage(services: Services, mailer: Mailer, messageId: Id): Promise<void> {
  const failure = await inTransaction(services.pool, job, async (db) => {
    const message = await messageById(db, messageId)
    if (!message || message.state !== 'waiting' || !message.toSealed || !message.valuesSealed) return undefined
    const values: TemplateValues = keptValues.parse(JSON.parse(services.secrets.decrypt(message.valuesSealed)))
    const language: Language = isLanguage(message.language) ? message.language : 'fr'
    const mail = renderMail(
      services.words,
      services.config.serviceName,
      services.config.officePhone,
      message.template,
      language,
      values,
    )
    try {
      await mailer.send({ to: services.secrets.decrypt(message.toSealed), id: messageId, language, ...mail })
    } catch (error) {
      await saveFailedTry(db, messageId, error instanceof Error ? error.message : 'unknown', isPermanent(error))
      if (isPermanent(error)) return undefined
      return error instanceof Error ? error : new Error(String(error))
    }
    await saveSent(db, messageId, services.now(), mailer.keepsOutbox)
    return undefined
  })
  if (failure) throw failure
}
