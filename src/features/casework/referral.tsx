import { Hono, type Context } from 'hono'
import { parseId } from '#kernel/id.ts'
import type { Env } from '#platform/http/env.ts'
import { momentInWords, momentShort } from '#platform/text/dates.ts'
import { access, formFields, workspacePage } from '#features/access/index.ts'
import { consentOfReferral } from '#features/consent/index.ts'
import { serviceById } from '#features/directory/index.ts'
import {
  actingOf,
  askConsent,
  cancelReasons,
  cancelReferral,
  eventsOf,
  isTerminal,
  readContent,
  referralById,
  ReferralTrack,
  sendReferral,
  stateText,
  type StoredReferral,
} from '#features/referral/index.ts'
import { endTasksOfReferral } from '#features/task/index.ts'
import { BackLink, Bidi, Button, Details, ErrorSummary, Form, Select, SummaryList } from '#ui/index.ts'
import { AskConsent } from './ask-consent.tsx'

/** A referral from the agent's side: ask, send, follow. */
export const referralPages = new Hono<Env>()

referralPages.get('/workspace/files/:id/referrals/:referral', access('agent'), async (c, next) => {
  const referral = await own(c)
  return referral ? showReferral(c, referral) : next()
})

referralPages.post('/workspace/files/:id/referrals/:referral/consent', access('agent'), async (c, next) => {
  const referral = await own(c)
  const { form, services } = c.var
  if (!referral) return next()
  const oral = form.get('channel') === 'oral'
  const spoken = services.reference.questions
    .find((each) => each.id === 'prefer_language')
    ?.options.find((each) => each === form.get('language'))
  if (oral && (form.get('said-yes') !== 'yes' || !spoken)) return showReferral(c, referral, 'oral-incomplete')
  const asked = await askConsent(actingOf(c), referral.id, oral ? 'oral' : 'screen', spoken ?? 'fr')
  if (!asked.ok) return showReferral(c, referral, asked.refusal)
  c.var.traces.push({
    action: oral ? 'consent.recorded' : 'consent.asked',
    fileId: referral.fileId,
    referralId: referral.id,
  })
  return back(c, referral)
})

referralPages.post('/workspace/files/:id/referrals/:referral/send', access('agent'), async (c, next) => {
  const referral = await own(c)
  if (!referral || c.var.actor.kind !== 'agent') return next()
  const sent = await sendReferral(actingOf(c), referral.id)
  if (!sent.ok) return showReferral(c, referral, sent.refusal)
  await endTasksOfReferral(c.var.db, referral.id, c.var.actor.staffId, c.var.now)
  c.var.traces.push({ action: 'referral.sent', fileId: referral.fileId, referralId: referral.id })
  return back(c, referral)
})

/** What a referral left to do was done: another door was found, or it was talked over. */
referralPages.post('/workspace/files/:id/referrals/:referral/handled', access('agent'), async (c, next) => {
  const referral = await own(c)
  if (!referral || c.var.actor.kind !== 'agent') return next()
  await endTasksOfReferral(c.var.db, referral.id, c.var.actor.staffId, c.var.now)
  c.var.traces.push({ action: 'task.ended', fileId: referral.fileId, referralId: referral.id })
  return c.redirect(`/workspace/files/${referral.fileId}`, 303)
})

referralPages.post('/workspace/files/:id/referrals/:referral/cancel', access('agent'), async (c, next) => {
  const referral = await own(c)
  if (!referral) return next()
  const cancelled = await cancelReferral(actingOf(c), referral.id, c.var.form.get('reason') ?? '')
  if (cancelled.ok)
    c.var.traces.push({ action: 'referral.cancelled', fileId: referral.fileId, referralId: referral.id })
  return cancelled.ok ? back(c, referral) : showReferral(c, referral, cancelled.refusal)
})

function back(c: Context<Env>, referral: StoredReferral) {
  return c.redirect(`/workspace/files/${referral.fileId}/referrals/${referral.id}`, 303)
}

async function own(c: Context<Env>): Promise<StoredReferral | undefined> {
  const id = parseId(c.req.param('referral'))
  const referral = id ? await referralById(c.var.db, id) : undefined
  const fileId = parseId(c.req.param('id'))
  if (!id || !fileId) return undefined
  const found = referral?.fileId === fileId
  c.var.traces.push({
    action: 'file.opened',
    fileId,
    referralId: id,
    ...(found ? {} : { outcome: 'refused' as const, reason: 'not-yours' }),
  })
  return found ? referral : undefined
}

type StepRefusal =
  | Extract<Awaited<ReturnType<typeof sendReferral>> | Awaited<ReturnType<typeof askConsent>>, { ok: false }>['refusal']
  | 'oral-incomplete'

async function showReferral(c: Context<Env>, shown: StoredReferral, refusal?: StepRefusal) {
  const { t, db } = c.var
  const referral = (await referralById(db, shown.id)) ?? shown
  const consent = await consentOfReferral(db, referral.id)
  const content = await readContent(actingOf(c), referral.id)
  const next = referral.nextServiceId ? await serviceById(db, referral.nextServiceId) : undefined
  const action = (verb: string) => `/workspace/files/${referral.fileId}/referrals/${referral.id}/${verb}`
  const error = refusal ? t(`workspace.refer.error.${refusal}`) : undefined
  return workspacePage(c, {
    title: t('workspace.referral.title'),
    status: error ? 422 : 200,
    children: (
      <>
        <BackLink href={`/workspace/files/${referral.fileId}`}>{t('common.back')}</BackLink>
        {error && <ErrorSummary title={t('common.error-summary')} errors={[{ href: '#main', text: error }]} />}
        <h1>{referral.serviceName}</h1>
        <p class="lead">
          {referral.organizationName} – {stateText(c, referral)}
        </p>
        <SummaryList
          rows={[
            { key: t('consent.item.need'), value: content?.needTitle ?? referral.needId },
            ...(content?.words ? [{ key: t('referral.page.words'), value: <Bidi>{content.words}</Bidi> }] : []),
            {
              key: t('workspace.referral.consent'),
              value: consent
                ? `${t(`workspace.consent.${consent.state}`)} – ${momentShort(consent.givenAt ?? consent.askedAt, 'fr')}`
                : t('workspace.consent.none'),
            },
            ...(next ? [{ key: t('workspace.referral.next'), value: `${next.name} – ${next.organizationName}` }] : []),
            ...(referral.proposedAt
              ? [{ key: t('referral.page.date'), value: momentInWords(referral.proposedAt, 'fr') }]
              : []),
            ...(referral.dueAt ? [{ key: t('referral.page.due'), value: momentShort(referral.dueAt, 'fr') }] : []),
          ]}
        />
        {referral.status === 'draft' && consent?.state !== 'given' && (
          <AskConsent c={c} referral={referral} consent={consent} content={content} />
        )}
        {referral.status === 'draft' && (
          <Form action={action('send')} {...formFields(c)}>
            <Button kind="primary">{t('workspace.referral.send')}</Button>
          </Form>
        )}
        {(referral.status === 'draft' || referral.status === 'requested' || referral.status === 'accepted') && (
          <Details summary={t('workspace.referral.cancel')}>
            <Form action={action('cancel')} {...formFields(c)}>
              {referral.status !== 'draft' && (
                <Select
                  name="reason"
                  label={t('workspace.referral.cancel-why')}
                  value="client-declined"
                  options={cancelReasons.map((value) => ({ value, label: t(`referral.reason.${value}`) }))}
                />
              )}
              <Button kind="secondary">{t('workspace.referral.cancel')}</Button>
            </Form>
          </Details>
        )}
        {isTerminal(referral.status) && (
          <Form action={action('handled')} {...formFields(c)}>
            <Button kind="secondary">{t('workspace.referral.handled')}</Button>
          </Form>
        )}
        <h2>{t('referral.page.history')}</h2>
        <ReferralTrack c={c} events={await eventsOf(db, [referral.id])} />
      </>
    ),
  })
}
