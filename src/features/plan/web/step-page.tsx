import type { Context } from 'hono'
import type { Env } from '#platform/http/env.ts'
import { formFields, publicPage } from '#features/access/index.ts'
import { BackLink, Button, Choices, DateField, Details, ErrorSummary, Form, StepCard, TextArea } from '#ui/index.ts'
import { ServiceCard } from '#features/matching/index.ts'
import type { PlannedStep } from '../domain/rules.ts'
import type { PlanView } from '../queries.ts'
import { FactName } from './fact-name.tsx'
import { StepFacts } from './facts.tsx'
import { DoneForm, StepTag } from './step.tsx'
import { dateText, stepOf, wordsOf, type Promised } from './words.ts'

export type StepRefusal =
  | { field: 'day'; refusal: 'not-a-day' | 'day-too-far'; day: string; month: string; year: string }
  | { field: 'problem'; refusal: 'no-reason' | 'nothing-chosen'; kind: string; words: string }
  | { field: 'state'; refusal: 'changed-meanwhile' }

/** A step on a page of its own; the browser's title and history say only that it is a step. */
export function showStep(
  c: Context<Env>,
  view: PlanView,
  step: PlannedStep,
  promised: Promised,
  refused?: StepRefusal,
) {
  const { t } = c.var
  const words = wordsOf(c.var, step.id)
  return publicPage(c, {
    title: refused ? t('common.error-title', { title: t('plan.step.title') }) : t('plan.step.title'),
    status: refused ? 422 : 200,
    exit: true,
    urgent: c.var.services.reference.words('ht').has('steps', step.id),
    children: (
      <>
        <BackLink href={`${c.var.base}/plan`}>{t('plan.back')}</BackLink>
        {refused && (
          <ErrorSummary
            title={t('common.error-summary')}
            errors={[
              { href: refused.field === 'day' ? '#letter' : '#problem', text: t(`plan.error.${refused.refusal}`) },
            ]}
          />
        )}
        <h1>{words.title}</h1>
        <StepCard
          anchorId={`step-${step.id}`}
          title={t('plan.step.when')}
          level={2}
          urgent={step.urgent}
          tag={<StepTag c={c} step={step} />}
          dateText={dateText(c.var, step, promised)}
          why={words.why}
          details={<StepFacts c={c} step={step} />}
          actions={<DoneForm c={c} stepId={step.id} label={t('plan.step.done')} action="done" />}
        />
        {stepOf(c.var, step.id).ownNotice && <LetterDay c={c} step={step} refused={refused} />}
        <Near c={c} step={step} view={view} />
        <Needs c={c} step={step} />
        <Problem c={c} step={step} refused={refused} />
      </>
    ),
  })
}

/** A date that only a letter knows is asked for, and then shown: never computed. */
function LetterDay({ c, step, refused }: { c: Context<Env>; step: PlannedStep; refused: StepRefusal | undefined }) {
  const { t } = c.var
  const known = step.timing.kind === 'dated' && step.timing.anchor === 'letter' ? step.timing.anchorDay : ''
  const [year = '', month = '', day = ''] = known.split('-')
  const shown = refused?.field === 'day' ? refused : { day, month, year }
  return (
    <section>
      <h2>{t('plan.letter.title')}</h2>
      <p>{t('plan.letter.text')}</p>
      <Form action={`${c.var.base}/plan/steps/${step.id}/day`} {...formFields(c)}>
        <DateField
          name="letter"
          legend={t('plan.letter.day')}
          error={refused?.field === 'day' ? t(`plan.error.${refused.refusal}`) : undefined}
          day={shown.day}
          month={shown.month}
          year={shown.year}
          words={{ day: t('common.day'), month: t('common.month'), year: t('common.year') }}
        />
        <Button kind="secondary">{t('plan.letter.save')}</Button>
      </Form>
    </section>
  )
}

/** The nearest service that answers a need behind the step, and why it fits. */
function Near({ c, step, view }: { c: Context<Env>; step: PlannedStep; view: PlanView }) {
  const best = step.needIds.flatMap((need) => view.services.get(need)?.[0] ?? [])[0]
  return best ? (
    <section>
      <h2>{c.var.t('plan.step.near')}</h2>
      <ServiceCard c={c} fit={best} />
    </section>
  ) : null
}

/** For each need behind the step: who may help, who pays, on a page of its own. */
function Needs({ c, step }: { c: Context<Env>; step: PlannedStep }) {
  const { t } = c.var
  if (step.needIds.length === 0) return null
  return (
    <section>
      <h2>{t('plan.need.who')}</h2>
      <ul>
        {step.needIds.map((id) => (
          <li>
            <a href={`${c.var.base}/plan/needs/${id}`}>
              <FactName c={c} kind="needs" id={id} />
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Stuck, not for me, or please change it: one small form, closed until it is wanted. */
function Problem({ c, step, refused }: { c: Context<Env>; step: PlannedStep; refused: StepRefusal | undefined }) {
  const { t } = c.var
  const shown = refused?.field === 'problem' ? refused : undefined
  return (
    <Details summary={t('plan.problem.title')} open={shown !== undefined}>
      <Form action={`${c.var.base}/plan/steps/${step.id}/problem`} {...formFields(c)}>
        <Choices
          name="problem"
          legend={t('plan.problem.which')}
          type="radio"
          selected={shown ? [shown.kind] : []}
          error={shown ? t(`plan.error.${shown.refusal}`) : undefined}
          options={[
            { value: 'stuck', label: t('plan.problem.stuck'), hint: t('plan.problem.stuck-hint') },
            { value: 'put', label: t('plan.problem.put'), hint: t('plan.problem.put-hint') },
            { value: 'change-asked', label: t('plan.problem.change'), hint: t('plan.problem.change-hint') },
          ]}
        />
        <TextArea name="words" label={t('plan.problem.words')} rows={3} maxlength={500} value={shown?.words ?? ''} />
        <Button kind="secondary">{t('plan.problem.send')}</Button>
      </Form>
    </Details>
  )
}
