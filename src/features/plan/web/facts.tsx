import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import type { Env } from '#platform/http/env.ts'
import type { Step } from '#platform/reference/schema.ts'
import { dayInWords } from '#platform/text/dates.ts'
import { French, SummaryList, type SummaryRow } from '#ui/index.ts'
import type { PlannedStep } from '../domain/rules.ts'
import { FactName } from './fact-name.tsx'
import { stepOf, wordsOf } from './words.ts'

/** What to bring, where, how long, what it costs, who can help, how to know it is done, why it is here, its source and date. */
export function StepFacts({ c, step }: { c: Context<Env>; step: PlannedStep }) {
  const { t, language } = c.var
  const fact = stepOf(c.var, step.id)
  return (
    <>
      <SummaryList rows={[...rowsOfAct(c, step, fact), ...rowsOfDoubt(c, step), ...rowsOfReason(c, step)]} />
      {step.urgent && (
        <p>
          <a href={`/${language}/help`}>{t('assessment.help.title')}</a>
        </p>
      )}
      <p class="muted">{sourceText(c, fact)}</p>
    </>
  )
}

function rowsOfAct(c: Context<Env>, step: PlannedStep, fact: Step): SummaryRow[] {
  const { t } = c.var
  const words = wordsOf(c.var, step.id)
  const where = (
    <>
      {words.where}{' '}
      {fact.officialUrl && (
        <a href={fact.officialUrl} rel="noreferrer">
          <bdi dir="ltr">{new URL(fact.officialUrl).hostname}</bdi>
        </a>
      )}
    </>
  )
  return [
    ...(words.bring.length > 0 ? [{ key: t('plan.step.bring'), value: <List of={words.bring} /> }] : []),
    { key: t('plan.step.where'), value: where },
    {
      key: t('plan.step.official'),
      value: (
        <>
          <French>{fact.officialName}</French> – <French>{fact.officialBody}</French>
        </>
      ),
    },
    { key: t('plan.step.cost'), value: words.cost },
    { key: t('plan.step.time'), value: words.time },
    { key: t('plan.step.help'), value: words.help },
    { key: t('plan.step.known-done'), value: words.done },
    { key: t('plan.step.nature'), value: t(`plan.nature.${fact.nature}`) },
  ]
}

function rowsOfDoubt(c: Context<Env>, step: PlannedStep): SummaryRow[] {
  const { t, language, services } = c.var
  const words = wordsOf(c.var, step.id)
  const questions = services.reference.words(language).questions
  const open = step.missing.flatMap((id) => (questions[id] ? [<FactName c={c} kind="questions" id={id} />] : []))
  const check =
    words.unclear || !step.certain
      ? [
          {
            key: t('plan.step.check'),
            value: (
              <>
                {words.unclear ?? t('plan.step.check-text')}
                {open.length > 0 && <List of={open} />}
              </>
            ),
          },
        ]
      : []
  const after = words.afterDeadline ?? (step.late ? t('plan.step.after-text') : undefined)
  return after ? [...check, { key: t('plan.step.after'), value: after }] : check
}

function rowsOfReason(c: Context<Env>, step: PlannedStep): SummaryRow[] {
  const { t, language, services } = c.var
  const questions = services.reference.words(language).questions
  const because = step.because.flatMap((id) => (questions[id] ? [<FactName c={c} kind="questions" id={id} />] : []))
  return because.length > 0 ? [{ key: t('plan.step.because'), value: <List of={because} /> }] : []
}

function List({ of }: { of: readonly Child[] }) {
  return (
    <ul>
      {of.map((each) => (
        <li>{each}</li>
      ))}
    </ul>
  )
}

/** A fact without a source says so, and how to confirm it; urgent ones are confirmed before anyone relies on them. */
export function sourceText(c: Context<Env>, { asOf, sources }: Pick<Step, 'asOf' | 'sources'>): string {
  const { t, language, services } = c.var
  const day = dayInWords(asOf, language)
  return sources.length > 0
    ? t('plan.step.source', { day })
    : t('plan.step.no-source', { day, phone: services.config.officePhone })
}
