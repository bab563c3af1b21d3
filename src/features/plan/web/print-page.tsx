import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import { dayOf } from '#kernel/day.ts'
import { directionOf, sourceLanguage } from '#kernel/language.ts'
import type { Env } from '#platform/http/env.ts'
import { dayInWords } from '#platform/text/dates.ts'
import type { Relation } from '#features/identity/index.ts'
import { BackLink, Button, French, PrintLayout } from '#ui/index.ts'
import { withoutProtected, type PlannedStep } from '../domain/rules.ts'
import type { OwnStep, PlanAlone } from '../queries.ts'
import { dateText, stepOf, wordsOf, type Promised, type Voice } from './words.ts'

/** For whom, in general words; what the ministry promised; and the mark of the copy that a phone may keep. */
type Sheet = { for?: Relation; promised?: Promised; mark?: string }
type Told = { voices: readonly Voice[]; promised: Promised }

/** The plan on paper, and the copy a phone keeps: line by line in the person's language and in French; nothing protected, no name. */
export function showPrint(c: Context<Env>, view: PlanAlone, { for: relation, promised, mark }: Sheet) {
  const { t, language, services } = c.var
  const french: Voice = { ...c.var, language: sourceLanguage, t: services.words.in(sourceLanguage) }
  const told = { voices: language === sourceLanguage ? [french] : [c.var, french], promised }
  const { doNow, later } = withoutProtected(view.plan)
  const own = view.own.filter((step) => step.state === 'open' && !step.draft && !step.protected)
  const title = (say: Voice['t']) => say('plan.title') + (relation ? ` – ${say(`plan.for.${relation}`)}` : '')
  return c.html(
    <PrintLayout
      lang={language}
      dir={directionOf(language)}
      title={`${title(t)} – ${services.config.serviceName}`}
      serviceName={services.config.serviceName}
      footer={<Footer told={told} version={view.version} />}
    >
      <BackLink href={`${c.var.base}/plan`}>{t('plan.back')}</BackLink>
      {mark !== undefined && <Copy c={c} mark={mark} />}
      <Pair told={told} as="h1" say={({ t }) => title(t)} />
      <Pair told={told} as="h2" say={({ t }) => t('plan.now.title')} />
      {doNow.length === 0 && <Pair told={told} say={({ t }) => t('plan.now.empty')} />}
      {doNow.map((step) => (
        <WholeStep told={told} step={step} />
      ))}
      {own.length > 0 && <Pair told={told} as="h2" say={({ t }) => t('plan.own.title')} />}
      {own.map((step) => (
        <HandWritten told={told} step={step} />
      ))}
      {later.map(({ window, steps }) => (
        <>
          <Pair told={told} as="h2" say={({ t }) => t(`plan.window.${window}`)} />
          {steps.map((step) => (
            <div class="sheet-step">
              <Pair told={told} as="h3" say={(voice) => wordsOf(voice, step.id).title} />
              <Pair told={told} say={(voice) => dateText(voice, step, promised)} />
            </div>
          ))}
        </>
      ))}
    </PrintLayout>,
  )
}

/** Shown by the phone alone, when it brings out its copy; the mark tells one copy from another's and names nobody. */
function Copy({ c, mark }: { c: Context<Env>; mark: string }) {
  const { t, language, now } = c.var
  return (
    <div class="notice warning" data-copy={mark} data-erased={t('plan.keep.erased')} hidden>
      <p>{t('plan.print.copy', { day: dayInWords(dayOf(now), language) })}</p>
      <form method="post" action={`/${language}/plan/erase`}>
        <Button kind="secondary">{t('plan.keep.erase')}</Button>
      </form>
    </div>
  )
}

/** One of the "do now", with all that is needed at the counter. */
function WholeStep({ told, step }: { told: Told; step: PlannedStep }) {
  const facts = ['bring', 'where', 'cost', 'official'] as const
  const [first] = told.voices
  const shown = facts.filter((fact) => fact !== 'bring' || (first && wordsOf(first, step.id).bring.length > 0))
  return (
    <div class="sheet-step">
      <Pair told={told} as="h3" say={(voice) => wordsOf(voice, step.id).title} />
      <Pair told={told} say={(voice) => <strong>{dateText(voice, step, told.promised)}</strong>} />
      {shown.map((fact) => (
        <Pair
          told={told}
          say={(voice) => (
            <>
              <strong>{voice.t(`plan.step.${fact}`)}</strong> – {factOf(voice, step.id, fact)}
            </>
          )}
        />
      ))}
    </div>
  )
}

function factOf(voice: Voice, stepId: string, fact: 'bring' | 'where' | 'cost' | 'official'): Child {
  if (fact === 'official') return <French>{stepOf(voice, stepId).officialName}</French>
  const words = wordsOf(voice, stepId)
  return fact === 'bring' ? words.bring.join(' · ') : words[fact]
}

/** Written by hand in one language, whichever that was: said once, under both. */
function HandWritten({ told, step }: { told: Told; step: OwnStep }) {
  const { day } = step
  return (
    <div class="sheet-step">
      <h3 dir="auto">{step.title}</h3>
      {day !== null && (
        <Pair told={told} say={({ t, language }) => t('plan.when.until', { day: dayInWords(day, language) })} />
      )}
    </div>
  )
}

function Footer({ told, version }: { told: Told; version: PlanAlone['version'] }) {
  const { at } = version
  return (
    <Pair
      told={told}
      say={({ t, language, now, services }) => (
        <>
          {t('plan.print.office')} <bdi dir="ltr">{services.config.officePhone}</bdi>
          <br />
          {t('plan.print.printed', { day: dayInWords(dayOf(now), language) })}{' '}
          {t('plan.version', { day: dayInWords(dayOf(at ?? now), language) })}
        </>
      )}
    />
  )
}

type PairProps = { told: Told; as?: 'h1' | 'h2' | 'h3' | 'div'; say: (voice: Voice) => Child }

/** The same line in each language, side by side; a heading is one heading for who hears the page. */
function Pair({ told, as: Tag = 'div', say }: PairProps) {
  const Cell = Tag === 'div' ? 'div' : 'span'
  return (
    <Tag class="pair">
      {told.voices.map((voice) => (
        <Cell lang={voice.language} dir={directionOf(voice.language)}>
          {say(voice)}
        </Cell>
      ))}
    </Tag>
  )
}
