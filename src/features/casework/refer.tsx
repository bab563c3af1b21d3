import { dayOf } from '#kernel/day.ts'
import { Hono, type Context } from 'hono'
import { parseId } from '#kernel/id.ts'
import type { Env } from '#platform/http/env.ts'
import { access, formFields, workspacePage } from '#features/access/index.ts'
import { placeOf } from '#features/assessment/index.ts'
import { reachableAmong } from '#features/directory/index.ts'
import type { File } from '#features/identity/index.ts'
import { openSteps, planOf, rulesOf } from '#features/plan/index.ts'
import { actingOf, draftReferral } from '#features/referral/index.ts'
import { BackLink, Button, Choices, EmptyState, ErrorSummary, Form, TextArea } from '#ui/index.ts'
import { openFile } from './opening.tsx'

const openToNearlyAll = 18 // of 21 statuses

/** Which service for this need: the agent chooses among those that fit, and prepares; nothing leaves yet. */
export const referPages = new Hono<Env>()

referPages.get('/workspace/files/:id/refer', access('agent'), async (c, next) => {
  const opened = await openFile(c)
  return opened ? showChoice(c, opened.file) : next()
})

referPages.post('/workspace/files/:id/refer', access('agent'), async (c, next) => {
  const { form, db, now, services } = c.var
  const file = (await openFile(c))?.file
  const serviceId = parseId(form.get('service') ?? '')
  const needId = form.get('need') ?? ''
  if (!file) return next()
  if (!serviceId) return showChoice(c, file, 'no-service')
  const view = await planOf(services, db, file.id, now, 'fr')
  const words = services.reference.words('fr').steps
  const place = placeOf(services.reference, view.knowledge.profile)
  // a finished step that few statuses have would tell the status: only what nearly everyone may have done is told
  // and one of the compartment would tell what is nobody's to tell
  const { steps: rules } = rulesOf(services.reference)
  const common = services.reference.steps.filter(
    (step) => step.who.statuses.length >= openToNearlyAll && !rules.get(step.id)?.compartment,
  )
  const drafted = await draftReferral(actingOf(c), {
    fileId: file.id,
    needId,
    serviceId,
    words: form.get('words') ?? '',
    city: place?.name ?? null,
    steps: openSteps(view.plan)
      .filter((step) => step.needIds.includes(needId) && !step.protected && common.some(({ id }) => id === step.id))
      .map(({ id }) => ({ id, title: words[id]?.title ?? id })),
    done: view.plan.done.flatMap((id) => (common.some((step) => step.id === id) ? (words[id]?.title ?? []) : [])),
  })
  if (!drafted.ok) return showChoice(c, file, drafted.refusal)
  c.var.traces.push({ action: 'referral.drafted', fileId: file.id, referralId: drafted.value })
  return c.redirect(`/workspace/files/${file.id}/referrals/${drafted.value}`, 303)
})

type ChoiceRefusal = 'no-service' | 'unknown-file' | 'unknown-service' | 'no-contact' | 'no-person'

/** The services for the need, the best fit first, with why; one without a confirmed contact can only be called. */
async function showChoice(c: Context<Env>, file: File, refusal?: ChoiceRefusal) {
  const { t, db, now, services } = c.var
  const need = c.req.query('need') ?? c.var.form?.get('need') ?? ''
  const view = await planOf(services, db, file.id, now, 'fr')
  const fits = view.services.get(need) ?? []
  const error = refusal ? t(`workspace.refer.error.${refusal}`) : undefined
  const kept = c.var.form
  const reachable = await reachableAmong(
    db,
    fits.map((fit) => fit.offer.organizationId),
    dayOf(now),
  )
  return workspacePage(c, {
    title: t('workspace.refer.title'),
    status: error ? 422 : 200,
    children: (
      <>
        <BackLink href={`/workspace/files/${file.id}`}>{t('common.back')}</BackLink>
        {error && <ErrorSummary title={t('common.error-summary')} errors={[{ href: '#service', text: error }]} />}
        <h1>{t('workspace.refer.title')}</h1>
        <p class="lead">{services.reference.words('fr').needs[need]?.title ?? t('workspace.refer.unknown-need')}</p>
        {fits.length === 0 ? (
          <EmptyState title={t('workspace.refer.none')}>{t('workspace.refer.none-text')}</EmptyState>
        ) : (
          <Form action={`/workspace/files/${file.id}/refer`} {...formFields(c)}>
            <input type="hidden" name="need" value={need} />
            <Choices
              name="service"
              legend={t('workspace.refer.service')}
              type="radio"
              selected={[kept?.get('service') ?? '']}
              error={error}
              options={fits.slice(0, 12).map((fit) => ({
                value: fit.offer.serviceId,
                label: `${fit.offer.name} – ${fit.offer.organizationName}`,
                hint: [
                  fit.takes === 'yes' ? t('workspace.refer.takes') : t('workspace.refer.takes-unknown'),
                  fit.kilometres !== null
                    ? t('matching.distance', { km: fit.kilometres, city: fit.offer.city ?? '' })
                    : (fit.offer.city ?? ''),
                  reachable.has(fit.offer.organizationId)
                    ? ''
                    : t('workspace.refer.call-only', { phone: fit.offer.phones[0] ?? '' }),
                ]
                  .filter(Boolean)
                  .join(' · '),
              }))}
            />
            <TextArea
              name="words"
              label={t('workspace.refer.words')}
              hint={t('workspace.refer.words-hint')}
              value={kept?.get('words') ?? ''}
              maxlength={2000}
            />
            <Button kind="primary">{t('workspace.refer.prepare')}</Button>
          </Form>
        )}
      </>
    ),
  })
}
