import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import { dayOf } from '#kernel/day.ts'
import { dayInWords } from '#platform/text/dates.ts'
import type { Env } from '#platform/http/env.ts'
import { formFields, publicPage } from '#features/access/index.ts'
import { personById } from '#features/identity/index.ts'
import { hasStopped, keepScript, planOf, PlanSections, promiseOf, TakeAway } from '#features/plan/index.ts'
import { Bidi, Button, ButtonLink, EmptyState, ErrorSummary, Form, Notice, TextField } from '#ui/index.ts'
import type { ContactRefusal } from '../domain.ts'

/** What others follow for this person; referral comes later in the journey, so main hands it in. */
export type ShowFollowed = (c: Context<Env>, fileId: string) => Promise<Child>

export type Refused = { refusal: ContactRefusal | 'too-many'; firstName: string; email: string }

/** The plan of whoever asks, and for a nameless one the way to keep it. */
export async function showPlan(c: Context<Env>, showFollowed: ShowFollowed, refused?: Refused) {
  const { t, actor, language, services, db, now } = c.var
  if (actor.kind !== 'draft' && actor.kind !== 'newcomer') return showNoPlan(c)
  const named = actor.kind === 'newcomer'
  const [view, person, promised, stopped, followed] = await Promise.all([
    planOf(services, db, actor.fileId, now, language),
    named ? personById(db, actor.personId) : undefined,
    named ? promiseOf(db, actor.fileId) : undefined,
    named && hasStopped(db, actor.fileId),
    named ? showFollowed(c, actor.fileId) : null,
  ])
  return publicPage(c, {
    title: refused ? t('common.error-title', { title: t('plan.title') }) : t('plan.title'),
    status: refused ? 422 : 200,
    path: '/plan',
    exit: true,
    scripts: [keepScript],
    children: (
      <>
        {refused && (
          <ErrorSummary
            title={t('common.error-summary')}
            errors={[{ href: hrefOf(refused.refusal), text: t(`registration.error.${refused.refusal}`) }]}
          />
        )}
        <h1>
          {person ? (
            <>
              {t('plan.title-of')} <Bidi>{person.firstName}</Bidi>
            </>
          ) : (
            t('plan.title')
          )}
        </h1>
        <p class="lead">{t('plan.lead')}</p>
        <Notice kind="info">
          {t('plan.automatic')} <a href={`/${language}/assessment/subjects`}>{t('plan.change-answers')}</a> –{' '}
          <a href="#take">{t('plan.take.title')}</a>
          {view.version.at && (
            <>
              <br />
              {t('plan.version', { day: dayInWords(dayOf(view.version.at), language) })}
            </>
          )}
          <br />
          <a href={`/${language}/plan/changes`}>{t('plan.changes.link')}</a>
        </Notice>
        {followed}
        <PlanSections c={c} view={view} promised={promised} />
        <TakeAway c={c} stopped={stopped} />
        <p>
          <a href={`/${language}/household`}>{t('plan.household.title')}</a>
        </p>
        {actor.kind === 'draft' && <KeepIt c={c} refused={refused} />}
      </>
    ),
  })
}

/** Registration: a first name and an address; what it gives and what it does not do, said before the button. */
function KeepIt({ c, refused }: { c: Context<Env>; refused: Refused | undefined }) {
  const { t, language } = c.var
  const { token, requestKey } = formFields(c)
  const error = (field: 'name' | 'email') =>
    refused && hrefOf(refused.refusal) === `#${field === 'name' ? 'first_name' : 'email'}`
      ? t(`registration.error.${refused.refusal}`)
      : undefined
  return (
    <section id="keep">
      <h2>{t('registration.title')}</h2>
      <p>{t('registration.text')}</p>
      <p>
        <strong>{t('registration.shares-nothing')}</strong>
      </p>
      <Form action={`/${language}/registration`} token={token} requestKey={requestKey}>
        <TextField
          name="first_name"
          label={t('registration.first-name')}
          autocomplete="given-name"
          maxlength={80}
          value={refused?.firstName ?? ''}
          error={error('name')}
        />
        <TextField
          name="email"
          label={t('registration.email')}
          hint={t('registration.email-hint')}
          type="email"
          autocomplete="email"
          dir="ltr"
          maxlength={200}
          value={refused?.email ?? ''}
          error={error('email')}
        />
        <Button kind="primary">{t('registration.send')}</Button>
      </Form>
      <p>
        <a href={`/${language}/pause`}>{t('assessment.pause.title')}</a>
      </p>
    </section>
  )
}

function hrefOf(refusal: Refused['refusal']): string {
  return refusal === 'no-name' ? '#first_name' : '#email'
}

function showNoPlan(c: Context<Env>) {
  const { t, language } = c.var
  return publicPage(c, {
    title: t('plan.title'),
    path: '/plan',
    children: (
      <>
        <h1>{t('plan.title')}</h1>
        <EmptyState title={t('plan.none.title')}>
          <p>{t('plan.none.text')}</p>
          <p class="actions">
            <ButtonLink href={`/${language}/assessment`} kind="primary">
              {t('assessment.start.begin')}
            </ButtonLink>
            <ButtonLink href={`/${language}/resume`} kind="secondary">
              {t('access.resume.title')}
            </ButtonLink>
          </p>
        </EmptyState>
      </>
    ),
  })
}
