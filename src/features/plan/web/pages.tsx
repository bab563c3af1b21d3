import { Hono, type Context } from 'hono'
import type { Env } from '#platform/http/env.ts'
import { access, publicPage } from '#features/access/index.ts'
import { BackLink, ButtonLink, EmptyState } from '#ui/index.ts'
import { planOf, rulesOf } from '../queries.ts'
import { deleteDone, saveDone } from '../store.ts'
import { StepPage } from './view.tsx'

/** Steps of one's own plan; the plan page itself is registration's, which adds the way to keep it. */
export const planPages = new Hono<Env>()

planPages.get('/:language/plan/steps/:step', access('draft', 'newcomer'), async (c, next) => {
  const { t, language } = c.var
  const view = await planOf(c.var.services, c.var.db, fileOf(c), c.var.now, language)
  const { doNow, later } = view.plan
  const step = [...doNow, ...later.flatMap((group) => group.steps)].find((each) => each.id === c.req.param('step'))
  const back = <BackLink href={`/${language}/plan`}>{t('plan.back')}</BackLink>
  if (step)
    return publicPage(c, {
      title: t('plan.step.title'),
      exit: true,
      children: (
        <>
          {back}
          <h1>{t('plan.step.title')}</h1>
          <StepPage c={c} step={step} promised={undefined} />
        </>
      ),
    })
  if (!rulesOf(c.var.services.reference).steps.has(c.req.param('step'))) return next()
  return publicPage(c, {
    title: t('plan.step.not-yours'),
    children: (
      <>
        {back}
        <h1>{t('plan.step.not-yours')}</h1>
        <EmptyState title={t('plan.step.not-yours-text')}>
          <ButtonLink href={`/${language}/plan`} kind="primary">
            {t('plan.back')}
          </ButtonLink>
        </EmptyState>
      </>
    ),
  })
})

planPages.post('/:language/plan/steps/:step/done', access('draft', 'newcomer'), async (c, next) => {
  if (!rulesOf(c.var.services.reference).steps.has(c.req.param('step'))) return next()
  await saveDone(c.var.db, fileOf(c), { stepId: c.req.param('step'), doneAt: c.var.now, doneBy: 'person' })
  return c.redirect(`/${c.var.language}/plan`, 303)
})

planPages.post('/:language/plan/steps/:step/undone', access('draft', 'newcomer'), async (c) => {
  await deleteDone(c.var.db, fileOf(c), c.req.param('step'))
  return c.redirect(`/${c.var.language}/plan`, 303)
})

function fileOf({ var: { actor } }: Context<Env>): string {
  if (actor.kind !== 'draft' && actor.kind !== 'newcomer') throw new Error('This page is for whoever has a file.')
  return actor.fileId
}
