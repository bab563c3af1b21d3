import { Hono, type Context } from 'hono'
import type { Env } from '#platform/http/env.ts'
import { access, formFields, publicPage } from '#features/access/index.ts'
import { deleteMember, insertMember, memberShown, membersOf, ofMember, relations } from '#features/identity/index.ts'
import {
  BackLink,
  Bidi,
  Button,
  ButtonLink,
  Details,
  EmptyState,
  ErrorSummary,
  Form,
  Notice,
  Select,
  TextField,
} from '#ui/index.ts'
import { cleanReason } from '../domain/changes.ts'
import { isBegun, planOf, type PlanView } from '../queries.ts'
import { fileOf } from './editing.ts'
import { TakeOut } from './take-away.tsx'
import { PlanSections } from './view.tsx'

/** The others of the household, in the same file: each with answers and a plan of their own. */
export const householdPages = new Hono<Env>()
const owners = () => access('draft', 'newcomer')
const mostMembers = 15
const longestName = 60

householdPages.get('/:language/household', owners(), (c) => showHousehold(c))

householdPages.post('/:language/household', owners(), async (c) => {
  const { form, db, now, services, language } = c.var
  const name = cleanReason(form.get('name') ?? '').slice(0, longestName)
  const relation = relations.find((each) => each === form.get('relation')) ?? 'other'
  if (name === '') return showHousehold(c, 'no-name')
  if ((await membersOf(db, fileOf(c))).length >= mostMembers) return showHousehold(c, 'too-many')
  const id = services.newId()
  await insertMember(db, fileOf(c), { id, relation, nameSealed: services.secrets.encrypt(name), createdAt: now })
  return c.redirect(`/${language}/household/${id}/assessment`, 303)
})

householdPages.post('/:language/household/:member/remove', owners(), ofMember(), async (c) => {
  const { db, memberId, language } = c.var
  if (memberId) await deleteMember(db, fileOf(c), memberId)
  return c.redirect(`/${language}/household`, 303)
})

householdPages.get('/:language/household/:member/plan', owners(), ofMember(), async (c) => {
  const { t, language, base, services, db, now } = c.var
  const member = await memberShown(c)
  if (!member) return c.notFound()
  const view = await planOf(services, db, fileOf(c), now, language, member.id)
  return publicPage(c, {
    title: t('plan.title'),
    exit: true,
    children: (
      <>
        <BackLink href={`/${language}/household`}>{t('plan.household.title')}</BackLink>
        <h1>
          {t('plan.title-of')} <Bidi>{services.secrets.decrypt(member.nameSealed)}</Bidi>
        </h1>
        {isBegun(view) ? <Begun c={c} view={view} /> : <NotBegun c={c} />}
        <Details summary={t('plan.household.remove')}>
          <p>{t('plan.household.remove-text')}</p>
          <Form action={`${base}/remove`} {...formFields(c)}>
            <Button kind="secondary">{t('plan.household.remove')}</Button>
          </Form>
        </Details>
      </>
    ),
  })
})

function Begun({ c, view }: { c: Context<Env>; view: PlanView }) {
  const { t, base } = c.var
  return (
    <>
      <Notice kind="info">
        {t('plan.automatic')} <a href={`${base}/assessment/subjects/core`}>{t('plan.change-answers')}</a>
        <br />
        <a href={`${base}/plan/changes`}>{t('plan.changes.link')}</a>
      </Notice>
      <PlanSections c={c} view={view} promised={undefined} />
      <section id="take">
        <h2>{t('plan.household.take')}</h2>
        <TakeOut c={c} />
      </section>
    </>
  )
}

/** A plan made of no answer would be a guess: first a few questions, each of which can be skipped. */
function NotBegun({ c }: { c: Context<Env> }) {
  const { t, base } = c.var
  return (
    <EmptyState title={t('plan.household.not-begun')}>
      <p>{t('plan.household.not-begun-text')}</p>
      <ButtonLink href={`${base}/assessment`} kind="primary">
        {t('plan.household.answer')}
      </ButtonLink>
    </EmptyState>
  )
}

async function showHousehold(c: Context<Env>, refusal?: 'no-name' | 'too-many') {
  const { t, language, db, services, form } = c.var
  const members = await membersOf(db, fileOf(c))
  const error = refusal && t(`plan.household.${refusal}`)
  return publicPage(c, {
    title: t('plan.household.title'),
    status: error ? 422 : 200,
    path: '/household',
    exit: true,
    children: (
      <>
        <BackLink href={`/${language}/plan`}>{t('plan.back')}</BackLink>
        {error && <ErrorSummary title={t('common.error-summary')} errors={[{ href: '#name', text: error }]} />}
        <h1>{t('plan.household.title')}</h1>
        <p class="lead">{t('plan.household.text')}</p>
        {members.length === 0 ? (
          <EmptyState title={t('plan.household.none')} />
        ) : (
          <ul class="tasks">
            {members.map((member) => (
              <li>
                <a href={`/${language}/household/${member.id}/plan`}>
                  <Bidi>{services.secrets.decrypt(member.nameSealed)}</Bidi>
                </a>
                <span class="muted">{t(`plan.household.relation.${member.relation}`)}</span>
              </li>
            ))}
          </ul>
        )}
        <h2>{t('plan.household.add')}</h2>
        <Form action={`/${language}/household`} {...formFields(c)}>
          <TextField
            name="name"
            label={t('plan.household.name')}
            hint={t('plan.household.name-hint')}
            maxlength={longestName}
            autocomplete="off"
            error={error}
            value={form?.get('name') ?? ''}
          />
          <Select
            name="relation"
            label={t('plan.household.relation')}
            value={form?.get('relation') ?? 'spouse'}
            options={relations.map((each) => ({ value: each, label: t(`plan.household.relation.${each}`) }))}
          />
          <Button kind="primary">{t('plan.household.add-button')}</Button>
        </Form>
      </>
    ),
  })
}
