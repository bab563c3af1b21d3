import { Hono, type Context } from 'hono'
import { parseId } from '#kernel/id.ts'
import type { Env } from '#platform/http/env.ts'
import { momentInWords, momentShort } from '#platform/text/dates.ts'
import { access, formFields, workspacePage } from '#features/access/index.ts'
import { consentOfReferral } from '#features/consent/index.ts'
import { reachableAmong } from '#features/directory/index.ts'
import { fileById } from '#features/identity/index.ts'
import { planOf } from '#features/plan/index.ts'
import { actingOf, askConsent, draftReferral, eventsOf, move, readContent, referralById, ReferralTrack, sendReferral, stateText, type StoredReferral } from '#features/referral/index.ts'
import { endTasks } from '#features/task/index.ts'
import { BackLink, Bidi, Button, Card, Choices, Details, EmptyState, ErrorSummary, Form, Notice, Select, SummaryList, TextArea } from '#ui/index.ts'

/** A referral from the agent's side: choose, ask, send, follow. */
export const referPages = new Hono<Env>()

referPages.get('/workspace/files/:id/refer', access('agent'), async (c, next) => showChoice(c, next))

referPages.post('/workspace/files/:id/refer', access('agent'), async (c, next) => {
  const { form, db, now, services } = c.var
  const fileId = parseId(c.req.param('id'))
  const file = fileId ? await fileById(db, fileId) : undefined
  const serviceId = parseId(form.get('service') ?? '')
  const needId = form.get('need') ?? ''
  if (!file) return next()
  if (!serviceId) return showChoice(c, next, 'no-service')
  const view = await planOf(services, db, file.id, now, 'fr')
  const words = services.reference.words('fr').steps
  const place = view.knowledge.profile['place']
  const drafted = await draftReferral(actingOf(c), {
    fileId: file.id, needId, serviceId, words: form.get('words') ?? '', city: typeof place === 'string' ? place : null,
    done: view.plan.done.flatMap((step) => words[step]?.title ?? []),
  })
  if (!drafted.ok) return showChoice(c, next, drafted.refusal)
  c.var.traces.push({ action: 'referral.drafted', fileId: file.id, referralId: drafted.value })
  return c.redirect(`/workspace/files/${file.id}/referrals/${drafted.value}`, 303)
})

type ChoiceRefusal = 'no-service' | 'unknown-file' | 'unknown-service' | 'no-contact' | 'no-person'

/** The services for the need, the best fit first, with why; one without a confirmed contact can only be called. */
async function showChoice(c: Context<Env>, next: () => Promise<void>, refusal?: ChoiceRefusal) {
  const { t, db, now, services } = c.var
  const fileId = parseId(c.req.param('id'))
  const file = fileId ? await fileById(db, fileId) : undefined
  const need = c.req.query('need') ?? c.var.form?.get('need') ?? ''
  if (!file?.personId) return next()
  c.var.traces.push({ action: 'file.opened', fileId: file.id })
  const view = await planOf(services, db, file.id, now, 'fr')
  const fits = view.services.get(need) ?? []
  const error = refusal ? t(`workspace.refer.error.${refusal}`) : undefined
  const kept = c.var.form
  const reachable = await reachableAmong(db, fits.map((fit) => fit.offer.organizationId))
  return workspacePage(c, {
    title: t('workspace.refer.title'),
    status: error ? 422 : 200,
    children: (
      <>
        <BackLink href={`/workspace/files/${file.id}`}>{t('common.back')}</BackLink>
        {error && <ErrorSummary title={t('common.error-summary')} errors={[{ href: '#service', text: error }]} />}
        <h1>{t('workspace.refer.title')}</h1>
        <p class="lead">{services.reference.words('fr').needs[need]?.title ?? t('workspace.refer.unknown-need')}</p>
        {fits.length === 0 ? <EmptyState title={t('workspace.refer.none')}>{t('workspace.refer.none-text')}</EmptyState> : (
          <Form action={`/workspace/files/${file.id}/refer`} {...formFields(c)}>
            <input type="hidden" name="need" value={need} />
            <Choices
              name="service" legend={t('workspace.refer.service')} type="radio" selected={[kept?.get('service') ?? '']} error={error}
              options={fits.slice(0, 12).map((fit) => ({
                value: fit.offer.serviceId,
                label: `${fit.offer.name} – ${fit.offer.organizationName}`,
                hint: [
                  fit.takes === 'yes' ? t('matching.takes') : t('matching.takes-unknown'),
                  fit.kilometres !== null ? t('matching.distance', { km: fit.kilometres, city: fit.offer.city ?? '' }) : (fit.offer.city ?? ''),
                  reachable.has(fit.offer.organizationId) ? '' : t('workspace.refer.call-only', { phone: fit.offer.phones[0] ?? '' }),
                ].filter(Boolean).join(' · '),
              }))}
            />
            <TextArea name="words" label={t('workspace.refer.words')} hint={t('workspace.refer.words-hint')} value={kept?.get('words') ?? ''} maxlength={2000} />
            <Button kind="primary">{t('workspace.refer.prepare')}</Button>
          </Form>
        )}
      </>
    ),
  })
}

referPages.get('/workspace/files/:id/referrals/:referral', access('agent'), async (c, next) => {
  const referral = await own(c)
  return referral ? showReferral(c, referral) : next()
})

referPages.post('/workspace/files/:id/referrals/:referral/consent', access('agent'), async (c, next) => {
  const referral = await own(c)
  const { form, services } = c.var
  if (!referral) return next()
  const oral = form.get('channel') === 'oral'
  const spoken = services.reference.questions.find((each) => each.id === 'prefer_language')?.options.find((each) => each === form.get('language'))
  if (oral && (form.get('said-yes') !== 'yes' || !spoken)) return showReferral(c, referral, 'oral-incomplete')
  const asked = await askConsent(actingOf(c), referral.id, oral ? 'oral' : 'screen', spoken ?? 'fr')
  if (!asked.ok) return showReferral(c, referral, asked.refusal)
  c.var.traces.push({ action: oral ? 'consent.recorded' : 'consent.asked', fileId: referral.fileId, referralId: referral.id })
  return back(c, referral)
})

referPages.post('/workspace/files/:id/referrals/:referral/send', access('agent'), async (c, next) => {
  const referral = await own(c)
  if (!referral || c.var.actor.kind !== 'agent') return next()
  const sent = await sendReferral(actingOf(c), referral.id)
  if (!sent.ok) return showReferral(c, referral, sent.refusal)
  await endTasks(c.var.db, referral.fileId, ['referral'], c.var.actor.staffId, c.var.now)
  c.var.traces.push({ action: 'referral.sent', fileId: referral.fileId, referralId: referral.id })
  return back(c, referral)
})

referPages.post('/workspace/files/:id/referrals/:referral/cancel', access('agent'), async (c, next) => {
  const referral = await own(c)
  if (!referral) return next()
  const to = referral.status === 'draft' ? 'entered-in-error' as const : 'cancelled' as const
  const cancelled = await move(actingOf(c), referral.id, 'requester', to, to === 'cancelled' ? { reason: 'duplicate' } : {})
  return cancelled.ok ? back(c, referral) : showReferral(c, referral, cancelled.refusal)
})

function back(c: Context<Env>, referral: StoredReferral) {
  return c.redirect(`/workspace/files/${referral.fileId}/referrals/${referral.id}`, 303)
}

async function own(c: Context<Env>): Promise<StoredReferral | undefined> {
  const id = parseId(c.req.param('referral'))
  const referral = id ? await referralById(c.var.db, id) : undefined
  if (referral?.fileId !== parseId(c.req.param('id'))) return undefined
  if (referral) c.var.traces.push({ action: 'file.opened', fileId: referral.fileId, referralId: referral.id })
  return referral
}

type StepRefusal = Extract<Awaited<ReturnType<typeof sendReferral>> | Awaited<ReturnType<typeof askConsent>>, { ok: false }>['refusal'] | 'oral-incomplete'

async function showReferral(c: Context<Env>, shown: StoredReferral, refusal?: StepRefusal) {
  const { t, db, services } = c.var
  const referral = (await referralById(db, shown.id)) ?? shown
  const consent = await consentOfReferral(db, referral.id)
  const content = await readContent(actingOf(c), referral.id)
  const action = (verb: string) => `/workspace/files/${referral.fileId}/referrals/${referral.id}/${verb}`
  const error = refusal ? t(`workspace.refer.error.${refusal}`) : undefined
  const languages = Object.entries(services.reference.words('fr').questions['prefer_language']?.options ?? {})
  return workspacePage(c, {
    title: t('workspace.referral.title'),
    status: error ? 422 : 200,
    children: (
      <>
        <BackLink href={`/workspace/files/${referral.fileId}`}>{t('common.back')}</BackLink>
        {error && <ErrorSummary title={t('common.error-summary')} errors={[{ href: '#main', text: error }]} />}
        <h1>{referral.serviceName}</h1>
        <p class="lead">{referral.organizationName} – {stateText(c, referral)}</p>
        <SummaryList
          rows={[
            { key: t('consent.item.need'), value: content?.needTitle ?? referral.needId },
            ...(content?.words ? [{ key: t('referral.page.words'), value: <Bidi>{content.words}</Bidi> }] : []),
            { key: t('workspace.referral.consent'), value: consent ? `${t(`workspace.consent.${consent.state}`)} – ${momentShort(consent.givenAt ?? consent.askedAt, 'fr')}` : t('workspace.consent.none') },
            ...(referral.proposedAt ? [{ key: t('referral.page.date'), value: momentInWords(referral.proposedAt, 'fr') }] : []),
            ...(referral.dueAt ? [{ key: t('referral.page.due'), value: momentShort(referral.dueAt, 'fr') }] : []),
          ]}
        />
        {referral.status === 'draft' && consent?.state !== 'given' && (
          <div class="columns">
            <Card title={t('workspace.consent.ask-screen')} level={2}>
              <p>{t('workspace.consent.ask-screen-text')}</p>
              {consent?.state === 'asked' ? <Notice kind="info">{t('workspace.consent.waiting')}</Notice> : <Form action={action('consent')} {...formFields(c)}><Button kind="primary" name="channel" value="screen">{t('workspace.consent.send-request')}</Button></Form>}
            </Card>
            <Card title={t('workspace.consent.oral')} level={2}>
              <p>{t('workspace.consent.oral-text')}</p>
              <Details summary={t('workspace.consent.read')}><ConsentWords c={c} organization={referral.organizationName} /></Details>
              <Form action={action('consent')} {...formFields(c)}>
                <Select name="language" label={t('workspace.consent.language')} value="fr" options={languages.map(([value, label]) => ({ value, label }))} />
                <Choices name="said-yes" legend={t('workspace.consent.said')} type="checkbox" selected={[]} options={[{ value: 'yes', label: t('workspace.consent.said-yes') }]} />
                <Button kind="secondary" name="channel" value="oral">{t('workspace.consent.record')}</Button>
              </Form>
            </Card>
          </div>
        )}
        {referral.status === 'draft' && (
          <Form action={action('send')} {...formFields(c)}><Button kind="primary">{t('workspace.referral.send')}</Button></Form>
        )}
        {(referral.status === 'draft' || referral.status === 'requested' || referral.status === 'accepted') && (
          <Form action={action('cancel')} {...formFields(c)}><Button kind="plain">{t('workspace.referral.cancel')}</Button></Form>
        )}
        <h2>{t('referral.page.history')}</h2>
        <ReferralTrack c={c} events={await eventsOf(db, [referral.id])} />
      </>
    ),
  })
}

/** The words to read aloud, the same as on the person's screen. */
function ConsentWords({ c, organization }: { c: Context<Env>; organization: string }) {
  const { t } = c.var
  return (
    <>
      <p>{t('consent.lead')} {organization}</p>
      <ul>
        <li>{t('consent.why')}</li>
        <li>{t('consent.nothing-else')}</li>
        <li>{t('consent.until')}</li>
        <li>{t('consent.take-back')}</li>
        <li>{t('consent.no-effect')}</li>
      </ul>
      <p>{t('consent.title')}</p>
    </>
  )
}
