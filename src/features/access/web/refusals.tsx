import type { Context } from 'hono'
import type { ActorKind } from '#kernel/actor.ts'
import type { Env } from '#platform/http/env.ts'
import { ButtonLink, ConfirmPanel } from '#ui/index.ts'
import { publicPage, workspacePage } from './page.tsx'

/** A POST that does not come from our own pages: nothing was done, and the person is told how to go on. */
export function showForeignPost(c: Context<Env>) {
  const { t, language } = c.var
  return publicPage(c, {
    title: t('access.foreign.title'),
    status: 403,
    path: '/',
    urgent: true,
    children: (
      <>
        <h1>{t('access.foreign.title')}</h1>
        <p>{t('access.foreign.text')}</p>
        <ButtonLink href={`/${language}/`} kind="primary">
          {t('common.back-home')}
        </ButtonLink>
      </>
    ),
  })
}

/** No session, or one that has ended: where to find the way back in. Nothing was lost. */
export function showSignInNeeded(c: Context<Env>, entries: readonly ActorKind[]) {
  const { t, language } = c.var
  if (entries.includes('agent')) {
    if (c.req.method === 'GET') return c.redirect('/workspace/sign-in', 303)
    return workspacePage(c, {
      title: t('access.ended.title'),
      status: 401,
      children: (
        <>
          <h1>{t('access.ended.title')}</h1>
          <p>{t('access.ended.text')}</p>
          <ButtonLink href="/workspace/sign-in" kind="primary">
            {t('access.sign-in.title')}
          </ButtonLink>
        </>
      ),
    })
  }
  if (entries.includes('link')) {
    return workspacePage(c, {
      title: t('access.link-needed.title'),
      status: 401,
      children: (
        <>
          <h1>{t('access.link-needed.title')}</h1>
          <p>{t('access.link-needed.text')}</p>
        </>
      ),
    })
  }
  return publicPage(c, {
    title: t('access.ended.title'),
    status: 401,
    path: '/resume',
    urgent: true,
    children: (
      <>
        <h1>{t('access.ended.title')}</h1>
        <p>{t('access.ended.newcomer')}</p>
        <p>
          <ButtonLink href={`/${language}/resume`} kind="primary">
            {t('access.resume.title')}
          </ButtonLink>
        </p>
        <p>
          <ButtonLink href={`/${language}/assessment`} kind="secondary">
            {t('access.ended.start')}
          </ButtonLink>
        </p>
      </>
    ),
  })
}

/** Too many tries from one place: slowed, with the way to a human. */
export function showTooMany(c: Context<Env>) {
  const { t } = c.var
  return publicPage(c, {
    title: t('access.too-many.title'),
    status: 429,
    path: '/',
    urgent: true,
    children: (
      <ConfirmPanel title={t('access.too-many.title')}>
        <p>{t('access.too-many.text')}</p>
      </ConfirmPanel>
    ),
  })
}
