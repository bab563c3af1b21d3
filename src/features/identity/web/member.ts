import type { Context, MiddlewareHandler } from 'hono'
import { parseId, type Id } from '#kernel/id.ts'
import type { Env } from '#platform/http/env.ts'
import { memberById, type Member } from '../member-store.ts'

/** The addresses of a page that each person of a household has: the file's own person, and each member. */
export function eachPerson(path: string): string[] {
  return [`/:language${path}`, `/:language/household/:member${path}`]
}

/** On a member's address, their answers and plan stand instead of those of the person whose file it is; a stranger's is not found. */
export function ofMember(): MiddlewareHandler<Env> {
  return async (c, next) => {
    const given = c.req.param('member')
    if (given === undefined) return next()
    const member = await ownMember(c, parseId(given))
    if (!member) return c.notFound()
    c.set('memberId', member.id)
    c.set('base', `/${c.var.language}/household/${member.id}`)
    return next()
  }
}

/** The member of the household whom a page is about; nobody where it is about the person whose file it is. */
export function memberShown(c: Context<Env>): Promise<Member | undefined> {
  return ownMember(c, c.var.memberId)
}

async function ownMember({ var: { actor, db } }: Context<Env>, id: Id | null | undefined): Promise<Member | undefined> {
  const owns = actor.kind === 'draft' || actor.kind === 'newcomer'
  return id && owns ? memberById(db, actor.fileId, id) : undefined
}
