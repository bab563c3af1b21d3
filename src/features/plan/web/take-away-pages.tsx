import { Hono, type Context } from 'hono'
import type { Env } from '#platform/http/env.ts'
import { access, publicPage, showTooMany } from '#features/access/index.ts'
import { eachPerson, memberShown, ofMember } from '#features/identity/index.ts'
import { ButtonLink, ConfirmPanel } from '#ui/index.ts'
import { isBegun, planAloneOf, promiseOf } from '../queries.ts'
import { fileOf } from './editing.ts'
import { feedPages } from './feed-pages.tsx'
import { deleteStop } from '../reminder-store.ts'
import { sendPlanLink } from '../sending.ts'
import { showPrint } from './print-page.tsx'
import { copyMark } from './take-away.tsx'

/** A plan is its person's to take along: printed, in a calendar, by mail, on their phone. */
export const takeAwayPages = new Hono<Env>()
const owners = () => access('draft', 'newcomer')

takeAwayPages.on('GET', eachPerson('/plan/print'), owners(), ofMember(), async (c: Context<Env>) => {
  const { services, db, now, actor, base } = c.var
  const fileId = fileOf(c)
  const member = await memberShown(c)
  const view = await planAloneOf(services, db, fileId, now, member?.id)
  if (!isBegun(view)) return c.redirect(`${base}/plan`, 303)
  // the ministry's promise, and the copy that a phone keeps, are of the person whose file it is
  if (member) return showPrint(c, view, { for: member.relation })
  const promised = actor.kind === 'newcomer' ? await promiseOf(db, fileId) : undefined
  return showPrint(c, view, { promised, mark: copyMark(services, fileId) })
})

takeAwayPages.post('/:language/plan/send', access('newcomer'), async (c) => {
  const { actor, language } = c.var
  if (actor.kind !== 'newcomer') throw new Error('Only who has an address is written to.')
  const sent = await sendPlanLink(c, actor)
  if (!sent.ok && sent.refusal === 'too-many') return showTooMany(c)
  return c.redirect(`/${language}/plan/sent`, 303)
})

takeAwayPages.get('/:language/plan/sent', access('newcomer'), (c) => {
  const { t, language } = c.var
  return publicPage(c, {
    title: t('plan.sent.title'),
    path: '/plan/sent',
    exit: true,
    children: (
      <>
        <ConfirmPanel title={t('plan.sent.title')}>
          <p>{t('plan.sent.text')}</p>
        </ConfirmPanel>
        <ButtonLink href={`/${language}/plan`} kind="primary">
          {t('plan.back')}
        </ButtonLink>
      </>
    ),
  })
})

/** Reminders again, for who had stopped them by the button of a mail. */
takeAwayPages.post('/:language/plan/reminders', access('newcomer'), async (c) => {
  await deleteStop(c.var.db, fileOf(c))
  return c.redirect(`/${c.var.language}/plan`, 303)
})

takeAwayPages.route('/', feedPages)
