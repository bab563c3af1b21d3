import { Hono, type Context } from 'hono'
import { writtenDay } from '#kernel/day.ts'
import type { Env } from '#platform/http/env.ts'
import { dayFields } from '#platform/http/form.ts'
import { momentInWords } from '#platform/text/dates.ts'
import { access, formFields, publicPage } from '#features/access/index.ts'
import { eachPerson, ofMember } from '#features/identity/index.ts'
import { BackLink, Bidi, Button, DateField, EmptyState, ErrorSummary, Form, French, TextField } from '#ui/index.ts'
import { addOwnStep } from '../commands.ts'
import { historyOf, type ChangeLine } from '../queries.ts'
import { editing, fileOf } from './editing.ts'

/** What changed in the plan, who changed it, when and why; and a step of one's own. */
export const changePages = new Hono<Env>()
const owners = () => access('draft', 'newcomer')

changePages.on('GET', eachPerson('/plan/changes'), owners(), ofMember(), (c: Context<Env>) => showChanges(c))

changePages.on('POST', eachPerson('/plan/changes'), owners(), ofMember(), async (c: Context<Env>) => {
  const { form, base } = c.var
  const written = writtenDay(dayFields(form, 'by'))
  const added = await addOwnStep(editing(c), { title: form.get('title') ?? '', responsible: 'me', day: written })
  return added.ok ? c.redirect(`${base}/plan`, 303) : showChanges(c, added.refusal)
})

async function showChanges(c: Context<Env>, refusal?: 'no-title' | 'not-a-day' | 'day-too-far') {
  const { t, base, services, db, form, memberId } = c.var
  const history = await historyOf(services, db, fileOf(c), memberId)
  const error = refusal && t(`plan.error.${refusal}`)
  const inTitle = refusal === 'no-title'
  return publicPage(c, {
    title: t('plan.changes.title'),
    status: refusal ? 422 : 200,
    exit: true,
    children: (
      <>
        <BackLink href={`${base}/plan`}>{t('plan.back')}</BackLink>
        {error && (
          <ErrorSummary
            title={t('common.error-summary')}
            errors={[{ href: inTitle ? '#title' : '#by', text: error }]}
          />
        )}
        <h1>{t('plan.changes.title')}</h1>
        {history.length === 0 && <EmptyState title={t('plan.changes.none')} />}
        <ul>
          {history.map((line) => (
            <Line c={c} line={line} />
          ))}
        </ul>
        <h2>{t('plan.changes.add')}</h2>
        <Form action={`${base}/plan/changes`} {...formFields(c)}>
          <TextField
            name="title"
            label={t('plan.changes.step')}
            maxlength={200}
            value={form?.get('title') ?? ''}
            error={inTitle ? error : undefined}
          />
          <DateField
            name="by"
            legend={t('plan.changes.by')}
            error={inTitle ? undefined : error}
            day={form?.get('by-day') ?? ''}
            month={form?.get('by-month') ?? ''}
            year={form?.get('by-year') ?? ''}
            words={{ day: t('common.day'), month: t('common.month'), year: t('common.year') }}
          />
          <Button kind="primary">{t('plan.changes.add-button')}</Button>
        </Form>
      </>
    ),
  })
}

function Line({ c, line }: { c: Context<Env>; line: ChangeLine }) {
  const { t, language, services } = c.var
  const title = line.ownTitle ?? services.reference.words(language).steps[line.itemId]?.title ?? t('plan.step.title')
  return (
    <li>
      <strong>{t(`plan.change.${line.change}`)}</strong> – <Bidi>{title}</Bidi>
      <br />
      <span class="muted">
        {momentInWords(line.at, language)} – <By c={c} line={line} />
        {line.reason !== '' && (
          <>
            {' – '}
            <Bidi>{line.reason}</Bidi>
          </>
        )}
      </span>
    </li>
  )
}

/** An organization by its French name, a person of the office by theirs. */
function By({ c, line: { byKind, byLabel } }: { c: Context<Env>; line: ChangeLine }) {
  if (!byLabel) return <>{c.var.t(`plan.by.${byKind}`)}</>
  return byKind === 'organization' ? <French>{byLabel}</French> : <Bidi>{byLabel}</Bidi>
}
