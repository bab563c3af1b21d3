import { Hono, type Context } from 'hono'
import { momentAt, parseDay, writtenDay } from '#kernel/day.ts'
import { parseId } from '#kernel/id.ts'
import type { Env } from '#platform/http/env.ts'
import { dayFields } from '#platform/http/form.ts'
import { momentInWords, momentShort } from '#platform/text/dates.ts'
import { access, workspacePage } from '#features/access/index.ts'
import { Bidi, ErrorSummary, Notice, SummaryList } from '#ui/index.ts'
import { acceptReferral, declineReferral, markFirstServiceGiven, readContent } from '../answering.ts'
import { isTerminal } from '../domain/referral.ts'
import { eventsOf, referralById, type StoredReferral } from '../store.ts'
import type { ReferralRefusal } from '../moves.ts'
import { actingOf } from './acting.ts'
import { alternatives, Answer, FirstService } from './answer.tsx'
import { sharedStepPages, SharedSteps } from './shared-steps.tsx'
import { ReferralTrack, stateText } from './track.tsx'

/** One referral on one page, for the organization it was addressed to. */
export const organizationPages = new Hono<Env>()
organizationPages.route(
  '/',
  sharedStepPages((c, referral) => showReferral(c, referral, { refusal: 'no-title', at: '#title' })),
)

type Refused = { refusal: ReferralRefusal | 'date-past' | 'not-a-day' | 'no-title'; at: string }

organizationPages.get('/workspace/referrals/:id', access('link'), async (c) => {
  const referral = await ownReferral(c)
  if (!referral) return showForeign(c)
  c.var.traces.push({ action: 'referral.read', referralId: referral.id, fileId: referral.fileId })
  return showReferral(c, referral)
})

organizationPages.post('/workspace/referrals/:id/accept', access('link'), async (c) => {
  const { form } = c.var
  const referral = await ownReferral(c)
  if (!referral) return showForeign(c)
  const day = writtenDay(dayFields(form, 'date'))
  const empty = day === ''
  const time = /^([01]?\d|2[0-3])[:h ]([0-5]\d)$/.exec((form.get('time') ?? '').trim())
  if (!empty && (!parseDay(day) || !time)) return showReferral(c, referral, { refusal: 'not-a-day', at: '#date-day' })
  const proposed = empty ? null : momentAt(day, `${(time?.[1] ?? '').padStart(2, '0')}:${time?.[2] ?? '00'}`)
  const accepted = await acceptReferral(actingOf(c), referral.id, proposed, versionOf(c))
  return accepted.ok ? done(c, referral) : showReferral(c, referral, { refusal: accepted.refusal, at: '#date-day' })
})

organizationPages.post('/workspace/referrals/:id/decline', access('link'), async (c) => {
  const referral = await ownReferral(c)
  if (!referral) return showForeign(c)
  const declined = await declineReferral(
    actingOf(c),
    referral.id,
    c.var.form.get('reason') ?? '',
    parseId(c.var.form.get('next') ?? '') ?? null,
    versionOf(c),
  )
  return declined.ok ? done(c, referral) : showReferral(c, referral, { refusal: declined.refusal, at: '#reason' })
})

organizationPages.post('/workspace/referrals/:id/first-service', access('link'), async (c) => {
  const referral = await ownReferral(c)
  if (!referral) return showForeign(c)
  const marked = await markFirstServiceGiven(actingOf(c), referral.id, versionOf(c))
  return marked.ok ? done(c, referral) : showReferral(c, referral, { refusal: marked.refusal, at: '#main' })
})

function done(c: Context<Env>, referral: StoredReferral) {
  c.var.traces.push({ action: 'referral.answered', referralId: referral.id, fileId: referral.fileId })
  return c.redirect(`/workspace/referrals/${referral.id}`, 303)
}

function versionOf(c: Context<Env>): number {
  return Number(c.var.form.get('version') ?? '0')
}

/** The session opens one referral; the address of any other finds nothing, and says nothing. */
async function ownReferral(c: Context<Env>): Promise<StoredReferral | undefined> {
  const id = parseId(c.req.param('id'))
  const { actor, db } = c.var
  return id && actor.kind === 'link' && actor.referralId === id ? referralById(db, id) : undefined
}

function showForeign(c: Context<Env>) {
  const { t } = c.var
  const id = parseId(c.req.param('id'))
  if (id) c.var.traces.push({ action: 'referral.read', referralId: id, outcome: 'refused', reason: 'not-yours' })
  return workspacePage(c, {
    title: t('access.link-needed.title'),
    status: 404,
    children: (
      <>
        <h1>{t('access.link-needed.title')}</h1>
        <p>{t('access.link-needed.text')}</p>
      </>
    ),
  })
}

async function showReferral(c: Context<Env>, shown: StoredReferral, refused?: Refused) {
  const { t, language } = c.var
  const referral = (await referralById(c.var.db, shown.id)) ?? shown
  const content = await readContent(actingOf(c), referral.id)
  const events = await eventsOf(c.var.db, [referral.id])
  const error = refused ? t(`referral.error.${refused.refusal}`) : undefined
  return workspacePage(c, {
    title: t('referral.page.title'),
    status: refused ? 422 : 200,
    children: (
      <>
        {refused && error && (
          <ErrorSummary title={t('common.error-summary')} errors={[{ href: refused.at, text: error }]} />
        )}
        <h1>{t('referral.page.title')}</h1>
        <p class="lead">{stateText(c, referral)}</p>
        {content ? (
          <SummaryList
            rows={[
              {
                key: t('referral.page.who'),
                value: (
                  <>
                    <Bidi>{content.firstName}</Bidi>
                    {content.city ? ` – ${content.city}` : ''}
                  </>
                ),
              },
              {
                key: t('referral.page.reach'),
                value: (
                  <a href={`mailto:${content.email}`}>
                    <bdi dir="ltr">{content.email}</bdi>
                  </a>
                ),
              },
              {
                key: t('referral.page.language'),
                value:
                  c.var.services.reference.words('fr').questions['prefer_language']?.options[content.language] ??
                  content.language,
              },
              {
                key: t('referral.page.why'),
                value: (
                  <>
                    {content.needTitle} – {referral.serviceName}
                  </>
                ),
              },
              ...(content.words ? [{ key: t('referral.page.words'), value: <Bidi>{content.words}</Bidi> }] : []),
              {
                key: t('referral.page.done'),
                value:
                  content.done.length > 0 ? (
                    <ul>
                      {content.done.map((each) => (
                        <li>{each}</li>
                      ))}
                    </ul>
                  ) : (
                    t('referral.page.nothing-done')
                  ),
              },
              { key: t('referral.page.sender'), value: content.sender },
              ...(referral.proposedAt
                ? [{ key: t('referral.page.date'), value: momentInWords(referral.proposedAt, language) }]
                : []),
              ...(referral.dueAt
                ? [{ key: t('referral.page.due'), value: momentShort(referral.dueAt, language) }]
                : []),
            ]}
          />
        ) : (
          <Notice kind="warning">{t('referral.page.no-consent')}</Notice>
        )}
        {content && referral.status === 'requested' && (
          <Answer c={c} referral={referral} others={await alternatives(c, referral)} />
        )}
        {content && (referral.status === 'accepted' || referral.status === 'on-hold') && (
          <FirstService c={c} referral={referral} />
        )}
        {content && !isTerminal(referral.status) && (
          <SharedSteps
            c={c}
            referral={referral}
            content={content}
            error={refused?.refusal === 'no-title' ? error : undefined}
          />
        )}
        {isTerminal(referral.status) && <Notice kind="info">{t('referral.page.ended')}</Notice>}
        <h2>{t('referral.page.history')}</h2>
        <ReferralTrack c={c} events={events} />
      </>
    ),
  })
}
