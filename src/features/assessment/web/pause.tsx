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
  publicPage,
  showTooMany,
} from '#features/access/index.ts'
import { BackLink, Button, ButtonLink, ConfirmPanel, ErrorSummary, Form, TextField } from '#ui/index.ts'
import { makeResumeCode, resumeByCode } from '../pausing.ts'
import { continueHref } from './known.ts'

/** Stop here, go on elsewhere: a code brings a nameless file to another device. */
export const pausePages = new Hono<Env>()

pausePages.get('/:language/pause', access('draft'), (c) => {
  const { t, language } = c.var
  return publicPage(c, {
    title: t('assessment.pause.title'),
    urgent: true,
    exit: true,
    children: (
      <>
        <BackLink href={`/${language}/assessment`}>{t('common.back')}</BackLink>
        <h1>{t('assessment.pause.title')}</h1>
        <p>{t('assessment.pause.text')}</p>
        <Form action={`/${language}/pause`} {...formFields(c)}>
          <Button kind="primary">{t('assessment.pause.ask')}</Button>
        </Form>
      </>
    ),
  })
})

pausePages.post('/:language/pause', access('draft'), async (c) => {
  const { t, language } = c.var
  const code = await makeResumeCode(c)
  return publicPage(c, {
    title: t('assessment.pause.title'),
    urgent: true,
    path: '/pause',
    exit: true,
    children: (
      <>
        <ConfirmPanel title={t('assessment.pause.yours')}>
          <p class="code">
            <bdi dir="ltr">{code ?? ''}</bdi>
          </p>
        </ConfirmPanel>
        <p>{t('assessment.pause.keep')}</p>
        <p>{t('assessment.pause.where', { page: `${c.var.services.config.publicUrl}/${language}/resume` })}</p>
        <ButtonLink href={`/${language}/plan`} kind="primary">
          {t('assessment.subjects.plan')}
        </ButtonLink>
      </>
    ),
  })
})

pausePages.get('/:language/resume/code', access('nobody', 'draft', 'newcomer'), (c) => showCodeForm(c))

/** Every try counts, by where it comes from and by the code; the answer takes the same time and words whatever was wrong. */
pausePages.post('/:language/resume/code', access('nobody', 'draft', 'newcomer'), async (c) => {
  const typed = c.var.form.get('code') ?? ''
  if ((await isSlowed(c, 'resume-code')) || (await isWornOut(c, 'resume-code', typed))) return showTooMany(c)
  const answered = wait(150)
  const resumed = await resumeByCode(c, typed)
  await answered
  // the answer about what is urgent did not come along, and is no reason to begin again
  if (resumed.ok) return c.redirect(await continueHref(c, ['urgent_now']), 303)
  countWrong(c, 'resume-code')
  countUse(c, 'resume-code', typed)
  return showCodeForm(c, typed)
})

function showCodeForm(c: Context<Env>, refused?: string) {
  const { t, language } = c.var
  const error = refused === undefined ? undefined : t('assessment.pause.no-such-code')
  return publicPage(c, {
    title: t('assessment.pause.resume'),
    status: error ? 422 : 200,
    path: '/resume/code',
    urgent: true,
    exit: true,
    children: (
      <>
        <BackLink href={`/${language}/resume`}>{t('common.back')}</BackLink>
        {error && <ErrorSummary title={t('common.error-summary')} errors={[{ href: '#code', text: error }]} />}
        <h1>{t('assessment.pause.resume')}</h1>
        <p>{t('assessment.pause.resume-text')}</p>
        <Form action={`/${language}/resume/code`} {...formFields(c)}>
          <TextField
            name="code"
            label={t('assessment.pause.code')}
            hint={t('assessment.pause.code-hint')}
            dir="ltr"
            autocomplete="off"
            maxlength={32}
            error={error}
            value={refused ?? ''}
          />
          <Button kind="primary">{t('assessment.pause.open')}</Button>
        </Form>
      </>
    ),
  })
}
