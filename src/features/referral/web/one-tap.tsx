import { Hono, type Context } from 'hono'
import { isLanguage } from '#kernel/language.ts'
import type { Env } from '#platform/http/env.ts'
import {
  access,
  becomeActor,
  countWrong,
  formFields,
  isSlowed,
  linkByHash,
  markLinkUsed,
  presentToken,
  publicPage,
  showTooMany,
} from '#features/access/index.ts'
import { personOfLink } from '#features/identity/index.ts'
import { Button, ConfirmPanel, Form } from '#ui/index.ts'
import { confirmReceived, withdrawConsent } from '../answering.ts'
import { actingOf } from './acting.ts'

/** One action by link: one button whose POST does the one thing and ends. Opening it changes nothing and names nobody. */
export const oneTapPages = new Hono<Env>()

oneTapPages.get('/c/:token', access('nobody', 'newcomer', 'draft'), async (c) => {
  const { link } = await find(c)
  if (!link) return showOver(c, 404)
  if (link.usedAt || link.expiresAt < c.var.now) return showOver(c, 410)
  const { t } = c.var
  const kind = link.purpose === 'withdraw' ? 'withdraw' : 'witness'
  const { token, requestKey } = formFields(c)
  return publicPage(c, {
    exit: true,
    title: t(`referral.tap.${kind}.title`),
    path: '/',
    children: (
      <>
        <h1>{t(`referral.tap.${kind}.title`)}</h1>
        <p class="lead">{t(`referral.tap.${kind}.text`)}</p>
        <Form action={`/c/${c.req.param('token')}`} token={token} requestKey={requestKey}>
          <Button kind="primary">{t(`referral.tap.${kind}.button`)}</Button>
        </Form>
      </>
    ),
  })
})

oneTapPages.post('/c/:token', access('nobody', 'newcomer', 'draft'), async (c) => {
  if (await isSlowed(c, 'tap')) return showTooMany(c)
  const { link, tokenHash } = await find(c)
  if (!link) countWrong(c, 'tap')
  const person = link && (await personOfLink(c.var.db, tokenHash))
  if (!link?.referralId || !person || link.expiresAt < c.var.now) return showOver(c, link ? 410 : 404)
  if (!(await markLinkUsed(c.var.db, tokenHash, c.var.now))) return showOver(c, 410)
  await becomeActor(c, { kind: 'newcomer', ...person })
  const kind = link.purpose === 'withdraw' ? 'withdraw' : 'witness'
  const ended =
    kind === 'withdraw'
      ? await withdrawConsent(actingOf(c), link.referralId)
      : await confirmReceived(actingOf(c), link.referralId)
  if (!ended.ok) return showOver(c, 422)
  const { t } = c.var
  return publicPage(c, {
    exit: true,
    title: t(`referral.tap.${kind}.done`),
    path: '/',
    children: (
      <ConfirmPanel title={t(`referral.tap.${kind}.done`)}>
        <p>{t(`referral.tap.${kind}.done-text`)}</p>
      </ConfirmPanel>
    ),
  })
})

function showOver(c: Context<Env>, status: 404 | 410 | 422) {
  const { t, language } = c.var
  return publicPage(c, {
    exit: true,
    title: t('referral.tap.over'),
    status,
    path: '/',
    children: (
      <>
        <h1>{t('referral.tap.over')}</h1>
        <p>{t('referral.tap.over-text')}</p>
        <p>
          <a href={`/${language}/me`}>{t('common.nav.me')}</a>
        </p>
      </>
    ),
  })
}

async function find(c: Context<Env>) {
  const tokenHash = await presentToken(c, c.req.param('token') ?? '')
  const found = await linkByHash(c.var.db, tokenHash)
  const link = found?.purpose === 'witness' || found?.purpose === 'withdraw' ? found : undefined
  if (link && isLanguage(link.language)) {
    c.set('language', link.language)
    c.set('t', c.var.services.words.in(link.language))
  }
  return { link, tokenHash }
}
