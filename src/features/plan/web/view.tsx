import type { Context } from 'hono'
import type { Env } from '#platform/http/env.ts'
import { ServiceCard, type ServiceFit } from '#features/matching/index.ts'
import { Details, EmptyState, Timeline } from '#ui/index.ts'
import type { PlannedStep } from '../domain/rules.ts'
import type { PlanView } from '../queries.ts'
import { DoneForm, OwnStepCard, PlanStep, StepTag } from './step.tsx'
import { dateText, wordsOf, type Promised } from './words.ts'

/** What to do now, who can help near, what comes later, what is done. */
export function PlanSections({ c, view, promised }: { c: Context<Env>; view: PlanView; promised: Promised }) {
  const { t } = c.var
  const { doNow, later, done, put } = view.plan
  const own = view.own.filter((step) => step.state === 'open')
  const ownDone = view.own.filter((step) => step.state === 'done')
  return (
    <>
      <section>
        <h2>{t('plan.now.title')}</h2>
        {doNow.length === 0 ? (
          <EmptyState title={t('plan.now.empty')}>{t('plan.now.empty-text')}</EmptyState>
        ) : (
          <p>{t('plan.now.text')}</p>
        )}
        {doNow.map((step, index) => (
          <PlanStep c={c} step={step} number={index + 1} promised={promised} />
        ))}
      </section>
      {own.length > 0 && (
        <section>
          <h2>{t('plan.own.title')}</h2>
          {own.map((step) => (
            <OwnStepCard c={c} step={step} />
          ))}
        </section>
      )}
      <Help c={c} view={view} />
      {later.length > 0 && (
        <section>
          <h2>{t('plan.later.title')}</h2>
          <Timeline
            groups={later.map(({ window, steps }, index) => ({
              id: `window-${window}`,
              title: t(`plan.window.${window}`),
              items:
                index < windowsOpen ? (
                  <LaterSteps c={c} steps={steps} promised={promised} />
                ) : (
                  <Details summary={t('plan.later.count', { count: steps.length })}>
                    <LaterSteps c={c} steps={steps} promised={promised} />
                  </Details>
                ),
            }))}
          />
        </section>
      )}
      {done.length + ownDone.length > 0 && (
        <Details summary={t('plan.done.title', { count: done.length + ownDone.length })}>
          <ul>
            {done.map((id) => (
              <li>
                {wordsOf(c.var, id).title}
                {view.items.get(id)?.state === 'done' && (
                  <DoneForm c={c} stepId={id} label={t('plan.step.undone')} action="undone" />
                )}
              </li>
            ))}
            {ownDone.map((step) => (
              <li>
                <bdi>{step.title}</bdi>{' '}
                <DoneForm c={c} stepId={step.id} label={t('plan.step.undone')} action="undone" />
              </li>
            ))}
          </ul>
        </Details>
      )}
      {put.length > 0 && (
        <Details summary={t('plan.put.title', { count: put.length })}>
          <ul>
            {put.map((id) => (
              <li>
                {wordsOf(c.var, id).title} <DoneForm c={c} stepId={id} label={t('plan.put.back')} action="back" />
              </li>
            ))}
          </ul>
        </Details>
      )}
    </>
  )
}

/** What is far stands folded: the page says that it is there, and a phone still reaches its end. */
const windowsOpen = 2

function LaterSteps({ c, steps, promised }: { c: Context<Env>; steps: readonly PlannedStep[]; promised: Promised }) {
  return (
    <ul class="plain-list">
      {steps.map((step) => (
        <LaterStep c={c} step={step} promised={promised} />
      ))}
    </ul>
  )
}

function LaterStep({ c, step, promised }: { c: Context<Env>; step: PlannedStep; promised: Promised }) {
  return (
    <li>
      <a href={`${c.var.base}/plan/steps/${step.id}`}>{wordsOf(c.var, step.id).title}</a> <StepTag c={c} step={step} />
      <br />
      <span class="muted">{dateText(c.var, step, promised)}</span>
    </li>
  )
}

/** For each need, the best service near, why it fits, and the way to the others; never a need without a human. */
function Help({ c, view }: { c: Context<Env>; view: PlanView }) {
  const { t, language, services } = c.var
  const words = services.reference.words(language)
  const needs = view.plan.needIds.filter((id) => view.services.has(id))
  if (needs.length === 0) return null
  const shown = new Set<string>()
  const firstNew = (fits: readonly ServiceFit[]) => fits.find((fit) => !shown.has(fit.offer.serviceId)) ?? fits[0]
  return (
    <section>
      <h2>{t('plan.help.title')}</h2>
      <p>{t('plan.help.text')}</p>
      {needs.map((id, index) => {
        const fits = view.services.get(id) ?? []
        const best = firstNew(fits)
        if (best) shown.add(best.offer.serviceId)
        const title = words.needs[id]?.title ?? id
        const pays = services.reference.needs.find((need) => need.id === id)?.compartment ? null : (
          <a href={`${c.var.base}/plan/needs/${id}`}>{t('plan.need.who-pays')}</a>
        )
        const all = (
          <p>
            <a href={`/${language}/services?need=${id}`}>{t('plan.help.all', { count: fits.length })}</a> {pays}
          </p>
        )
        const none = <p>{t('plan.help.none', { phone: services.config.officePhone })}</p>
        if (index >= 3)
          return (
            <Details summary={title}>
              {best ? (
                <>
                  <ServiceCard c={c} fit={best} />
                  {all}
                </>
              ) : (
                none
              )}
            </Details>
          )
        return (
          <div class="need">
            <h3>{title}</h3>
            {best ? (
              <>
                <ServiceCard c={c} fit={best} />
                {all}
              </>
            ) : (
              none
            )}
          </div>
        )
      })}
    </section>
  )
}
