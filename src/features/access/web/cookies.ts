import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import type { Env } from '#platform/http/env.ts'
import type { SessionKind } from '../store.ts'

/** One cookie a role, so that two roles in one browser never mix. */
export type Jar = 'person' | 'staff' | 'link'

export const jarOf: Record<SessionKind, Jar> = { draft: 'person', newcomer: 'person', staff: 'staff', link: 'link' }

export function readSessionCookie(c: Context<Env>, jar: Jar): string | undefined {
  return getCookie(c, nameOf(c, jar))
}

/** How long it lasts, not until when: a phone whose clock is wrong keeps its session all the same. */
export function setSessionCookie(c: Context<Env>, jar: Jar, token: string, expiresAt: Date): void {
  const maxAge = Math.round((expiresAt.getTime() - c.var.now.getTime()) / 1000)
  setCookie(c, nameOf(c, jar), token, { ...attributes(c), maxAge })
}

export function clearSessionCookie(c: Context<Env>, jar: Jar): void {
  setCookie(c, nameOf(c, jar), '', { ...attributes(c), maxAge: 0 })
}

function nameOf(c: Context<Env>, jar: Jar): string {
  return isSecure(c) ? `__Host-aq-${jar}` : `aq-${jar}`
}

/** What every cookie of ours says of itself. */
export function attributes(c: Context<Env>) {
  return { path: '/', httpOnly: true, sameSite: 'Lax' as const, secure: isSecure(c) }
}

function isSecure(c: Context<Env>): boolean {
  return c.var.services.config.publicUrl.startsWith('https:')
}
