import { Hono, type Context } from 'hono'
import { parseId } from '#kernel/id.ts'
import type { Env } from '#platform/http/env.ts'
import { dayInWords } from '#platform/text/dates.ts'
import { access, formFields } from '#features/access/index.ts'
import { addOwnStep, changedSteps, moveStep, type Editing } from '#features/plan/index.ts'
import { Bidi, Button, Form, Tag, TextField } from '#ui/index.ts'
import { readContent } from '../answering.ts'
import type { Content } from '../content.ts'
import { isTerminal } from '../domain/referral.ts'
import { referralById, type StoredReferral } from '../store.ts'
import { actingOf } from './acting.ts'

/** The one plan, as far as the person shares it: an organization ticks its need's steps and adds its own, in its own name. */
export function sharedStepPages(showRefused: ShowRefused): Hono<Env> {
  const pages = new Hono<Env>()
  pages.post('/workspace/referrals/:id/steps/:step/done', access('link'), async (c, next) => {
    const open = await openReferral(c)
    if (!open) return next()
    const step = c.req.param('step')
    const shown = (await shownSteps(c, open)).find((each) => each.id === step)
    if (!shown) return next()
    await moveStep(editing(c, open.referral), step, { kind: 'done' })
    return changed(c, open.referral)
  })
  pages.post('/workspace/referrals/:id/steps', access('link'), async (c, next) => {
    const open = await openReferral(c)
    if (!open) return next()
    const title = c.var.form.get('title') ?? ''
    const added = await addOwnStep(editing(c, open.referral), { title, responsible: 'organization', day: '' })
    return added.ok ? changed(c, open.referral) : showRefused(c, open.referral)
  })
  return pages
}

/** The referral's page again, with what is missing in a step that was to be added. */
type ShowRefused = (c: Context<Env>, referral: StoredReferral) => Response | Promise<Response>

type Open = { referral: StoredReferral; content: Content }

/** Nothing once the consent is taken back or the help has ended: the database does not open it either. */
async function openReferral(c: Context<Env>): Promise<Open | undefined> {
  const id = parseId(c.req.param('id'))
  const { actor, db } = c.var
  const referral = id && actor.kind === 'link' && actor.referralId === id ? await referralById(db, id) : undefined
  if (!referral || isTerminal(referral.status)) return undefined
  const content = await readContent(actingOf(c), referral.id)
  return content && { referral, content }
}

/** What the person shares and has not put away. */
async function shownSteps(c: Context<Env>, { referral, content }: Open) {
  const { states, own } = await changedSteps(c.var.services, c.var.db, referral.fileId)
  const agreed = content.steps.map(({ id, title }) => ({ id, title, day: null, state: states.get(id) ?? 'open' }))
  return [...agreed, ...own].filter((step) => step.state !== 'put')
}

function editing(c: Context<Env>, referral: StoredReferral): Editing {
  const { services, db, now, actor } = c.var
  const label = actor.kind === 'link' ? actor.label : null
  return {
    services,
    db,
    fileId: referral.fileId,
    referralId: referral.id,
    isProtected: services.reference.needs.find((need) => need.id === referral.needId)?.compartment ?? true,
    editor: { kind: 'organization', label },
    at: now,
  }
}

function changed(c: Context<Env>, referral: StoredReferral) {
  c.var.traces.push({ action: 'plan.changed', fileId: referral.fileId, referralId: referral.id })
  return c.redirect(`/workspace/referrals/${referral.id}`, 303)
}

type SharedStepsProps = { c: Context<Env>; error: string | undefined } & Open

export async function SharedSteps({ c, referral, content, error }: SharedStepsProps) {
  const { t } = c.var
  const rows = await shownSteps(c, { referral, content })
  const action = `/workspace/referrals/${referral.id}/steps`
  return (
    <section id="steps">
      <h2>{t('referral.steps.title')}</h2>
      <p>{t('referral.steps.text')}</p>
      <ul class="tasks">
        {rows.map(({ id, title, day, state }) => (
          <li>
            <Bidi>{title}</Bidi>
            {day && <span class="muted">{dayInWords(day, 'fr')}</span>}
            {state === 'done' ? (
              <Tag tone="green">{t('referral.steps.done')}</Tag>
            ) : (
              <Form action={`${action}/${id}/done`} {...formFields(c)}>
                <Button kind="secondary">{t('plan.step.done')}</Button>
              </Form>
            )}
          </li>
        ))}
      </ul>
      <Form action={action} {...formFields(c)}>
        <TextField name="title" label={t('referral.steps.add')} maxlength={200} error={error} />
        <Button kind="secondary">{t('referral.steps.add-button')}</Button>
      </Form>
    </section>
  )
}
