import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { isLanguage, isUrgentOnly, sourceLanguage, type Language } from '#kernel/language.ts'
import type { Env } from '#platform/http/env.ts'
import { attributes } from './cookies.ts'

const cookie = 'aq-language'

/** The query by which French is chosen, and not only met for want of one's own language. */
export const choice = 'language'

/** The page's language from here on. */
export function speak(c: Context<Env>, language: Language): void {
  c.set('language', language)
  c.set('t', c.var.services.words.in(language))
}

/** The page of a link is read in its person's language; one for urgent pages only does not have it: it is French, and says so. */
export function speakTo(c: Context<Env>, language: string): void {
  if (!isLanguage(language)) return
  if (!isUrgentOnly(language)) return speak(c, language)
  speak(c, sourceLanguage)
  c.set('wanted', language)
  rememberLanguage(c, language)
}

/** Whoever reads a language for urgent pages meets French without having chosen it: until they choose, each page says so. */
export function followChoice(c: Context<Env>, language: Language): void {
  const read = getCookie(c, cookie)
  const chosen = language !== sourceLanguage || c.req.query(choice) === language
  if (chosen || !isLanguage(read) || !isUrgentOnly(read)) return rememberLanguage(c, language)
  c.set('wanted', read)
}

/** The last choice of language: no identity, a year. */
export function rememberLanguage(c: Context<Env>, language: Language): void {
  if (getCookie(c, cookie) !== language) setCookie(c, cookie, language, { ...attributes(c), maxAge: 31_536_000 })
}
