import type { Context } from 'hono'
import type { Env } from '#platform/http/env.ts'

/** The names of the two hidden fields that every form carries. */
export const formToken = '_token'
export const requestKey = '_key'

/** What a form must carry: a token bound to this session, the same in all forms of a page, and a key that makes the command one command. */
export function formFields(c: Context<Env>): { token: string; requestKey: string } {
  const { secrets, newId } = c.var.services
  const token = tokens.get(c) ?? secrets.sign('form', c.var.bearer ?? '')
  tokens.set(c, token)
  return { token, requestKey: newId() }
}

const tokens = new WeakMap<Context<Env>, string>()
