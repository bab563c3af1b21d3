import { Hono, type Context } from 'hono'
import { parseId } from '#kernel/id.ts'
import { dayOf } from '#kernel/day.ts'
import type { Env } from '#platform/http/env.ts'
import { momentShort, weekdayInWords } from '#platform/text/dates.ts'
import { access, clearSessionCookie, endSession, formFields, publicPage } from '#features/access/index.ts'
import { auditOfFile, groupLooks } from '#features/audit/index.ts'
import { meetingsOf } from '#features/appointment/index.ts'
import { consentOfReferral, type Consent } from '#features/consent/index.ts'
import { personById } from '#features/identity/index.ts'
import {
  actingOf,
  answerConsent,
  confirmReceived,
  eventsOf,
  isTerminal,
  readContent,
  referralById,
  referralsOfFile,
  ReferralTrack,
  SharedList,
  stateText,
  withdrawConsent,
  type StoredReferral,
} from '#features/referral/index.ts'
import { openTasksOfFile } from '#features/task/index.ts'
import { BackLink, Bidi, Button, ButtonLink, Card, Details, French, Form, Notice } from '#ui/index.ts'
import { AskedPage } from './consent.tsx'
import { ReferralCard } from './referral-card.tsx'

/** A newcomer's own file: the next step, who helps, who looked. */
export const homePages = new Hono<Env>()

homePages.get('/:language/me', access('newcomer'), async (c) => {
  const { t, db, language, actor } = c.var
  if (actor.kind !== 'newcomer') throw new Error('Only a newcomer has this page.')
  const person = await personById(db, actor.personId)
  const referrals = (await referralsOfFile(db, actor.fileId)).filter((each) => each.status !== 'entered-in-error')
  const consents = new Map(
    await Promise.all(
      referrals.map(async (each): Promise<[string, Consent | undefined]> => [
        each.id,
        await consentOfReferral(db, each.id),
      ]),
    ),
  )
  const seen = await auditOfFile(db, actor.fileId, 1_000)
  const organizations = new Set(seen.filter((each) => each.actor === 'link').map((each) => each.actorLabel))
  const asked = referrals.filter((each) => consents.get(each.id)?.state === 'asked')
  const shown = referrals.filter((each) => each.status !== 'draft')
  return publicPage(c, {
    title: t('home.title'),
    exit: true,
    children: (
      <>
        <h1>
          {t('home.hello')} <Bidi>{person?.firstName ?? ''}</Bidi>
        </h1>
        {c.req.query('welcome') && (
          <Notice kind="success" title={t('home.welcome.title')}>
            {t('home.welcome.text')}
          </Notice>
        )}
        {asked.map((each) => (
          <Notice kind="warning" title={t('home.asked.title')}>
            <p>
              {t('home.asked.text')} <French>{each.organizationName}</French>
            </p>
            <ButtonLink href={`/${language}/me/referrals/${each.id}`} kind="primary">
              {t('home.asked.button')}
            </ButtonLink>
          </Notice>
        ))}
        <Card title={t('home.next.title')}>
          <p>{await promiseText(c, actor.fileId)}</p>
          <ButtonLink href={`/${language}/plan`} kind="primary">
            {t('home.next.plan')}
          </ButtonLink>
        </Card>
        <h2>{t('home.referrals.title')}</h2>
        {shown.length === 0 && <p>{t('home.referrals.none')}</p>}
        {shown.map((each) => (
          <ReferralCard c={c} referral={each} consent={consents.get(each.id)} />
        ))}
        <h2>{t('home.seen.title')}</h2>
        {seen.length === 0 && <p>{t('home.seen.none')}</p>}
        <ul>
          {groupLooks(seen).map((look) => (
            <li>
              <Reader c={c} who={look.who} organizations={organizations} /> – {t(`home.seen.${look.what}`)} –{' '}
              {t('home.seen.times', { count: look.count, last: momentShort(look.last, language) })}
            </li>
          ))}
        </ul>
        <Form action={`/${language}/sign-out`} {...formFields(c)}>
          <Button kind="plain">{t('home.sign-out')}</Button>
        </Form>
      </>
    ),
  })
})

type Readers = ReadonlySet<string | null>

/** Who looked: an organization by its French name, a person of the office by theirs. */
function Reader({ c, who, organizations }: { c: Context<Env>; who: string | null; organizations: Readers }) {
  if (who === null) return <>{c.var.t('home.seen.system')}</>
  return organizations.has(who) ? <French>{who}</French> : <Bidi>{who}</Bidi>
}

async function promiseText(c: Context<Env>, fileId: string): Promise<string> {
  const { t, db, language } = c.var
  const tasks = await openTasksOfFile(db, fileId)
  const next =
    tasks.find((task) => task.kind === 'first-contact') ?? tasks.find((task) => task.kind === 'first-meeting')
  if (next)
    return t(next.kind === 'first-contact' ? 'home.next.contact' : 'home.next.meeting', {
      day: weekdayInWords(dayOf(next.dueAt), language),
    })
  const [held] = await meetingsOf(db, fileId)
  return held ? t('home.next.met', { day: weekdayInWords(held.heldOn, language) }) : t('home.next.none')
}

homePages.get('/:language/me/referrals/:id', access('newcomer'), async (c, next) => {
  const referral = await own(c)
  if (!referral) return next()
  const { t, db, language } = c.var
  const consent = await consentOfReferral(db, referral.id)
  const content = await readContent(actingOf(c), referral.id)
  return publicPage(c, {
    title: t('home.referral.title'),
    exit: true,
    children: (
      <>
        <BackLink href={`/${language}/me`}>{t('common.back')}</BackLink>
        {consent?.state === 'asked' ? (
          <AskedPage c={c} referral={referral} consent={consent} content={content} />
        ) : (
          <>
            <h1>
              <French>{referral.serviceName}</French>
            </h1>
            <p class="lead">{stateText(c, referral)}</p>
            <ReferralTrack c={c} events={await eventsOf(db, [referral.id])} />
            <Details summary={t('home.referral.shared')}>
              {content && <SharedList c={c} content={content} needId={referral.needId} />}
            </Details>
            {consent?.state === 'given' && !isTerminal(referral.status) && (
              <Form action={`/${language}/me/referrals/${referral.id}/withdraw`} {...formFields(c)}>
                <p>{t('home.referral.withdraw-text')}</p>
                <Button kind="danger">{t('home.referral.withdraw')}</Button>
              </Form>
            )}
          </>
        )}
      </>
    ),
  })
})

homePages.post('/:language/me/consents/:id', access('newcomer'), async (c, next) => {
  const id = parseId(c.req.param('id'))
  const answer = c.var.form.get('answer')
  if (!id || (answer !== 'yes' && answer !== 'no')) return next()
  const answered = await answerConsent(actingOf(c), id, answer === 'yes')
  if (!answered.ok && answered.refusal === 'unknown-referral')
    c.var.traces.push({ action: 'consent.answered', outcome: 'refused', reason: 'not-yours', filter: { consent: id } })
  return answered.ok
    ? c.redirect(`/${c.var.language}/me/referrals/${answered.value}`, 303)
    : showRefused(c, answered.refusal === 'unknown-referral')
})

homePages.post('/:language/me/referrals/:id/confirm', access('newcomer'), async (c) => {
  const referral = await own(c)
  if (!referral) return showRefused(c, true)
  const confirmed = await confirmReceived(actingOf(c), referral.id)
  return confirmed.ok ? c.redirect(`/${c.var.language}/me/referrals/${referral.id}`, 303) : showRefused(c, false)
})

homePages.post('/:language/me/referrals/:id/withdraw', access('newcomer'), async (c) => {
  const referral = await own(c)
  if (!referral) return showRefused(c, true)
  const withdrawn = await withdrawConsent(actingOf(c), referral.id)
  return withdrawn.ok ? c.redirect(`/${c.var.language}/me/referrals/${referral.id}`, 303) : showRefused(c, false)
})

homePages.post('/:language/sign-out', access('newcomer', 'draft'), async (c) => {
  await endSession(c.var.db, c.var.bearer, c.var.now)
  clearSessionCookie(c, 'person')
  c.header('Clear-Site-Data', '"storage"') // what the person kept on this phone ends with the session
  return c.redirect(`/${c.var.language}/`, 303)
})

async function own(c: Context<Env>): Promise<StoredReferral | undefined> {
  const id = parseId(c.req.param('id'))
  const referral = id ? await referralById(c.var.db, id) : undefined
  if (id && !referral)
    c.var.traces.push({ action: 'referral.read', referralId: id, outcome: 'refused', reason: 'not-yours' })
  return referral
}

function showRefused(c: Context<Env>, unknown: boolean) {
  const { t, language } = c.var
  return publicPage(c, {
    title: t('home.refused.title'),
    status: unknown ? 404 : 422,
    path: '/me',
    children: (
      <>
        <h1>{t('home.refused.title')}</h1>
        <p>{t('home.refused.text')}</p>
        <ButtonLink href={`/${language}/me`} kind="primary">
          {t('common.nav.me')}
        </ButtonLink>
      </>
    ),
  })
}
