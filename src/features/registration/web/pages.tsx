import { Hono, type Context } from 'hono'
import { setTimeout as wait } from 'node:timers/promises'
import type { Env } from '#platform/http/env.ts'
import {
  access,
  countUse,
  countWrong,
  formFields,
  isSlowed,
  isWornOut,
  linkByHash,
  presentToken,
  publicPage,
  showTooMany,
  speakTo,
  type Link,
} from '#features/access/index.ts'
import { Button, ButtonLink, ConfirmPanel, ErrorSummary, Form, TextField } from '#ui/index.ts'
import { enterByLink, renewLink, sendRegistrationLink, sendSignInLinks } from '../commands.ts'
import { normalEmail, readContact } from '../domain.ts'
import { showPlan, type ShowFollowed } from './plan-page.tsx'

export const registrationPages = new Hono<Env>()

/** The plan, and the form that keeps it. */
export function planPage(showFollowed: ShowFollowed): Hono<Env> {
  const pages = new Hono<Env>()
  pages.get('/:language/plan', access('nobody', 'draft', 'newcomer'), (c) => showPlan(c, showFollowed))
  pages.post('/:language/registration', access('draft'), async (c) => {
    const { form, actor, language } = c.var
    const sent = { firstName: form.get('first_name') ?? '', email: form.get('email') ?? '' }
    const contact = readContact(sent)
    if (!contact.ok) return showPlan(c, showFollowed, { refusal: contact.refusal, ...sent })
    if ((await isSlowed(c, 'registration')) || (await isWornOut(c, 'mail', contact.value.email)))
      return showPlan(c, showFollowed, { refusal: 'too-many', ...sent })
    countWrong(c, 'registration') // every mail asked for counts: nobody's inbox is flooded from here
    countUse(c, 'mail', contact.value.email)
    if (actor.kind === 'draft') await sendRegistrationLink(c, actor.fileId, contact.value)
    return c.redirect(`/${language}/registration/sent`, 303)
  })
  return pages
}

registrationPages.get('/:language/registration/sent', access('nobody', 'draft', 'newcomer'), (c) => {
  const { t, language } = c.var
  return publicPage(c, {
    exit: true,
    title: t('registration.sent.title'),
    path: '/registration/sent',
    urgent: true,
    children: (
      <>
        <ConfirmPanel title={t('registration.sent.title')}>
          <p>{t('registration.sent.text')}</p>
        </ConfirmPanel>
        <p>{t('registration.sent.waiting')}</p>
        <ButtonLink href={`/${language}/plan`} kind="secondary">
          {t('plan.back')}
        </ButtonLink>
      </>
    ),
  })
})

/** A GET changes nothing and shows no more than that this is ours: mail scanners may open it. */
registrationPages.get('/i/:token', access('nobody', 'draft', 'newcomer'), async (c) => {
  const { link } = await findLink(c)
  if (!link) return showStale(c, 'unknown')
  if (link.usedAt) return showStale(c, 'used')
  if (link.expiresAt < c.var.now) return showStale(c, 'expired')
  const { t } = c.var
  const { token, requestKey } = formFields(c)
  const registering = link.firstName !== null
  return publicPage(c, {
    exit: true,
    title: registering ? t('registration.open.title') : t('registration.open.back-title'),
    path: '/',
    children: (
      <>
        <h1>{registering ? t('registration.open.title') : t('registration.open.back-title')}</h1>
        <p class="lead">{registering ? t('registration.open.text') : t('registration.open.back-text')}</p>
        <Form action={`/i/${c.req.param('token')}`} token={token} requestKey={requestKey}>
          <Button kind="primary">
            {registering ? t('registration.open.button') : t('registration.open.back-button')}
          </Button>
        </Form>
        {registering && <p>{t('registration.shares-nothing')}</p>}
        <p class="muted">{t('registration.open.not-me')}</p>
      </>
    ),
  })
})

registrationPages.post('/i/:token', access('nobody', 'draft', 'newcomer'), async (c) => {
  if (await isSlowed(c, 'link')) return showTooMany(c)
  const { link, tokenHash } = await findLink(c)
  if (!link || link.usedAt || link.expiresAt < c.var.now) {
    if (!link) countWrong(c, 'link')
    return showStale(c, link?.usedAt ? 'used' : link ? 'expired' : 'unknown')
  }
  const entered = await enterByLink(c, link, tokenHash)
  if (!entered.ok) return showStale(c, entered.refusal === 'used' ? 'used' : 'expired')
  c.var.traces.push({
    action: entered.value.registered ? 'registration.made' : 'session.opened',
    fileId: entered.value.fileId,
  })
  return c.redirect(`/${c.var.language}/me${entered.value.registered ? '?welcome=1' : ''}`, 303)
})

/** "Send me a new link": to the address the old one went to, never to one typed here; the same words whatever the token was. */
registrationPages.post('/i/:token/new', access('nobody', 'draft', 'newcomer'), async (c) => {
  if (await isSlowed(c, 'renew')) return showTooMany(c)
  countWrong(c, 'renew')
  const { link } = await findLink(c)
  if (link) await renewLink(c, link)
  return c.redirect(`/${c.var.language}/registration/sent`, 303)
})

registrationPages.get('/:language/resume', access('nobody', 'draft', 'newcomer'), (c) => showResume(c))

registrationPages.post('/:language/resume', access('nobody', 'draft', 'newcomer'), async (c) => {
  if (await isSlowed(c, 'resume')) return showTooMany(c)
  countWrong(c, 'resume')
  const email = normalEmail(c.var.form.get('email') ?? '')
  if (!readContact({ firstName: '-', email }).ok) return showResume(c, email)
  if (await isWornOut(c, 'mail', email)) return showTooMany(c)
  countUse(c, 'mail', email)
  const answered = wait(150) // the same time whether the address is known or not
  await sendSignInLinks(c, email)
  await answered
  return c.redirect(`/${c.var.language}/registration/sent`, 303)
})

function showResume(c: Context<Env>, refused?: string) {
  const { t, language } = c.var
  const { token, requestKey } = formFields(c)
  const error = refused === undefined ? undefined : t('registration.error.not-an-email')
  return publicPage(c, {
    exit: true,
    title: t('access.resume.title'),
    status: error ? 422 : 200,
    path: '/resume',
    urgent: true,
    children: (
      <>
        {error && <ErrorSummary title={t('common.error-summary')} errors={[{ href: '#email', text: error }]} />}
        <h1>{t('access.resume.title')}</h1>
        <p>{t('access.resume.text')}</p>
        <Form action={`/${language}/resume`} token={token} requestKey={requestKey}>
          <TextField
            name="email"
            label={t('registration.email')}
            type="email"
            autocomplete="email"
            dir="ltr"
            value={refused ?? ''}
            error={error}
            maxlength={200}
          />
          <Button kind="primary">{t('access.resume.send')}</Button>
        </Form>
        <p>
          <a href={`/${language}/resume/code`}>{t('assessment.pause.resume')}</a>
        </p>
      </>
    ),
  })
}

/** Used, expired and unknown links: what happened, that nothing is lost, and one button for a new one. */
function showStale(c: Context<Env>, why: 'used' | 'expired' | 'unknown') {
  const { t } = c.var
  const { token, requestKey } = formFields(c)
  return publicPage(c, {
    exit: true,
    title: t(`registration.stale.${why}`),
    status: why === 'unknown' ? 404 : 410,
    path: '/',
    children: (
      <>
        <h1>{t(`registration.stale.${why}`)}</h1>
        {why === 'unknown' ? (
          <>
            <p>{t('registration.stale.unknown-text')}</p>
            <ButtonLink href={`/${c.var.language}/resume`} kind="primary">
              {t('registration.stale.new')}
            </ButtonLink>
          </>
        ) : (
          <>
            <p>{t('registration.stale.text')}</p>
            <Form action={`/i/${c.req.param('token') ?? ''}/new`} token={token} requestKey={requestKey}>
              <Button kind="primary">{t('registration.stale.new')}</Button>
            </Form>
            <p>
              {t('registration.stale.else')} <a href={`/${c.var.language}/resume`}>{t('access.resume.title')}</a>
            </p>
          </>
        )}
      </>
    ),
  })
}

/** The link of this address, and the page in its language. */
async function findLink(c: Context<Env>): Promise<{ link: Link | undefined; tokenHash: string }> {
  const tokenHash = await presentToken(c, c.req.param('token') ?? '')
  const found = await linkByHash(c.var.db, tokenHash)
  const link = found?.purpose === 'registration' ? found : undefined
  if (link) speakTo(c, link.language)
  return { link, tokenHash }
}
