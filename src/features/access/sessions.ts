import { actAs, present } from '#platform/db/actor.ts'
import type { Db } from '#platform/db/db.ts'
import type { Context } from 'hono'
import type { Actor } from '#kernel/actor.ts'
import type { Id } from '#kernel/id.ts'
import type { Env } from '#platform/http/env.ts'
import { attemptsMade, countAttempt, insertSession, type SessionKind } from './store.ts'
import { jarOf, setSessionCookie } from './web/cookies.ts'

const hour = 3_600_000
const lasts: Record<SessionKind, number> = {
  draft: 30 * 24 * hour,
  newcomer: 30 * 24 * hour,
  staff: 12 * hour,
  link: 8 * 24 * hour,
}

/** Begins a session in this request's transaction and gives its cookie to the browser; only the token's hash is kept. */
export async function startSession(
  c: Context<Env>,
  kind: SessionKind,
  holds: { fileId?: Id; personId?: Id; staffId?: Id; referralId?: Id; organizationId?: Id },
) {
  const { secrets, newId, newToken } = c.var.services
  const token = newToken()
  const tokenHash = secrets.hash('session', token)
  const expiresAt = new Date(c.var.now.getTime() + lasts[kind])
  await present(c.var.db, 'bearer', tokenHash)
  await insertSession(c.var.db, { id: newId(), tokenHash, kind, ...holds, createdAt: c.var.now, expiresAt })
  setSessionCookie(c, jarOf[kind], token, expiresAt)
}

/** From here on the request's transaction acts for somebody else: a draft that begins, a link that opens. */
export async function becomeActor(c: Context<Env>, actor: Actor): Promise<void> {
  c.set('actor', actor)
  await actAs(c.var.db, actor)
}

/** Presents a link's token: in this transaction its row can be found, and no other. */
export async function presentToken(c: Context<Env>, token: string): Promise<string> {
  const hash = c.var.services.secrets.hash('link', token)
  await present(c.var.db, 'bearer', hash)
  return hash
}

const windowSeconds = 900
const most = 20
const mostOfOne = 6

/** Whether this place has guessed wrong too often lately; asked before a token, code or address is looked at. */
export async function isSlowed(c: Context<Env>, space: string): Promise<boolean> {
  return (await attemptsMade(c.var.db, attemptKey(c, space), c.var.now, windowSeconds)) >= most
}

/** Whether one thing (a link's code, a mailbox) was tried too often lately, from wherever. */
export async function isWornOut(c: Context<Env>, space: string, thing: string): Promise<boolean> {
  return (await attemptsMade(c.var.db, thingKey(c, space, thing), c.var.now, windowSeconds)) >= mostOfOne
}

/** One more wrong try; counted when the request has ended, so that no refusal undoes it and no request holds two connections. */
export function countWrong(c: Context<Env>, space: string): void {
  c.var.attempts.push(attemptKey(c, space))
}

export function countUse(c: Context<Env>, space: string, thing: string): void {
  c.var.attempts.push(thingKey(c, space, thing))
}

export async function saveAttempts(db: Db, keys: readonly string[], at: Date): Promise<void> {
  for (const key of keys) await countAttempt(db, key, at, windowSeconds)
}

function thingKey(c: Context<Env>, space: string, thing: string): string {
  return c.var.services.secrets.hash('attempt', `${space} of ${thing}`)
}

/** Where a request comes from: behind a proxy of ours, the address that proxy saw; never one that a visitor wrote. */
function attemptKey(c: Context<Env>, space: string): string {
  const forwarded = c.var.services.config.trustedProxy
    ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim()
    : undefined
  return c.var.services.secrets.hash('attempt', `${space} ${forwarded ?? c.env?.incoming?.socket.remoteAddress ?? ''}`)
}
