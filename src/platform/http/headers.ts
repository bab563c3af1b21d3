import { createMiddleware } from 'hono/factory'
import type { Env } from './env.ts'

/** Where the quick exit leads: a public weather page, as anyone might have open. */
export const neutralPage = 'https://meteo.gc.ca/'

/** The headers of every page (contract, "Doors"): nothing from elsewhere, nothing inline but our own styles by their hash. */
export function securityHeaders(styleHashes: readonly string[]) {
  const styles = styleHashes.map((hash) => `'${hash}'`).join(' ')
  const policy = [
    "default-src 'none'",
    `style-src ${styles}`,
    "img-src 'self'",
    "script-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    `form-action 'self' ${neutralPage}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ')
  return createMiddleware<Env>(async (c, next) => {
    await next()
    const set = (name: string, value: string) => c.res.headers.has(name) || c.res.headers.set(name, value)
    set('Content-Security-Policy', policy)
    set('Referrer-Policy', 'no-referrer')
    set('X-Content-Type-Options', 'nosniff')
    set('X-Frame-Options', 'DENY')
    set('Cache-Control', 'no-store')
    set('Permissions-Policy', 'geolocation=(), camera=(), microphone=()')
    set('Cross-Origin-Opener-Policy', 'same-origin')
    set('X-Robots-Tag', 'noindex')
    if (c.var.services.config.publicUrl.startsWith('https:')) set('Strict-Transport-Security', 'max-age=31536000')
  })
}
