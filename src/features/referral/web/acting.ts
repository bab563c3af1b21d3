import type { Context } from 'hono'
import type { Env } from '#platform/http/env.ts'
import type { Acting } from '../moves.ts'

/** The request as the referral's commands need it. */
export function actingOf(c: Context<Env>): Acting {
  return { services: c.var.services, db: c.var.db, actor: c.var.actor, now: c.var.now }
}
