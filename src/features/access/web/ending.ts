import type { Context } from 'hono'
import { z } from 'zod'
import { insertTraces } from '#features/audit/index.ts'
import { inTransaction, present } from '#platform/db/actor.ts'
import type { Acting } from '#platform/db/transaction.ts'
import type { Env } from '#platform/http/env.ts'
import { saveAttempts } from '../sessions.ts'
import { answerOfKey, claimKey, deleteKey, saveAnswer } from '../idempotency-store.ts'
import { formToken, requestKey } from './form-token.ts'

const cookieList = z.array(z.string())

/** The answer given before to the same command, or nothing when this one is new. */
export async function replayed(c: Context<Env>): Promise<Response | undefined> {
  const key = keyOf(c)
  if (!key) return undefined
  await present(c.var.db, 'request_key', key)
  if (await claimKey(c.var.db, key, c.var.now)) return undefined
  const answer = await answerOfKey(c.var.db, key)
  if (!answer?.status) return undefined
  const { secrets } = c.var.services
  const headers = new Headers({ 'content-type': 'text/html; charset=UTF-8' })
  if (answer.location) headers.set('location', answer.location)
  const cookies = answer.cookiesSealed ? cookieList.parse(JSON.parse(secrets.decrypt(answer.cookiesSealed))) : []
  for (const cookie of cookies) headers.append('set-cookie', cookie)
  return new Response(answer.bodySealed ? secrets.decrypt(answer.bodySealed) : null, { status: answer.status, headers })
}

/**
 * Ends the request before the first byte leaves: a success commits with its idempotency record; a refusal rolls back,
 * and only its audit rows, its counted tries and its own record are then written, in a short transaction of their own.
 */
export async function finish(c: Context<Env>, acting: Acting): Promise<void> {
  const succeeded = c.res.status < 400 && !c.error
  const key = keyOf(c)
  if (succeeded && key)
    await saveAnswer(acting.db, key, {
      ...sealedCookies(c),
      status: c.res.status,
      location: c.res.headers.get('location'),
      // a success that leads nowhere is itself the page: sent twice, it is shown twice
      bodySealed: c.res.status === 200 ? c.var.services.secrets.encrypt(await c.res.clone().text()) : null,
    })
  await (succeeded ? acting.commit() : acting.rollback())
  const refused = key !== undefined && !succeeded && c.res.status < 500 && c.res.status !== 429 && !c.error
  const { traces, attempts, actor, now, requestId, services } = c.var
  if (attempts.length === 0 && !refused) return insertTraces(services.pool, actor, traces, now, requestId)
  const body = refused ? await c.res.clone().text() : ''
  await inTransaction(services.pool, actor, async (db) => {
    await insertTraces(db, actor, traces, now, requestId)
    await saveAttempts(db, attempts, now)
    if (!refused) return
    await present(db, 'request_key', key)
    if (await claimKey(db, key, now)) {
      await saveAnswer(db, key, {
        ...sealedCookies(c),
        status: c.res.status,
        location: null,
        bodySealed: services.secrets.encrypt(body),
      })
    }
  })
}

function sealedCookies(c: Context<Env>) {
  const cookies = c.res.headers.getSetCookie()
  return { cookiesSealed: cookies.length > 0 ? c.var.services.secrets.encrypt(JSON.stringify(cookies)) : null }
}

/** Leaves no record of this command: for an answer of which nothing at all may be kept. Sent twice, it is done twice. */
export async function forgetCommand(c: Context<Env>): Promise<void> {
  const key = keyOf(c)
  if (!key) return
  await deleteKey(c.var.db, key)
  c.var.form.delete(requestKey)
}

/** Bound to the session, the address and what was sent: another answer under the same key is another command. */
function keyOf(c: Context<Env>): string | undefined {
  const given = c.req.method === 'POST' ? c.var.form.get(requestKey) : null
  if (!given) return undefined
  const sent = [...c.var.form].filter(([name]) => name !== formToken && name !== requestKey)
  return c.var.services.secrets.hash('request', JSON.stringify([c.var.bearer, c.req.path, given.slice(0, 64), sent]))
}
