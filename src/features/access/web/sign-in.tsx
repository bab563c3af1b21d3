import { Hono, type Context } from 'hono'
import { setTimeout as wait } from 'node:timers/promises'
import { nobody } from '#kernel/actor.ts'
import type { Env } from '#platform/http/env.ts'
import { Button, ConfirmPanel, Form, TextField } from '#ui/index.ts'
import { linkByHash, markLinkUsed } from '../link-store.ts'
import { becomeActor, countWrong, isSlowed, presentToken, startSession } from '../sessions.ts'
import { endSession } from '../store.ts'
import { access } from './access.ts'
import { clearSessionCookie } from './cookies.ts'
import { formFields } from './form-token.ts'
import { workspacePage } from './page.tsx'
import { showTooMany } from './refusals.tsx'

export type WriteSignIn = (c: Context<Env>, email: string) => Promise<void>

/** Staff sign in by a one-time link to their work address; messaging comes later in the journey, so main hands the writing in. */
export function signInPages(writeSignIn: WriteSignIn): Hono<Env> {
  const pages = new Hono<Env>()

  pages.get('/workspace/sign-in', access('nobody', 'agent'), (c) => {
    const { t } = c.var
    return workspacePage(c, {
      title: t('access.sign-in.title'),
      children: (
        <>
          <h1>{t('access.sign-in.title')}</h1>
          <p>{t('access.sign-in.text')}</p>
          <Form action="/workspace/sign-in" {...formFields(c)}>
            <TextField
              name="email"
              label={t('access.sign-in.email')}
              type="email"
              autocomplete="email"
              maxlength={200}
            />
            <Button kind="primary">{t('access.sign-in.send')}</Button>
          </Form>
        </>
      ),
    })
  })

  pages.post('/workspace/sign-in', access('nobody', 'agent'), async (c) => {
    const { t } = c.var
    if (await isSlowed(c, 'sign-in')) return showTooMany(c)
    countWrong(c, 'sign-in')
    const answered = wait(150) // the same time and words whether the address is known or not
    await becomeActor(c, nobody)
    await writeSignIn(c, c.var.form.get('email') ?? '')
    await answered
    return workspacePage(c, {
      title: t('access.sign-in.sent'),
      children: (
        <ConfirmPanel title={t('access.sign-in.sent')}>
          <p>{t('access.sign-in.sent-text')}</p>
        </ConfirmPanel>
      ),
    })
  })

  pages.get('/workspace/sign-in/:token', access('nobody', 'agent'), async (c) => {
    const { t, now } = c.var
    await presentToken(c, c.req.param('token'))
    const link = await linkByHash(c.var.db, c.var.services.secrets.hash('link', c.req.param('token')))
    if (link?.purpose !== 'staff' || link.usedAt || link.expiresAt < now) return showStale(c)
    return workspacePage(c, {
      title: t('access.sign-in.title'),
      children: (
        <>
          <h1>{t('access.sign-in.title')}</h1>
          <p>{t('access.sign-in.ready')}</p>
          <Form action={`/workspace/sign-in/${c.req.param('token')}`} {...formFields(c)}>
            <Button kind="primary">{t('access.sign-in.enter')}</Button>
          </Form>
        </>
      ),
    })
  })

  pages.post('/workspace/sign-in/:token', access('nobody', 'agent'), async (c) => {
    if (await isSlowed(c, 'staff-link')) return showTooMany(c)
    const tokenHash = await presentToken(c, c.req.param('token'))
    const link = await linkByHash(c.var.db, tokenHash)
    if (
      link?.purpose !== 'staff' ||
      !link.staffId ||
      link.expiresAt < c.var.now ||
      !(await markLinkUsed(c.var.db, tokenHash, c.var.now))
    ) {
      if (!link) countWrong(c, 'staff-link')
      return showStale(c)
    }
    await startSession(c, 'staff', { staffId: link.staffId })
    return c.redirect('/workspace', 303)
  })

  pages.post('/workspace/sign-out', access('agent'), async (c) => {
    await endSession(c.var.db, c.var.bearer, c.var.now)
    clearSessionCookie(c, 'staff')
    return c.redirect('/workspace/sign-in', 303)
  })
  return pages
}

function showStale(c: Context<Env>) {
  const { t } = c.var
  return workspacePage(c, {
    title: t('access.sign-in.stale'),
    status: 410,
    children: (
      <>
        <h1>{t('access.sign-in.stale')}</h1>
        <p>{t('access.sign-in.stale-text')}</p>
        <p>
          <a href="/workspace/sign-in">{t('access.sign-in.again')}</a>
        </p>
      </>
    ),
  })
}
