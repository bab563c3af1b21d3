import { Hono, type Context } from 'hono'
import type { Env } from '#platform/http/env.ts'
import { access, formFields, publicPage } from '#features/access/index.ts'
import {
  deleteMember,
  eachPerson,
  insertMember,
  memberById,
  membersOf,
  ofMember,
  relations,
} from '#features/identity/index.ts'
import {
  BackLink,
  Bidi,
  Button,
  Details,
  EmptyState,
  ErrorSummary,
  Form,
  Notice,
  Select,
  TextField,
} from '#ui/index.ts'
import { cleanReason } from '../domain/changes.ts'
import { planOf } from '../queries.ts'
import { fileOf } from './editing.ts'
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
  await insertMember(db, fileOf(c), { id, relation, nameSealed: services.secrets.encrypt(name) }, now)
  return c.redirect(`/${language}/household/${id}/assessment/status`, 303)
})

householdPages.post('/:language/household/:member/remove', owners(), ofMember(), async (c) => {
  const { db, memberId, language } = c.var
  if (memberId) await deleteMember(db, fileOf(c), memberId)
  return c.redirect(`/${language}/household`, 303)
})

householdPages.on('GET', eachPerson('/plan').slice(1), owners(), ofMember(), async (c: Context<Env>) => {
  const { t, language, base, services, db, now, memberId } = c.var
  const member = memberId ? await memberById(db, fileOf(c), memberId) : undefined
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
        <Notice kind="info">
          {t('plan.automatic')} <a href={`${base}/assessment/subjects/core`}>{t('plan.change-answers')}</a>
        </Notice>
        <PlanSections c={c} view={view} promised={undefined} />
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
