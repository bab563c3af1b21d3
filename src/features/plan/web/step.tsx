import type { Context } from 'hono'
import type { Env } from '#platform/http/env.ts'
import { formFields } from '#features/access/index.ts'
import { Button, Details, Form, StepCard, Tag } from '#ui/index.ts'
import type { PlannedStep } from '../domain/rules.ts'
import type { OwnStep } from '../queries.ts'
import { dayInWords } from '#platform/text/dates.ts'
import { StepFacts } from './facts.tsx'
import { dateText, wordsOf, type Promised } from './words.ts'

/** One of the "do now": whole, so that nobody must open a page to act. */
export function PlanStep({
  c,
  step,
  number,
  promised,
}: {
  c: Context<Env>
  step: PlannedStep
  number: number
  promised: Promised
}) {
  const { t } = c.var
  const words = wordsOf(c.var, step.id)
  return (
    <StepCard
      anchorId={`step-${step.id}`}
      number={number}
      title={words.title}
      urgent={step.urgent}
      tag={<StepTag c={c} step={step} />}
      dateText={dateText(c.var, step, promised)}
      why={words.why}
      details={
        <Details summary={t('plan.step.how')}>
          <StepFacts c={c} step={step} />
        </Details>
      }
      actions={
        <>
          <DoneForm c={c} stepId={step.id} label={t('plan.step.done')} action="done" />
          <a href={`${c.var.base}/plan/steps/${step.id}`}>{t('plan.step.more')}</a>
        </>
      }
    />
  )
}

export function StepTag({ c, step }: { c: Context<Env>; step: PlannedStep }) {
  const { t } = c.var
  if (step.late) return <Tag tone="red">{t('plan.tag.late')}</Tag>
  if (step.urgent) return <Tag tone="red">{t('plan.tag.urgent')}</Tag>
  if (!step.certain) return <Tag tone="yellow">{t('plan.tag.check')}</Tag>
  return step.unlocks > 1 ? <Tag tone="blue">{t('plan.tag.unlocks', { count: step.unlocks })}</Tag> : undefined
}

/** A step written by hand, by the person or by whoever helps: its words, who does it, by when. */
export function OwnStepCard({ c, step }: { c: Context<Env>; step: OwnStep }) {
  const { t, language } = c.var
  return (
    <StepCard
      anchorId={`step-${step.id}`}
      title={<bdi>{step.title}</bdi>}
      tag={<Tag tone="neutral">{t(`plan.responsible.${step.responsible}`)}</Tag>}
      dateText={step.day ? t('plan.when.until', { day: dayInWords(step.day, language) }) : undefined}
      why={t(`plan.added-by.${step.by}`)}
      actions={<DoneForm c={c} stepId={step.id} label={t('plan.step.done')} action="done" />}
    />
  )
}

export function DoneForm({
  c,
  stepId,
  label,
  action,
}: {
  c: Context<Env>
  stepId: string
  label: string
  action: 'done' | 'undone' | 'back'
}) {
  const { token, requestKey } = formFields(c)
  return (
    <Form action={`${c.var.base}/plan/steps/${stepId}/${action}`} token={token} requestKey={requestKey}>
      <Button kind="secondary">{label}</Button>
    </Form>
  )
}
