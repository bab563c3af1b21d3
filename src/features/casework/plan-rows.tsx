import type { Context } from 'hono'
import type { Env } from '#platform/http/env.ts'
import { dayInWords } from '#platform/text/dates.ts'
import { formFields } from '#features/access/index.ts'
import {
  dateText,
  openSteps,
  type OwnStep,
  type PlannedStep,
  type PlanView,
  type Promised,
} from '#features/plan/index.ts'
import { Bidi, Button, Details, EmptyState, Form, Queue, Select, Tag, TextField } from '#ui/index.ts'

const responsibles = ['me', 'organization', 'agent'] as const
type Row = {
  id: string
  title: string
  when: string
  who: (typeof responsibles)[number]
  why: string
  tag: string | null
  own: boolean
}

type Rows = { c: Context<Env>; base: string; view: PlanView; promised: Promised }

/** Each step on a line: what, why it is here, by when, who does it, and what can be done with it. */
export function PlanRows({ c, base, view, promised }: Rows) {
  const { t } = c.var
  const rows = [
    ...view.own.filter((step) => step.state === 'open').map((step) => ownRow(c, step)),
    ...openSteps(view.plan).map((step) => stepRow(c, step, view, promised)),
  ]
  return (
    <Queue
      caption={t('workspace.plan.caption')}
      columns={[
        t('workspace.plan.step'),
        t('workspace.queue.why'),
        t('workspace.queue.due'),
        t('workspace.plan.responsible'),
        t('workspace.queue.action'),
      ]}
      rows={rows.map((row) => ({
        cells: cellsOf(c, base, row),
        tone: row.tag === 'late' ? ('red' as const) : undefined,
      }))}
      empty={<EmptyState title={t('workspace.plan.empty')}>{t('workspace.plan.empty-text')}</EmptyState>}
    />
  )
}

function ownRow(c: Context<Env>, step: OwnStep): Row {
  const { t } = c.var
  return {
    id: step.id,
    title: step.title,
    when: step.day ? dayInWords(step.day, 'fr') : '—',
    who: step.responsible,
    why: t(`workspace.plan.by.${step.by}`),
    tag: step.draft ? 'draft' : null,
    own: true,
  }
}

/** The date in the same words as the person reads it. */
function stepRow(c: Context<Env>, step: PlannedStep, { items }: PlanView, promised: Promised): Row {
  const { t, services } = c.var
  const words = services.reference.words('fr')
  const fact = services.reference.steps.find((each) => each.id === step.id)
  const item = items.get(step.id)
  return {
    id: step.id,
    title: words.steps[step.id]?.title ?? step.id,
    when: dateText({ ...c.var, language: 'fr' }, step, promised),
    who: item?.responsible ?? fact?.responsible ?? 'me',
    why: step.needIds.map((id) => words.needs[id]?.title ?? id).join(' · ') || t('workspace.plan.by-hand'),
    tag: item?.draft ? 'draft' : step.late ? 'late' : step.urgent ? 'urgent' : step.certain ? null : 'check',
    own: false,
  }
}

const tones = { draft: 'blue', late: 'red', urgent: 'red', check: 'yellow' } as const
const tags = ['draft', 'late', 'urgent', 'check'] as const

function cellsOf(c: Context<Env>, base: string, row: Row) {
  const { t } = c.var
  const tag = tags.find((each) => each === row.tag)
  const action = `${base}/plan/steps/${row.id}`
  return [
    <>
      <Bidi>{row.title}</Bidi> {tag && <Tag tone={tones[tag]}>{t(`workspace.plan.tag.${tag}`)}</Tag>}
    </>,
    row.why,
    row.when,
    t(`workspace.plan.who.${row.who}`),
    <>
      <Form action={action} {...formFields(c)}>
        <Button kind="secondary" name="change" value="done">
          {t('workspace.plan.do-done')}
        </Button>
      </Form>
      <Details summary={t('workspace.plan.more')}>
        <Form action={action} {...formFields(c)}>
          <TextField name="reason" label={t('workspace.plan.reason')} maxlength={500} />
          <Button kind="secondary" name="change" value="put">
            {t('workspace.plan.do-put')}
          </Button>
        </Form>
        <Form action={action} {...formFields(c)}>
          <Select
            name="responsible"
            label={t('workspace.plan.responsible')}
            value={row.who}
            options={responsibles.map((each) => ({ value: each, label: t(`workspace.plan.who.${each}`) }))}
          />
          <Button kind="secondary" name="change" value="responsible">
            {t('workspace.plan.do-responsible')}
          </Button>
        </Form>
      </Details>
    </>,
  ]
}
