import type { Context, MiddlewareHandler } from 'hono'
import { nobody, type Actor, type ActorKind } from '#kernel/actor.ts'
import { actAs, openTransaction } from '#platform/db/actor.ts'
import type { Env } from '#platform/http/env.ts'
import { readForm } from '#platform/http/form.ts'
import { isOwnPost } from '#platform/http/origin.ts'
import { sessionByHash, type SessionRow } from '../store.ts'
import { readSessionCookie, type Jar } from './cookies.ts'
import { finish, replayed } from './ending.ts'
import { formToken } from './form-token.ts'
import { showForeignPost, showSignInNeeded } from './refusals.tsx'

/** Who may enter a route; `nobody` means that no session is needed. */
export type Entry = Exclude<ActorKind, 'job' | 'operator'>

const declared = Symbol('access')

/** Says who may enter; a law test fails for a route that does not. Opens the request's one transaction in that name. */
export function access(...entries: [Entry, ...Entry[]]): MiddlewareHandler<Env> {
  return declare(entries, async (c, next) => {
    if (c.req.method === 'POST') c.set('form', await readForm(c.req.raw))
    const token = readSessionCookie(c, jarFor(entries))
    const bearer = token === undefined ? '' : c.var.services.secrets.hash('session', token)
    c.set('bearer', bearer)
    if (c.req.method === 'POST' && !isOurs(c)) return showForeignPost(c)
    const acting = await openTransaction(c.var.services.pool, c.req.method === 'POST' ? 'write' : 'read')
    try {
      const actor = bearer === '' ? nobody : await actorOf(c, acting.db, bearer)
      if (!entries.some((entry) => entry === actor.kind) && !entries.includes('nobody'))
        return await showSignInNeeded(c, entries)
      c.set('actor', entries.some((entry) => entry === actor.kind) ? actor : nobody)
      c.set('db', acting.db)
      await actAs(acting.db, c.var.actor, bearer)
      const earlier = await replayed(c)
      if (earlier) return earlier
      await next()
      return await finish(c, acting)
    } finally {
      await acting.rollback().catch(() => {}) // ends only what is still open; a broken connection has ended already
    }
  })
}

/** A page that reaches no one's data: no session is read and no transaction opened. */
export function openToAll(): MiddlewareHandler<Env> {
  return declare(['nobody'], (_c, next) => next())
}

/** The entries a handler declares, for the law test. */
export function entriesOf(handler: object): readonly Entry[] | undefined {
  return declared in handler && Array.isArray(handler[declared]) ? handler[declared] : undefined
}

function declare(entries: readonly Entry[], handler: MiddlewareHandler<Env>): MiddlewareHandler<Env> {
  return Object.assign(handler, { [declared]: entries })
}

function jarFor(entries: readonly Entry[]): Jar {
  if (entries.includes('agent')) return 'staff'
  return entries.includes('link') ? 'link' : 'person'
}

function isOurs(c: Context<Env>): boolean {
  const signs = {
    secFetchSite: c.req.header('sec-fetch-site'),
    origin: c.req.header('origin'),
    tokenIsRight: c.var.services.secrets.verifies('form', c.var.bearer, c.var.form.get(formToken) ?? ''),
  }
  return isOwnPost(signs, c.var.services.config.publicUrl)
}

async function actorOf(c: Context<Env>, db: Parameters<typeof sessionByHash>[0], bearer: string): Promise<Actor> {
  const session = await sessionByHash(db, bearer, c.var.now)
  return (session && actorFrom(session)) ?? nobody
}

function actorFrom(session: SessionRow): Actor | undefined {
  const { kind, fileId, personId, staffId, referralId, organizationId, role } = session
  if (kind === 'draft' && fileId) return { kind: 'draft', fileId }
  if (kind === 'newcomer' && personId && fileId) return { kind: 'newcomer', personId, fileId }
  if (kind === 'link' && referralId && organizationId)
    return { kind: 'link', linkId: session.id, referralId, organizationId, label: session.name ?? '' }
  if (kind === 'staff' && staffId && role && session.staffKind === 'agent') {
    return { kind: 'agent', staffId, role, regions: session.regions ?? [], label: session.name ?? '' }
  }
  return undefined
}
