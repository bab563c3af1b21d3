import { serveStatic } from '@hono/node-server/serve-static'
import { Hono, type Context } from 'hono'
import { relative } from 'node:path'
import { isLanguage, isUrgentOnly, sourceLanguage, type Language } from '#kernel/language.ts'
import { join } from 'node:path'
import { isDatabaseAway } from '#platform/db/db.ts'
import { root } from '#platform/config/root.ts'
import type { Env, Services } from '#platform/http/env.ts'
import { FormError } from '#platform/http/form.ts'
import { securityHeaders } from '#platform/http/headers.ts'
import { isLocalRequest } from '#platform/http/origin.ts'
import { standingVariables } from '#platform/http/variables.ts'
import { followChoice, openToAll, publicPage, rememberLanguage, signInPages, speak } from '#features/access/index.ts'
import { assessmentPages, knowledgeOf, placeOf, placesOf } from '#features/assessment/index.ts'
import {
  assessmentEditPages,
  filePages,
  planEditPages,
  queuePages,
  referPages,
  referralPages,
} from '#features/casework/index.ts'
import { directoryPages, hsds, listingDoor, pairPages, workPages } from '#features/directory/index.ts'
import { oneTapPages } from '#features/identity/index.ts'
import { followedReferrals, homePages, publicPages } from '#features/home/index.ts'
import { embedPages, matchingPages, seekerOf } from '#features/matching/index.ts'
import { checkInPages, planPages, planTaps, takeAwayPages } from '#features/plan/index.ts'
import { organizationPages, referralDoor, referralTaps } from '#features/referral/index.ts'
import { planPage, registrationPages } from '#features/registration/index.ts'
import { styleHashes, ButtonLink } from '#ui/index.ts'
import { demoPages } from './demo.tsx'
import { healthPages } from './health.ts'
import { writeStaffSignIn } from './staff.ts'

/** The whole web application, to be served or called in process. */
export function createApp(services: Services): Hono<Env> {
  const app = new Hono<Env>()
  app.onError((error, c) => showError(c, error))
  app.notFound((c) => showNotFound(c))
  app.use(async (c, next) => {
    standingVariables(c)
    begin(c, services)
    await next()
  })
  app.use(securityHeaders([styleHashes.public, styleHashes.workspace]))
  app.use(async (c, next) => {
    const forwarded = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto'].some(
      (name) => c.req.header(name) !== undefined,
    )
    if (services.config.demo && !isLocalRequest(c.req.header('host'), forwarded, c.env?.incoming?.socket.remoteAddress))
      return c.text(c.var.t('common.local-only'), 403)
    return next()
  })
  app.route('/', embedPages(places))
  // no address of ours has this sign, and PostgreSQL takes it in no text
  app.use(async (c, next) => (c.req.url.includes('%00') ? showNotFound(c) : next()))
  app.get(
    '/assets/*',
    openToAll(),
    serveStatic({
      root: relative(process.cwd(), join(root, 'public')) || '.',
      rewriteRequestPath: (path) => path.replace(/^\/assets/, ''),
      // the copy of a plan stands in for pages outside the assets' folder
      onFound: (path, c) => {
        if (path.endsWith('offline.js')) c.header('Service-Worker-Allowed', '/')
      },
    }),
  )
  app.route('/', healthPages(services))
  if (services.config.demo) app.route('/', demoPages())
  for (const pages of [
    hsds,
    signInPages(writeStaffSignIn),
    queuePages,
    filePages,
    planEditPages,
    assessmentEditPages,
    referPages,
    referralPages,
    organizationPages,
    directoryPages,
    workPages,
    pairPages,
    referralDoor,
    oneTapPages({ ...referralTaps, ...planTaps, listing: listingDoor }),
  ])
    app.route('/', pages)
  app.use('/:language{[a-z]{2}}/*', async (c: Context<Env>, next) => {
    const language = c.req.param('language')
    if (!isLanguage(language)) return showNotFound(c)
    const elsewhere = writtenElsewhere(c, language)
    if (elsewhere) {
      rememberLanguage(c, language)
      return c.redirect(elsewhere, 302)
    }
    c.set('base', `/${language}`)
    speak(c, language)
    followChoice(c, language)
    return next()
  })
  for (const pages of [
    publicPages,
    assessmentPages,
    planPage(followedReferrals),
    registrationPages,
    planPages,
    takeAwayPages,
    checkInPages,
    matchingPages({ seekerOf: seeker, places }),
    homePages,
  ])
    app.route('/', pages)
  return app
}

function begin(c: Context<Env>, services: Services): void {
  c.set('services', services)
  c.set('requestId', services.newId())
  c.set('now', services.now())
  c.set('language', sourceLanguage)
  c.set('base', `/${sourceLanguage}`)
  c.set('wanted', null)
  c.set('memberId', null)
  c.set('t', services.words.in(sourceLanguage))
  c.set('traces', [])
  c.set('attempts', [])
  c.set('bearer', '')
  c.set('framed', false)
}

const urgentPages = /^\/(assessment(\/urgent_now)?|help(\/called)?|leave|pause|resume(\/code)?|registration\/sent)$/

/** Where a page is read that a language for urgent pages does not have: in French; its first page is the way in. */
function writtenElsewhere(c: Context<Env>, language: Language): string | undefined {
  if (!isUrgentOnly(language)) return undefined
  const rest = c.req.path.replace(/^\/[a-z]{2}/, '')
  if (rest === '/' || rest === '') return `/${language}/assessment`
  const step = /^\/plan\/steps\/([a-z0-9-]+)/.exec(rest)?.[1]
  const written =
    step === undefined ? urgentPages.test(rest) : c.var.services.reference.words(language).has('steps', step)
  return written || c.req.method === 'POST' ? undefined : `/${sourceLanguage}${rest}${new URL(c.req.url).search}`
}

/** Who looks for a service, as far as their answers say. */
async function seeker(c: Context<Env>) {
  const { actor, db, services, now, language } = c.var
  const profile =
    actor.kind === 'draft' || actor.kind === 'newcomer'
      ? (await knowledgeOf(services, db, actor.fileId, now)).profile
      : {}
  return seekerOf(profile, placeOf(services.reference, profile), language)
}

/** The places that a search knows by name, by postal area, or by nearness. */
function places({ var: { services } }: Context<Env>) {
  return placesOf(services.reference)
}

/** What happened and what to do, in the person's language; where, for the operator; nothing for anyone else. */
function showError(c: Context<Env>, error: Error) {
  const { t, services, requestId, language } = c.var
  c.set('traces', [])
  if (error instanceof FormError)
    return showProblem(c, error.status, t(`common.${error.reason}.title`), t(`common.${error.reason}.text`))
  if (isDatabaseAway(error)) {
    c.header('Retry-After', '10')
    return showProblem(c, 503, t('common.away.title'), t('common.away.text', { phone: services.config.officePhone }))
  }
  services.log.error(
    {
      requestId,
      method: c.req.method,
      route: c.req.routePath,
      error: error.name,
      message: error.message,
      stack: error.stack?.split('\n').slice(1, 4),
    },
    'accident',
  )
  return showProblem(c, 500, t('common.error.title'), t('common.error.text', { id: requestId }), language)
}

function showNotFound(c: Context<Env>) {
  const { t } = c.var
  return showProblem(c, 404, t('common.not-found.title'), t('common.not-found.text'))
}

function showProblem(
  c: Context<Env>,
  status: 400 | 404 | 413 | 415 | 500 | 503,
  title: string,
  text: string,
  language = c.var.language,
) {
  return publicPage(c, {
    title,
    status,
    path: '/',
    urgent: true,
    children: (
      <>
        <h1>{title}</h1>
        <p>{text}</p>
        <p>
          <ButtonLink href={`/${language}/`} kind="primary">
            {c.var.t('common.back-home')}
          </ButtonLink>
        </p>
      </>
    ),
  })
}
