import { Hono, type Context } from 'hono'
import { setTimeout as wait } from 'node:timers/promises'
import { dayOf } from '#kernel/day.ts'
import { isLanguage, sourceLanguage } from '#kernel/language.ts'
import type { Env } from '#platform/http/env.ts'
import { dayInWords } from '#platform/text/dates.ts'
import {
  access,
  becomeActor,
  countWrong,
  endFeeds,
  feedsOfFile,
  formFields,
  linkByHash,
  makeLink,
  presentToken,
  publicPage,
} from '#features/access/index.ts'
import { eachPerson, membersOf, memberShown, ofMember, personById, personOfLink } from '#features/identity/index.ts'
import { BackLink, Button, ConfirmPanel, Form } from '#ui/index.ts'
import { feedEnd, planCalendar } from '../calendar.ts'
import { fileOf } from './editing.ts'

/** The plan's dates in a calendar: once as a file, or by an address that follows it and the household's until it is stopped. */
export const feedPages = new Hono<Env>()

feedPages.on(
  'GET',
  eachPerson('/plan/calendar.ics'),
  access('draft', 'newcomer'),
  ofMember(),
  async (c: Context<Env>) => {
    const file = { fileId: fileOf(c), registered: c.var.actor.kind === 'newcomer' }
    const calendar = await planCalendar(c.var, c.var.db, file, [(await memberShown(c)) ?? null])
    c.header('Content-Disposition', 'attachment; filename="plan.ics"')
    return sendCalendar(c, calendar)
  },
)

feedPages.get('/:language/plan/feed', access('newcomer'), (c) => showFeed(c))

/** The address is shown this once: only its hash is kept. */
feedPages.post('/:language/plan/feed', access('newcomer'), async (c) => {
  const { services, db, now, language } = c.var
  const address = await makeLink(services, db, { purpose: 'feed', fileId: fileOf(c), language }, now)
  return showFeed(c, address)
})

feedPages.post('/:language/plan/feed/stop', access('newcomer'), async (c) => {
  await endFeeds(c.var.db, fileOf(c), c.var.now)
  return c.redirect(`/${c.var.language}/plan/feed`, 303)
})

const sameTime = 150

/**
 * Read by calendar programs: no cookie, the token alone, for its person and in their language. What is unknown, stopped or over
 * is told apart by nothing. Wrong ones are counted but slow nobody: one server reads the calendars of many people.
 */
feedPages.get('/cal/:token{.+\\.ics}', access('nobody'), async (c) => {
  const answered = wait(sameTime)
  const tokenHash = await presentToken(c, c.req.param('token').replace(/\.ics$/, ''))
  const link = await linkByHash(c.var.db, tokenHash)
  const person = await personOfLink(c.var.db, tokenHash)
  if (link?.purpose !== 'feed' || link.usedAt || link.expiresAt < c.var.now || !person) {
    countWrong(c, 'feed')
    await answered
    return c.text(c.var.t('plan.feed.gone'), 404)
  }
  await becomeActor(c, { kind: 'newcomer', ...person })
  const spoken = (await personById(c.var.db, person.personId))?.language
  const language = isLanguage(spoken) ? spoken : sourceLanguage
  const voice = { ...c.var, language, t: c.var.services.words.in(language) }
  const household = await membersOf(c.var.db, person.fileId)
  const file = { fileId: person.fileId, registered: true }
  const end = feedEnd(voice, person.fileId, link)
  return sendCalendar(c, await planCalendar(voice, c.var.db, file, [null, ...household], end))
})

function sendCalendar(c: Context<Env>, calendar: string) {
  return c.body(calendar, 200, { 'Content-Type': 'text/calendar; charset=utf-8' })
}

async function showFeed(c: Context<Env>, address?: string) {
  const { t, language, db, now } = c.var
  const running = await feedsOfFile(db, fileOf(c), now)
  const [first] = running
  return publicPage(c, {
    title: t('plan.feed.title'),
    path: '/plan/feed',
    exit: true,
    children: (
      <>
        <BackLink href={`/${language}/plan`}>{t('plan.back')}</BackLink>
        {address === undefined ? (
          <h1>{t('plan.feed.title')}</h1>
        ) : (
          <ConfirmPanel title={t('plan.feed.yours')}>
            <p class="code">
              <a href={address.replace(/^https?:/, 'webcal:')}>
                <bdi dir="ltr">{address}</bdi>
              </a>
            </p>
            <p>{t('plan.feed.once')}</p>
          </ConfirmPanel>
        )}
        <p>{t('plan.feed.text')}</p>
        <p>{t('plan.feed.who')}</p>
        {address === undefined && (
          <Form action={`/${language}/plan/feed`} {...formFields(c)}>
            <Button kind="primary">{t('plan.feed.make')}</Button>
          </Form>
        )}
        {first && (
          <Form action={`/${language}/plan/feed/stop`} {...formFields(c)}>
            <p>
              {t('plan.feed.running', { count: running.length })}{' '}
              {t('plan.feed.ends', { count: running.length, day: dayInWords(dayOf(first), language) })}
            </p>
            <Button kind="danger">{t('plan.feed.stop')}</Button>
          </Form>
        )}
      </>
    ),
  })
}
