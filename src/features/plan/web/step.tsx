import type { Context } from 'hono'
import type { Env } from '#platform/http/env.ts'
import type { Step } from '#platform/reference/schema.ts'
import { dayOf } from '#kernel/day.ts'
import { dayInWords, weekdayInWords } from '#platform/text/dates.ts'
import { formFields } from '#features/access/index.ts'
import { Button, Details, French, Form, StepCard, SummaryList, Tag } from '#ui/index.ts'
import type { PlannedStep } from '../domain/build.ts'

/** A promise the ministry made and counts itself: it stands instead of any window of the step. */
export type Promised = { stepId: string; day: string } | undefined

export function stepOf(c: Context<Env>, id: string): Step {
  const found = c.var.services.reference.steps.find((step) => step.id === id)
  if (!found) throw new Error(`No step is called ${id}.`)
  return found
}

export function wordsOf(c: Context<Env>, id: string) {
  const words = c.var.services.reference.words(c.var.language).steps[id]
  if (!words) throw new Error(`No words for step ${id}.`)
  return words
}

/** When, and how that was counted; a date of one's own letter is asked for, never computed. */
export function dateText(c: Context<Env>, step: PlannedStep, promised: Promised): string {
  const { t, language } = c.var
  if (promised?.stepId === step.id) return t('plan.when.promised', { day: weekdayInWords(promised.day, language) })
  const words = wordsOf(c, step.id)
  if (step.ownNotice) return words.ownNotice ?? t('plan.when.own-notice')
  if (step.id === 'aq-meeting' || step.timing.kind !== 'dated') return words.when
  const { from, to, anchor, anchorDay } = step.timing
  const counted =
    anchor === 'arrival' || anchor === 'pr'
      ? t('plan.when.from-arrival', { day: dayInWords(anchorDay, language) })
      : anchor === 'permit_expiry'
        ? t('plan.when.from-permit', { day: dayInWords(anchorDay, language) })
        : ''
  if (step.late) return `${t('plan.when.late', { day: dayInWords(to ?? from, language) })} ${counted}`.trim()
  if (to !== null && to < dayOf(c.var.now)) return t('plan.when.soon')
  const { hardDeadline } = stepOf(c, step.id).when
  if (from > dayOf(c.var.now) && !hardDeadline)
    return `${t('plan.when.from', { day: dayInWords(from, language) })} ${counted}`.trim()
  if (to !== null && !hardDeadline)
    return `${t('plan.when.advised', { day: dayInWords(to, language) })} ${counted}`.trim()
  const until = to
    ? t('plan.when.until', { day: dayInWords(to, language) })
    : t('plan.when.from', { day: dayInWords(from, language) })
  return `${until} ${counted}`.trim()
}

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
  const words = wordsOf(c, step.id)
  return (
    <StepCard
      anchorId={`step-${step.id}`}
      number={number}
      title={words.title}
      urgent={step.urgent}
      tag={<StepTag c={c} step={step} />}
      dateText={dateText(c, step, promised)}
      why={words.why}
      details={
        <Details summary={t('plan.step.how')}>
          <StepFacts c={c} step={step} />
        </Details>
      }
      actions={<DoneForm c={c} stepId={step.id} label={t('plan.step.done')} action="done" />}
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

/** What to bring, where, the French name to say at the counter, what it costs, why it is here, its source and date. */
export function StepFacts({ c, step }: { c: Context<Env>; step: PlannedStep }) {
  const { t, language } = c.var
  const fact = stepOf(c, step.id)
  const words = wordsOf(c, step.id)
  const reference = c.var.services.reference.words(language)
  const because = step.because.flatMap((question) => reference.questions[question]?.text ?? [])
  return (
    <>
      <SummaryList
        rows={[
          ...(words.bring.length > 0
            ? [
                {
                  key: t('plan.step.bring'),
                  value: (
                    <ul>
                      {words.bring.map((each) => (
                        <li>{each}</li>
                      ))}
                    </ul>
                  ),
                },
              ]
            : []),
          {
            key: t('plan.step.where'),
            value: (
              <>
                {words.where}{' '}
                {fact.officialUrl && (
                  <a href={fact.officialUrl} rel="noreferrer">
                    <bdi dir="ltr">{new URL(fact.officialUrl).hostname}</bdi>
                  </a>
                )}
              </>
            ),
          },
          {
            key: t('plan.step.official'),
            value: (
              <>
                <French>{fact.officialName}</French> – <French>{fact.officialBody}</French>
              </>
            ),
          },
          { key: t('plan.step.cost'), value: fact.cost[language] },
          ...(words.unclear || !step.certain
            ? [{ key: t('plan.step.check'), value: words.unclear ?? t('plan.step.check-text') }]
            : []),
          ...(step.late || words.afterDeadline
            ? [{ key: t('plan.step.after'), value: words.afterDeadline ?? t('plan.step.after-text') }]
            : []),
          ...(because.length > 0
            ? [
                {
                  key: t('plan.step.because'),
                  value: (
                    <ul>
                      {because.map((each) => (
                        <li>{each}</li>
                      ))}
                    </ul>
                  ),
                },
              ]
            : []),
        ]}
      />
      {step.urgent && (
        <p>
          <a href={`/${language}/help`}>{t('assessment.help.title')}</a>
        </p>
      )}
      <p class="muted">{sourceText(c, fact)}</p>
    </>
  )
}

function sourceText(c: Context<Env>, fact: Step): string {
  const { t, language } = c.var
  const day = dayInWords(fact.asOf, language)
  return fact.sources.length > 0
    ? t('plan.step.source', { day })
    : t('plan.step.no-source', { day, phone: c.var.services.config.officePhone })
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
  action: 'done' | 'undone'
}) {
  const { token, requestKey } = formFields(c)
  return (
    <Form action={`/${c.var.language}/plan/steps/${stepId}/${action}`} token={token} requestKey={requestKey}>
      <Button kind="secondary">{label}</Button>
    </Form>
  )
}
