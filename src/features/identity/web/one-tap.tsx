import { Hono, type Context } from 'hono'
import type { Child } from 'hono/jsx'
import type { Result } from '#kernel/result.ts'
import type { Env } from '#platform/http/env.ts'
import type { Translate } from '#platform/text/words.ts'
import {
  access,
  accessOrOneClick,
  becomeActor,
  countWrong,
  formFields,
  isOneClick,
  isSlowed,
  linkByHash,
  markLinkUsed,
  presentToken,
  publicPage,
  showTooMany,
  speakTo,
  type Link,
} from '#features/access/index.ts'
import { Button, ConfirmPanel, Form } from '#ui/index.ts'
import { personOfLink } from '../store.ts'

/** What one kind of link does for the person it was sent to: what its page says, and what its button does. */
export type Tap = {
  says: (t: Translate) => { title: string; text: string; button: string }
  /** As that person: a page of thanks, or the page to go on to. */
  /** A mail program may press the button itself: it opens nothing and is done for nobody but the link's person. */
  oneClick?: boolean
  act: (c: Context<Env>, link: Link) => Promise<Result<{ title: string; text: Child } | { to: string }>>
}
/** A link that belongs to no person: its own page, and its own answer, which sees that it works once. */
export type Door = {
  show: (c: Context<Env>, link: Link) => Promise<Response>
  answer: (c: Context<Env>, link: Link, tokenHash: string) => Promise<Response>
}
export type Taps = Partial<Record<Link['purpose'], Tap | Door>>

/** One action by link: one button whose POST does the one thing and ends. Opening it changes nothing and names nobody. */
export function oneTapPages(taps: Taps): Hono<Env> {
  const pages = new Hono<Env>()
  pages.get('/c/:token', access('nobody', 'newcomer', 'draft'), async (c) => {
    const { link, tap } = await find(c, taps)
    if (!link || !tap) return showOver(c, 404)
    if (link.usedAt || link.expiresAt < c.var.now) return showOver(c, 410)
    if ('show' in tap) return tap.show(c, link)
    const { title, text, button } = tap.says(c.var.t)
    const { token, requestKey } = formFields(c)
    return publicPage(c, {
      exit: true,
      title,
      path: '/',
      children: (
        <>
          <h1>{title}</h1>
          <p class="lead">{text}</p>
          <Form action={`/c/${c.req.param('token')}`} token={token} requestKey={requestKey}>
            <Button kind="primary">{button}</Button>
          </Form>
        </>
      ),
    })
  })
  pages.post('/c/:token', accessOrOneClick('nobody', 'newcomer', 'draft'), (c) => act(c, taps))
  return pages
}

async function act(c: Context<Env>, taps: Taps) {
  if (await isSlowed(c, 'tap')) return showTooMany(c)
  const { link, tap, tokenHash } = await find(c, taps)
  if (!link) countWrong(c, 'tap')
  if (tap && 'answer' in tap)
    return !link || link.usedAt || link.expiresAt < c.var.now || isOneClick(c)
      ? showOver(c, 410)
      : tap.answer(c, link, tokenHash)
  const person = link && (await personOfLink(c.var.db, tokenHash))
  if (isOneClick(c) && !tap?.oneClick) return showOver(c, 404)
  if (!link || !tap || !person || link.expiresAt < c.var.now) return showOver(c, link ? 410 : 404)
  if (!(await markLinkUsed(c.var.db, tokenHash, c.var.now))) return showOver(c, 410)
  await becomeActor(c, { kind: 'newcomer', ...person })
  const ended = await tap.act(c, link)
  if (!ended.ok) return showOver(c, 422)
  if ('to' in ended.value) return c.redirect(ended.value.to, 303)
  const { title, text } = ended.value
  return publicPage(c, {
    exit: true,
    title,
    path: '/',
    children: (
      <ConfirmPanel title={title}>
        <p>{text}</p>
      </ConfirmPanel>
    ),
  })
}

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

/** The link, where its kind does something here, and the page in its language. */
async function find(c: Context<Env>, taps: Taps) {
  const tokenHash = await presentToken(c, c.req.param('token') ?? '')
  const found = await linkByHash(c.var.db, tokenHash)
  const tap = found && taps[found.purpose]
  const link = tap ? found : undefined
  if (link) speakTo(c, link.language)
  return { link, tap, tokenHash }
}
