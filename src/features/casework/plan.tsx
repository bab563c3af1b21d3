import { Hono, type Context } from 'hono'
import { writtenDay } from '#kernel/day.ts'
import type { Env } from '#platform/http/env.ts'
import { dayFields } from '#platform/http/form.ts'
import { momentShort } from '#platform/text/dates.ts'
import { access, formFields, workspacePage } from '#features/access/index.ts'
import {
  addOwnStep,
  addStep,
  historyOf,
  moveStep,
  openSteps,
  planOf,
  promiseOf,
  publishDrafts,
  rulesOf,
  type ChangeLine,
  type Editing,
  type PlanView,
} from '#features/plan/index.ts'
import { Bidi, Button, Card, Details, ErrorSummary, Form, Select, Tag, TextField } from '#ui/index.ts'
import { eachOfFile, openFile, Whose, type Opened } from './opening.tsx'
import { PlanRows } from './plan-rows.tsx'

/** The one plan, as the person sees it, and the ways to change it; what is prepared stays hidden until it is shown. */
export const planEditPages = new Hono<Env>()
const responsibles = ['me', 'organization', 'agent'] as const

planEditPages.on('GET', eachOfFile('/plan'), access('agent'), async (c: Context<Env>, next) => {
  const opened = await openFile(c)
  return opened ? showPlan(c, opened) : next()
})

planEditPages.on('POST', eachOfFile('/plan/steps'), access('agent'), async (c: Context<Env>, next) => {
  const opened = await openFile(c)
  if (!opened) return next()
  const { form } = c.var
  const library = form.get('step') ?? ''
  const edit = editing(c, opened, form.get('draft') === 'yes')
  const added =
    library !== ''
      ? await addStep(edit, library)
      : await addOwnStep(edit, {
          title: form.get('title') ?? '',
          responsible: responsibles.find((each) => each === form.get('responsible')) ?? 'me',
          day: writtenDay(dayFields(form, 'by')),
        })
  if (!added.ok) return showPlan(c, opened, added.refusal)
  c.var.traces.push({ action: 'plan.changed', fileId: opened.file.id })
  return c.redirect(`${opened.base}/plan`, 303)
})

planEditPages.on('POST', eachOfFile('/plan/steps/:step'), access('agent'), async (c: Context<Env>, next) => {
  const opened = await openFile(c)
  if (!opened) return next()
  const { form } = c.var
  const who = responsibles.find((each) => each === form.get('responsible'))
  const kind = form.get('change')
  const edit = editing(c, opened)
  const step = c.req.param('step') ?? ''
  const changed =
    kind === 'done' || kind === 'undone' || kind === 'back'
      ? await moveStep(edit, step, { kind })
      : kind === 'put'
        ? await moveStep(edit, step, { kind, reason: form.get('reason') ?? '' })
        : await moveStep(edit, step, { kind: 'responsible', who: who ?? 'me' })
  if (!changed.ok && changed.refusal !== 'not-from-here') return showPlan(c, opened, changed.refusal)
  c.var.traces.push({ action: 'plan.changed', fileId: opened.file.id })
  return c.redirect(`${opened.base}/plan`, 303)
})

planEditPages.on('POST', eachOfFile('/plan/show'), access('agent'), async (c: Context<Env>, next) => {
  const opened = await openFile(c)
  if (!opened) return next()
  await publishDrafts(c.var.db, opened.file.id, opened.member?.id)
  c.var.traces.push({ action: 'plan.shown', fileId: opened.file.id })
  return c.redirect(`${opened.base}/plan`, 303)
})

function editing(c: Context<Env>, { file, member }: Opened, draft = false): Editing {
  const { services, db, now, actor } = c.var
  const label = actor.kind === 'agent' ? actor.label : null
  return {
    services,
    db,
    fileId: file.id,
    memberId: member?.id ?? null,
    editor: { kind: 'agent', label },
    at: now,
    draft,
  }
}

type Refusal = 'no-title' | 'not-a-day' | 'day-too-far' | 'unknown-step' | 'changed-meanwhile' | 'no-reason'

async function showPlan(c: Context<Env>, opened: Opened, refused?: Refusal) {
  const { file, member, base } = opened
  const { t, db, services, now } = c.var
  const view = await planOf(services, db, file.id, now, 'fr', member?.id)
  const history = await historyOf(services, db, file.id, member?.id)
  const drafts = [...view.items.values()].filter((item) => item.draft).length
  return workspacePage(c, {
    title: t('workspace.plan.title'),
    status: refused ? 422 : 200,
    children: (
      <>
        {refused && (
          <ErrorSummary
            title={t('common.error-summary')}
            errors={[{ href: '#add', text: t(`workspace.plan.error.${refused}`) }]}
          />
        )}
        <p>
          <a href={`/workspace/files/${file.id}`}>{t('workspace.plan.back')}</a>
        </p>
        <h1>
          {t('workspace.plan.title')} – <Whose c={c} opened={opened} />{' '}
          <Tag tone="neutral">{t('workspace.plan.version', { number: view.version.number })}</Tag>
        </h1>
        {view.version.at && (
          <p class="muted">{t('workspace.plan.changed-at', { when: momentShort(view.version.at, 'fr') })}</p>
        )}
        {drafts > 0 && (
          <Form action={`${base}/plan/show`} {...formFields(c)}>
            <Button kind="primary">{t('workspace.plan.show-drafts', { count: drafts })}</Button>
          </Form>
        )}
        <PlanRows c={c} base={base} view={view} promised={member ? undefined : await promiseOf(db, file.id)} />
        <Adding c={c} base={base} view={view} />
        <Log c={c} history={history} />
      </>
    ),
  })
}

/** From the library, or in one's own words; either can wait unseen until the whole is ready. */
function Adding({ c, base, view }: { c: Context<Env>; base: string; view: PlanView }) {
  const { t, services } = c.var
  const words = services.reference.words('fr').steps
  const present = new Set(openSteps(view.plan).map((step) => step.id))
  const addable = [...rulesOf(services.reference).steps.values()].filter(
    (step) => !present.has(step.id) && !step.compartment,
  )
  const named = addable.map((step) => ({ value: step.id, label: words[step.id]?.title ?? step.id }))
  return (
    <section id="add">
      <h2>{t('workspace.plan.add')}</h2>
      <Form action={`${base}/plan/steps`} {...formFields(c)}>
        <Select
          name="step"
          label={t('workspace.plan.from-library')}
          value=""
          options={[{ value: '', label: '—' }, ...named.sort((a, b) => a.label.localeCompare(b.label, 'fr'))]}
        />
        <TextField name="title" label={t('workspace.plan.own')} maxlength={200} />
        <Select
          name="responsible"
          label={t('workspace.plan.responsible')}
          value="me"
          options={responsibles.map((each) => ({ value: each, label: t(`workspace.plan.who.${each}`) }))}
        />
        <p>
          <label>
            <input type="checkbox" name="draft" value="yes" /> {t('workspace.plan.as-draft')}
          </label>
        </p>
        <Button kind="secondary">{t('workspace.plan.add-button')}</Button>
      </Form>
    </section>
  )
}

/** Who changed what, when and why. */
function Log({ c, history }: { c: Context<Env>; history: readonly ChangeLine[] }) {
  const { t, services } = c.var
  const words = services.reference.words('fr').steps
  return (
    <Details summary={t('workspace.plan.history', { count: history.length })}>
      <Card>
        <ul class="plain-list">
          {history.map((line) => (
            <li>
              {momentShort(line.at, 'fr')} – {t(`workspace.plan.change.${line.change}`)} :{' '}
              <Bidi>{line.ownTitle ?? words[line.itemId]?.title ?? t('workspace.plan.gone')}</Bidi>
              <br />
              <span class="muted">
                {line.byLabel ?? t(`workspace.plan.by.${line.byKind}`)}
                {line.reason !== '' && (
                  <>
                    {' – '}
                    <Bidi>{line.reason}</Bidi>
                  </>
                )}
                {line.draft && <> – {t('workspace.plan.draft')}</>}
              </span>
            </li>
          ))}
        </ul>
      </Card>
    </Details>
  )
}
