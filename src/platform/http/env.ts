import type { Actor } from '#kernel/actor.ts'
import type { Id } from '#kernel/id.ts'
import type { Language } from '#kernel/language.ts'
import type { Config } from '#platform/config/config.ts'
import type { Db } from '#platform/db/db.ts'
import type { SendJob } from '#platform/jobs/jobs.ts'
import type { Log } from '#platform/log/log.ts'
import type { Reference } from '#platform/reference/load.ts'
import type { Secrets } from '#platform/secret/secret.ts'
import type { Translate, Words } from '#platform/text/words.ts'
import type { SentFiles } from './upload.ts'

/** What the whole process shares; made once in main/, handed down, never imported. */
export type Services = {
  config: Config
  pool: Db
  secrets: Secrets
  words: Words
  reference: Reference
  log: Log
  sendJob: SendJob
  /** Who hears, in the same transaction, that a registered person changed an answer; wired in main/services.ts. */
  onAnswer: (services: Services, db: Db, fileId: Id, at: Date) => Promise<void>
  now: () => Date
  newId: () => Id
  newToken: () => string
  newCode: () => string
}

/** What one request knows. `db` is its transaction, opened in the name of `actor`; pages that touch no one's data have none. */
export type Env = {
  Bindings: { incoming?: { socket: { remoteAddress?: string } } }
  Variables: {
    services: Services
    requestId: string
    now: Date
    language: Language
    /** What the person reads, where the page stands in French because it is not written in that language. */
    wanted: Language | null
    /** Whose answers and plan a page is about: a member of the household, or the person whose file it is. */
    memberId: Id | null
    /** Where that person's pages begin: '/fr', or '/fr/household/<member>'. */
    base: string
    t: Translate
    actor: Actor
    db: Db
    form: URLSearchParams
    /** The files beside the form, where a route takes any. */
    files: SentFiles
    /** The hash of the session's token; form tokens are bound to it. */
    bearer: string
    traces: Trace[]
    /** Keys of the tries to count (tokens, codes, sign-ins): written beside the traces, whatever the answer. */
    attempts: string[]
    /** Pages of other sites may show this answer in a frame. */
    framed: boolean
  }
}

/** One line of the audit: written whatever the answer, after the transaction has ended. */
export type Trace = {
  action: string
  fileId?: Id
  referralId?: Id
  outcome?: 'granted' | 'refused'
  reason?: string
  filter?: Record<string, string>
  shown?: number
}
