import type { Context, MiddlewareHandler } from 'hono'
import { nobody, type Actor, type ActorKind } from '#kernel/actor.ts'
import { actAs } from '#platform/db/actor.ts'
import type { Db } from '#platform/db/db.ts'
import { enterTransaction } from '#platform/db/transaction.ts'
import type { Env } from '#platform/http/env.ts'
import { readForm, readFormOrParts } from '#platform/http/form.ts'
import { isOwnPost } from '#platform/http/origin.ts'
import { readUpload, type FileLimits, type Upload } from '#platform/http/upload.ts'
import { enterBySession, type Entered } from '../store.ts'
import { readSessionCookie, type Jar } from './cookies.ts'
import { finish, replayed } from './ending.ts'
import { formToken } from './form-token.ts'
import { showForeignPost, showSignInNeeded } from './refusals.tsx'

/** Who may enter a route; `nobody` means that no session is needed. */
export type Entry = Exclude<ActorKind, 'job' | 'operator'>

const declared = Symbol('access')

/** Says who may enter; a law test fails for a route that does not. Opens the request's one transaction in that name. */
export function access(...entries: Entries): MiddlewareHandler<Env> {
  return declare(entries, entering(entries, {}))
}

/** As `access`, and the form may bring files. Who has no session brings none: nothing of theirs is read. */
export function accessWithFiles(files: FileLimits, ...entries: Entries): MiddlewareHandler<Env> {
  return declare(entries, entering(entries, { files }))
}

/**
 * As `access`, and for the POST of a mail program's own button (RFC 8058), which comes from no page of ours: no cookie is read
 * for it, the token of the address is all that it has. What it may do there, the route decides by `isOneClick`.
 */
export function accessOrOneClick(...entries: Entries): MiddlewareHandler<Env> {
  return declare(entries, entering(entries, { oneClick: true }))
}

export function isOneClick(c: Context<Env>): boolean {
  return c.req.method === 'POST' && c.var.form.get('List-Unsubscribe') === 'One-Click'
}

type Entries = [Entry, ...Entry[]]
type Bodies = { oneClick?: boolean; files?: FileLimits }

function entering(entries: Entries, { oneClick = false, files }: Bodies): MiddlewareHandler<Env> {
  return async (c, next) => {
    if (c.req.method === 'POST' && files) {
      if (!isOurs(c, true)) return showForeignPost(c) // ten megabytes from elsewhere are not even read
      await takeFiles(c, files, entries)
    } else if (c.req.method === 'POST') {
      c.set('form', await (oneClick ? readFormOrParts : readForm)(c.req.raw))
    }
    const alone = oneClick && isOneClick(c)
    const token = alone ? undefined : readSessionCookie(c, jarFor(entries))
    const bearer = token === undefined ? '' : c.var.services.secrets.hash('session', token)
    c.set('bearer', bearer)
    if (c.req.method === 'POST' && !alone && !isOurs(c)) return showForeignPost(c)
    const acting = await enterTransaction(c.var.services.pool, c.req.method === 'POST' ? 'write' : 'read', (db) =>
      whoAsks(db, bearer, c.var.now),
    )
    try {
      const actor = acting.entered
      const mayEnter = entries.some((entry) => entry === actor.kind)
      if (!mayEnter && !entries.includes('nobody')) return await showSignInNeeded(c, entries)
      c.set('actor', mayEnter ? actor : nobody)
      c.set('db', acting.db)
      if (c.var.actor !== actor) await actAs(acting.db, c.var.actor, bearer) // this door is for strangers: known or not, they are one here
      const earlier = await replayed(c)
      if (earlier) return earlier
      await next()
      return await finish(c, acting)
    } finally {
      await acting.rollback().catch(() => {}) // ends only what is still open; a broken connection has ended already
    }
  }
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

async function takeFiles(c: Context<Env>, limits: FileLimits, entries: Entries): Promise<void> {
  const isKnown = readSessionCookie(c, jarFor(entries)) !== undefined
  const { form, files } = isKnown ? await readUpload(c.req.raw, limits) : nothingSent()
  c.set('form', form)
  c.set('files', files)
}

function nothingSent(): Upload {
  return { form: new URLSearchParams(), files: new Map() }
}

function isOurs(
  c: Context<Env>,
  tokenIsRight = c.var.services.secrets.verifies('form', c.var.bearer, c.var.form.get(formToken) ?? ''),
): boolean {
  const signs = { secFetchSite: c.req.header('sec-fetch-site'), origin: c.req.header('origin'), tokenIsRight }
  return isOwnPost(signs, c.var.services.config.publicUrl)
}

/** The actor PostgreSQL was told, in the statement that found them. */
async function whoAsks(db: Db, bearer: string, at: Date): Promise<Actor> {
  const entered = bearer === '' ? undefined : await enterBySession(db, bearer, at)
  if (!entered) await actAs(db, nobody)
  return entered ? actorFrom(entered) : nobody
}

function actorFrom({ actor, id, fileId, personId, staffId, referralId, organizationId, ...more }: Entered): Actor {
  const { role, regions, name } = more
  const label = name ?? ''
  if (actor === 'nobody') return nobody
  if (actor === 'draft' && fileId) return { kind: actor, fileId }
  if (actor === 'newcomer' && personId && fileId) return { kind: actor, personId, fileId }
  if (actor === 'agent' && staffId && role) return { kind: actor, staffId, role, regions: regions ?? [], label }
  if (actor === 'link' && id && referralId && organizationId)
    return { kind: actor, linkId: id, referralId, organizationId, label }
  throw new Error(`A session of a ${actor} lacks what it stands on.`) // PostgreSQL was told another actor than ours
}
