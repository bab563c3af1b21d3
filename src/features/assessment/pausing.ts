import type { Context } from 'hono'
import { accept, refuse, type Result } from '#kernel/result.ts'
import { becomeActor, insertLink, linkByHash, markLinkUsed, startSession } from '#features/access/index.ts'
import { fileById } from '#features/identity/index.ts'
import { present } from '#platform/db/actor.ts'
import type { Env } from '#platform/http/env.ts'
import { newResumeCode, readResumeCode } from './domain/resume-code.ts'
import { deleteAnswer } from './store.ts'

const lasts = 7 * 86_400_000

/** A code that brings a nameless file to another device: shown once, used once, for seven days; only its hash is kept. */
export async function makeResumeCode(c: Context<Env>): Promise<string | undefined> {
  const { actor, db, now, services, language } = c.var
  if (actor.kind !== 'draft') return undefined
  const code = newResumeCode(Buffer.from(services.newToken(), 'base64url'))
  await insertLink(db, {
    id: services.newId(),
    tokenHash: services.secrets.hash('resume', readResumeCode(code)),
    purpose: 'resume',
    fileId: actor.fileId,
    language,
    createdAt: now,
    expiresAt: new Date(now.getTime() + lasts),
  })
  return code
}

/**
 * Opens the file of a code on this device. Whatever is wrong with the code, the answer is one and the same. The answers to the
 * question about urgent needs do not come along: whoever holds the code may not be who gave them (contract, "Doors").
 */
export async function resumeByCode(c: Context<Env>, typed: string): Promise<Result<'resumed', 'no-such-code'>> {
  const { db, now, services } = c.var
  const hash = services.secrets.hash('resume', readResumeCode(typed))
  await present(db, 'bearer', hash)
  const link = await linkByHash(db, hash)
  if (link?.purpose !== 'resume' || !link.fileId || link.expiresAt < now) return refuse('no-such-code')
  if (!(await markLinkUsed(db, hash, now))) return refuse('no-such-code')
  await becomeActor(c, { kind: 'draft', fileId: link.fileId })
  if (!(await fileById(db, link.fileId))) return refuse('no-such-code') // registered since, or its thirty days are over
  await deleteAnswer(db, link.fileId, 'urgent_now')
  await startSession(c, 'draft', { fileId: link.fileId })
  return accept('resumed')
}
