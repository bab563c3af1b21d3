import type { MiddlewareHandler } from 'hono'
import { parseId } from '#kernel/id.ts'
import type { Env } from '#platform/http/env.ts'
import { memberById } from '../member-store.ts'

/** The addresses of a page that each person of a household has: the file's own person, and each member. */
export function eachPerson(path: string): string[] {
  return [`/:language${path}`, `/:language/household/:member${path}`]
}

/** On a member's address, their answers and plan stand instead of those of the person whose file it is; a stranger's is not found. */
export function ofMember(): MiddlewareHandler<Env> {
  return async (c, next) => {
    const given = c.req.param('member')
    if (given === undefined) return next()
    const { actor, db, language } = c.var
    const id = parseId(given)
    const owns = actor.kind === 'draft' || actor.kind === 'newcomer'
    const member = id && owns ? await memberById(db, actor.fileId, id) : undefined
    if (!member) return c.notFound()
    c.set('memberId', member.id)
    c.set('base', `/${language}/household/${member.id}`)
    return next()
  }
}
