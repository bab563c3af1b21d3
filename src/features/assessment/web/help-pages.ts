import { Hono, type Context } from 'hono'
import { isLanguage } from '#kernel/language.ts'
import type { Env } from '#platform/http/env.ts'
import { neutralPage } from '#platform/http/headers.ts'
import { momentParam, readMoment } from '#platform/http/moment.ts'
import { momentInWords } from '#platform/text/dates.ts'
import { access, clearSessionCookie, countWrong, endSession, isSlowed, showTooMany } from '#features/access/index.ts'
import { requestCall } from '../commands.ts'
import { showCallPromised, showHelp } from './help.tsx'
import { continueHref } from './known.ts'

const anyone = () => access('nobody', 'draft', 'newcomer')

/** The numbers, "call me", and the quick exit: the same for whoever comes, from wherever. */
export const helpPages = new Hono<Env>()

helpPages.get('/:language/help', anyone(), async (c) => showHelp(c, await continueHref(c)))
helpPages.post('/:language/help', anyone(), async (c) => {
  const { form, language } = c.var
  const request = {
    number: form.get('number') ?? '',
    hours: form.get('hours') ?? '',
    language: languageOf(c, form.get('language') ?? ''),
  }
  if (await isSlowed(c, 'call')) return showTooMany(c)
  countWrong(c, 'call')
  const requested = await requestCall(c, request)
  if (!requested.ok) return showHelp(c, await continueHref(c), { ...request, refused: true })
  return c.redirect(`/${language}/help/called?at=${momentParam(c.var.services.secrets, requested.value.dueAt)}`, 303)
})
helpPages.get('/:language/help/called', anyone(), async (c) => {
  const at = readMoment(c.var.services.secrets, c.req.query('at'))
  if (!at) return c.redirect(`/${c.var.language}/help`, 303)
  return showCallPromised(c, momentInWords(at, c.var.language), await continueHref(c))
})
/** The quick exit: the session ends here and now, and the browser leaves for a page anyone might have open. */
helpPages.post('/:language/leave', anyone(), async (c) => {
  if (c.var.bearer !== '') await endSession(c.var.db, c.var.bearer, c.var.now)
  clearSessionCookie(c, 'person')
  return c.redirect(neutralPage, 303)
})

function languageOf(c: Context<Env>, value: string): string {
  const options =
    c.var.services.reference.questions.find((question) => question.id === 'prefer_language')?.options ?? []
  return isLanguage(value) || options.includes(value) ? value : c.var.language
}
