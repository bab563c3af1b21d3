import { Hono, type Context } from 'hono'
import { writtenDay } from '#kernel/day.ts'
import { parseId } from '#kernel/id.ts'
import type { Env } from '#platform/http/env.ts'
import { dayFields } from '#platform/http/form.ts'
import { momentParam, readMoment } from '#platform/http/moment.ts'
import { momentInWords } from '#platform/text/dates.ts'
import { access, publicPage } from '#features/access/index.ts'
import { eachPerson, ofMember } from '#features/identity/index.ts'
import { BackLink, ButtonLink, ConfirmPanel, EmptyState, Tag } from '#ui/index.ts'
import { askHelp, dateStep, moveStep } from '../commands.ts'
import { openSteps } from '../domain/rules.ts'
import { planOf, promiseOf, rulesOf } from '../queries.ts'
import { itemById } from '../store.ts'
import { householdPages } from './household.tsx'
import { changePages } from './changes-page.tsx'
import { editing, fileOf } from './editing.ts'
import { showNeed } from './need-page.tsx'
import { DoneForm } from './step.tsx'
import { showStep, type StepRefusal } from './step-page.tsx'

/** Steps of one's own plan; the plan page itself is registration's, which adds the way to keep it. */
export const planPages = new Hono<Env>()
const owners = () => access('draft', 'newcomer')
planPages.route('/', householdPages)
planPages.route('/', changePages)

planPages.on('GET', eachPerson('/plan/steps/:step'), owners(), ofMember(), (c: Context<Env>, next) => stepPage(c, next))

async function stepPage(c: Context<Env>, next: () => Promise<void>, refused?: StepRefusal) {
  const { t, language, services } = c.var
  const id = c.req.param('step') ?? ''
  const view = await planOf(services, c.var.db, fileOf(c), c.var.now, language, c.var.memberId)
  const step = openSteps(view.plan).find((each) => each.id === id)
  // the ministry's promise is to the person whose file it is
  const promised = c.var.actor.kind === 'newcomer' && !c.var.memberId ? await promiseOf(c.var.db, fileOf(c)) : undefined
  if (step) return showStep(c, view, step, promised, refused)
  if (!rulesOf(services.reference).steps.has(id)) return next()
  const state = view.items.get(id)?.state
  if (state === 'done' || state === 'put') return showEnded(c, id, state)
  return publicPage(c, {
    title: t('plan.step.not-yours'),
    children: (
      <>
        <BackLink href={`${c.var.base}/plan`}>{t('plan.back')}</BackLink>
        <h1>{t('plan.step.not-yours')}</h1>
        <EmptyState title={t('plan.step.not-yours-text')}>
          <ButtonLink href={`${c.var.base}/plan`} kind="primary">
            {t('plan.back')}
          </ButtonLink>
        </EmptyState>
      </>
    ),
  })
}

/** Done, or put away: still one's own, with the way back. */
function showEnded(c: Context<Env>, id: string, state: 'done' | 'put') {
  const { t, language, services } = c.var
  const { title = id } = services.reference.words(language).steps[id] ?? {}
  const [label, action] =
    state === 'done' ? ([t('plan.step.undone'), 'undone'] as const) : ([t('plan.put.back'), 'back'] as const)
  return publicPage(c, {
    title,
    path: '/plan',
    exit: true,
    children: (
      <>
        <BackLink href={`${c.var.base}/plan`}>{t('plan.back')}</BackLink>
        <h1>{title}</h1>
        <p>
          <Tag tone={state === 'done' ? 'green' : 'neutral'}>{t(`plan.change.${state}`)}</Tag>
        </p>
        <DoneForm c={c} stepId={id} label={label} action={action} />
      </>
    ),
  })
}

for (const kind of ['done', 'undone', 'back'] as const)
  planPages.on('POST', eachPerson(`/plan/steps/:step/${kind}`), owners(), ofMember(), async (c: Context<Env>, next) => {
    const id = await knownStep(c)
    if (!id) return next()
    // ticked twice, in two tabs: it is ticked, and that is what was wanted
    await moveStep(editing(c), id, { kind })
    return c.redirect(`${c.var.base}/plan`, 303)
  })

planPages.on('POST', eachPerson('/plan/steps/:step/day'), owners(), ofMember(), async (c: Context<Env>, next) => {
  const { form } = c.var
  const id = await knownStep(c)
  if (!id) return next()
  const typed = dayFields(form, 'letter')
  const dated = await dateStep(editing(c), id, writtenDay(typed))
  if (dated.ok) return c.redirect(`${c.var.base}/plan/steps/${id}`, 303)
  const { refusal } = dated
  return stepPage(
    c,
    next,
    refusal === 'changed-meanwhile' ? { field: 'state', refusal } : { field: 'day', refusal, ...typed },
  )
})

planPages.on('POST', eachPerson('/plan/steps/:step/problem'), owners(), ofMember(), async (c: Context<Env>, next) => {
  const { form, language } = c.var
  const id = await knownStep(c)
  if (!id) return next()
  const kind = form.get('problem') ?? ''
  const words = form.get('words') ?? ''
  if (kind === 'put') {
    const put = await moveStep(editing(c), id, { kind, reason: words })
    if (put.ok || put.refusal === 'not-from-here') return c.redirect(`${c.var.base}/plan`, 303)
    const { refusal } = put
    return stepPage(
      c,
      next,
      refusal === 'no-reason' ? { field: 'problem', refusal, kind, words } : { field: 'state', refusal },
    )
  }
  if (kind !== 'stuck' && kind !== 'change-asked')
    return stepPage(c, next, { field: 'problem', refusal: 'nothing-chosen', kind, words })
  // without a name nobody could answer: the numbers, and "call me", are the way to a person
  if (c.var.actor.kind === 'draft') return c.redirect(`/${language}/help#call`, 303)
  const asked = await askHelp(editing(c), id, { kind, words })
  if (!asked.ok) return stepPage(c, next, { field: 'problem', refusal: asked.refusal, kind, words })
  return c.redirect(`${c.var.base}/plan/asked?at=${momentParam(c.var.services.secrets, asked.value.dueAt)}`, 303)
})

planPages.on('GET', eachPerson('/plan/asked'), owners(), ofMember(), (c: Context<Env>) => {
  const { t, language, services } = c.var
  const at = readMoment(services.secrets, c.req.query('at'))
  if (!at) return c.redirect(`${c.var.base}/plan`, 303)
  return publicPage(c, {
    title: t('plan.asked.title'),
    path: '/plan',
    exit: true,
    children: (
      <>
        <ConfirmPanel title={t('plan.asked.title')}>
          <p>{t('plan.asked.when', { when: momentInWords(at, language) })}</p>
        </ConfirmPanel>
        <p>{t('plan.asked.sooner', { phone: services.config.officePhone })}</p>
        <ButtonLink href={`${c.var.base}/plan`} kind="primary">
          {t('plan.back')}
        </ButtonLink>
      </>
    ),
  })
})

planPages.on('GET', eachPerson('/plan/needs/:need'), owners(), ofMember(), async (c: Context<Env>, next) => {
  const { services, db, now } = c.var
  const need = services.reference.needs.find((each) => each.id === c.req.param('need'))
  // a need of the compartment has no page of its own: its address would tell
  if (!need || need.compartment) return next()
  const { plan, knowledge } = await planOf(services, db, fileOf(c), now, c.var.language, c.var.memberId)
  return showNeed(c, need, plan, knowledge.profile)
})

/** The step's id, when the library or this plan knows it. */
async function knownStep(c: Context<Env>): Promise<string | undefined> {
  const id = c.req.param('step') ?? ''
  if (rulesOf(c.var.services.reference).steps.has(id)) return id
  const own = parseId(id)
  return own && (await itemById(c.var.db, fileOf(c), own, c.var.memberId)) ? own : undefined
}
