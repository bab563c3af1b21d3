/** What a browser says of where a POST comes from. */
export type PostSigns = { secFetchSite: string | undefined; origin: string | undefined; tokenIsRight: boolean }

/**
 * Whether a POST that acts by cookie comes from our own pages: Sec-Fetch-Site decides where it is sent, else Origin,
 * else (absent or `null`, as browsers send under `no-referrer`) the form's token.
 */
export function isOwnPost({ secFetchSite, origin, tokenIsRight }: PostSigns, publicUrl: string): boolean {
  if (secFetchSite !== undefined) return secFetchSite === 'same-origin'
  if (origin !== undefined && origin !== 'null') return origin === new URL(publicUrl).origin
  return tokenIsRight
}

const loopback = /^(127\.|::1$|::ffff:127\.)/
const own = new Set(['localhost', '127.0.0.1', '[::1]'])

/** A demo answers to this machine only: its sign-ins are printed for everyone to see. */
export function isLocalRequest(host: string | undefined, forwarded: boolean, address: string | undefined): boolean {
  if (address !== undefined && !loopback.test(address)) return false
  return !forwarded && host !== undefined && own.has(host.replace(/:\d+$/, ''))
}
