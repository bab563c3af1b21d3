import type { Context } from 'hono'
import type { Env } from '#platform/http/env.ts'

/** The names of the two hidden fields that every form carries. */
export const formToken = '_token'
export const requestKey = '_key'

/** What a form must carry: a token bound to this session, and a key that makes the command one command. */
export function formFields(c: Context<Env>): { token: string; requestKey: string } {
  const { secrets, newId } = c.var.services
  return { token: secrets.sign('form', c.var.bearer ?? ''), requestKey: newId() }
}
