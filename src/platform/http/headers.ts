import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { Env } from './env.ts'

/** Where the quick exit leads: a public weather page, as anyone might have open. */
export const neutralPage = 'https://meteo.gc.ca/'

/**
 * Lets pages of other sites show this answer in a frame: for a list that reads no cookie and has no form, so that there is
 * nothing to trick anyone into.
 */
export function showInFrames(c: Context<Env>): void {
  c.set('framed', true)
}

/** The headers of every page (contract, "Doors"): nothing from elsewhere, nothing inline but our own styles by their hash. */
export function securityHeaders(styleHashes: readonly string[]) {
  const { page, framed } = policies(styleHashes.map((hash) => `'${hash}'`).join(' '))
  return createMiddleware<Env>(async (c, next) => {
    await next()
    const set = (name: string, value: string) => c.res.headers.has(name) || c.res.headers.set(name, value)
    set('Content-Security-Policy', c.var.framed ? framed : page)
    set('Referrer-Policy', 'no-referrer')
    set('X-Content-Type-Options', 'nosniff')
    if (!c.var.framed) set('X-Frame-Options', 'DENY')
    set('Cache-Control', 'no-store')
    set('Permissions-Policy', 'geolocation=(), camera=(), microphone=()')
    set('Cross-Origin-Opener-Policy', 'same-origin')
    set('X-Robots-Tag', 'noindex')
    if (c.var.services.config.publicUrl.startsWith('https:')) set('Strict-Transport-Security', 'max-age=31536000')
  })
}

/** In a frame of another site there is nothing to run and nothing to send. */
function policies(styles: string): { page: string; framed: string } {
  const both = ["default-src 'none'", `style-src ${styles}`, "img-src 'self'", "manifest-src 'self'", "base-uri 'none'"]
  const page = [
    ...both,
    "script-src 'self'",
    "connect-src 'self'",
    `form-action 'self' ${neutralPage}`,
    "frame-ancestors 'none'",
  ]
  const framed = [...both, "form-action 'none'", 'frame-ancestors *']
  return { page: page.join('; '), framed: framed.join('; ') }
}
