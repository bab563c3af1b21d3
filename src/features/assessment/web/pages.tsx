import { Hono, type Context } from 'hono'
import { isLanguage } from '#kernel/language.ts'
import type { Env } from '#platform/http/env.ts'
import type { Question } from '#platform/reference/schema.ts'
import { momentInWords } from '#platform/text/dates.ts'
import {
  access,
  clearSessionCookie,
  countWrong,
  endSession,
  isSlowed,
  publicPage,
  showTooMany,
} from '#features/access/index.ts'
import { neutralPage } from '#platform/http/headers.ts'
import { ButtonLink, Details, PhoneList, SummaryList } from '#ui/index.ts'
import { giveAnswer, requestCall, skipQuestion } from '../commands.ts'
import { withoutDanger } from '../domain/answer.ts'
import { askedQuestions, firstOpen, questionAfter, questionBefore } from '../domain/flow.ts'
import { knowledgeOf, open, questionsOf, type Knowledge } from '../knowledge.ts'
import { showCallPromised, showHelp } from './help.tsx'
import { showQuestion } from './question.tsx'
import { telOf } from '#platform/text/phone.ts'

export const assessmentPages = new Hono<Env>()
const anyone = () => access('nobody', 'draft', 'newcomer')

async function known(c: Context<Env>): Promise<Knowledge> {
  const { actor, db, services, now } = c.var
  return actor.kind === 'draft' || actor.kind === 'newcomer'
    ? knowledgeOf(services, db, actor.fileId, now)
    : open(services, [], now)
}

/** What this is, how long, who sees it: before the first answer (law L-02). */
assessmentPages.get('/:language/assessment', anyone(), async (c) => {
  const { t, language, services } = c.var
  const knowledge = await known(c)
  const asked = askedQuestions(questionsOf(services.reference), knowledge.profile)
  const next = firstOpen(asked, knowledge.seen) ?? asked[0]
  return publicPage(c, {
    title: t('assessment.start.title'),
    exit: true,
    children: (
      <>
        <h1>{t('assessment.start.title')}</h1>
        <p class="lead">{t('assessment.start.lead')}</p>
        <SummaryList
          rows={[
            { key: t('assessment.notice.why'), value: t('assessment.notice.why-text') },
            { key: t('assessment.notice.choice'), value: t('assessment.notice.choice-text') },
            { key: t('assessment.notice.who'), value: t('assessment.notice.who-text') },
            { key: t('assessment.notice.long'), value: t('assessment.notice.long-text') },
          ]}
        />
        <Details summary={t('assessment.notice.more')}>
          <p>{t('assessment.notice.more-text')}</p>
          <p>
            <a href={`/${language}/privacy`}>{t('common.privacy')}</a>
          </p>
        </Details>
        <p class="actions">
          <ButtonLink href={`/${language}/assessment/${next?.id ?? 'urgent_now'}`} kind="primary">
            {knowledge.seen.size > 0 ? t('assessment.start.go-on') : t('assessment.start.begin')}
          </ButtonLink>
        </p>
        <h2>{t('assessment.start.urgent')}</h2>
        <PhoneList
          lines={[
            {
              name: t('assessment.start.office'),
              tel: telOf(services.config.officePhone),
              display: services.config.officePhone,
            },
          ]}
        />
        <p>
          <a href={`/${language}/help`}>{t('assessment.help.title')}</a>
        </p>
      </>
    ),
  })
})

assessmentPages.get('/:language/assessment/:question', anyone(), async (c, next) => {
  const question = questionOf(c)
  return question ? questionPage(c, question) : next()
})

assessmentPages.post('/:language/assessment/:question', anyone(), async (c, next) => {
  const question = questionOf(c)
  if (!question) return next()
  const { form, language } = c.var
  if (form.get('action') === 'skip') {
    await skipQuestion(c, question)
    return c.redirect(await nextHref(c, question), 303)
  }
  const sent = {
    values: form.getAll('answer'),
    day: form.get('answer-day') ?? '',
    month: form.get('answer-month') ?? '',
    year: form.get('answer-year') ?? '',
  }
  const given = await giveAnswer(c, question, sent)
  const shown = { ...sent, values: withoutDanger(sent.values).kept } // the answer that is never kept is not echoed either
  if (!given.ok) return questionPage(c, question, { refusal: given.refusal, sent: shown })
  return c.redirect(given.value.urgent ? `/${language}/help` : await nextHref(c, question), 303)
})

async function questionPage(
  c: Context<Env>,
  question: Question,
  refused?: Pick<Parameters<typeof showQuestion>[1], 'refusal' | 'sent'>,
) {
  const { language, services } = c.var
  const { profile } = await known(c)
  const asked = askedQuestions(questionsOf(services.reference), profile)
  const before = questionBefore(asked, question.id)
  return showQuestion(c, {
    question,
    number: Math.max(1, asked.findIndex((each) => each.id === question.id) + 1),
    of: asked.length,
    backHref: before ? `/${language}/assessment/${before.id}` : `/${language}/assessment`,
    known: profile[question.id],
    ...refused,
  })
}

/** The next asked question, or the plan when this was the last. */
async function nextHref(c: Context<Env>, question: Question): Promise<string> {
  const { language, services } = c.var
  const { profile } = await known(c)
  const after = questionAfter(askedQuestions(questionsOf(services.reference), profile), question.id)
  return after ? `/${language}/assessment/${after.id}` : `/${language}/plan`
}

function questionOf(c: Context<Env>): Question | undefined {
  return c.var.services.reference.questions.find((question) => question.id === c.req.param('question'))
}

assessmentPages.get('/:language/help', anyone(), async (c) => showHelp(c, await continueHref(c)))

assessmentPages.post('/:language/help', anyone(), async (c) => {
  const { form, language } = c.var
  const request = {
    number: form.get('number') ?? '',
    hours: form.get('hours') ?? '',
    language: languageOf(c, form.get('language') ?? ''),
  }
  if (await isSlowed(c, 'call')) return showTooMany(c)
  countWrong(c, 'call')
  const requested = await requestCall(c, request)
  if (!requested.ok) return showHelp(c, await continueHref(c), { ...request, refused: true })
  return c.redirect(`/${language}/help/called?at=${requested.value.dueAt.getTime()}`, 303)
})

assessmentPages.get('/:language/help/called', anyone(), async (c) => {
  const at = new Date(Number(c.req.query('at')))
  return showCallPromised(
    c,
    momentInWords(Number.isNaN(at.getTime()) ? c.var.now : at, c.var.language),
    await continueHref(c),
  )
})

function languageOf(c: Context<Env>, value: string): string {
  const options =
    c.var.services.reference.questions.find((question) => question.id === 'prefer_language')?.options ?? []
  return isLanguage(value) || options.includes(value) ? value : c.var.language
}

/** Where someone was: the first question not yet seen, else the plan. */
async function continueHref(c: Context<Env>): Promise<string> {
  const { language, services } = c.var
  const knowledge = await known(c)
  if (knowledge.seen.size === 0) return `/${language}/assessment`
  const open = firstOpen(askedQuestions(questionsOf(services.reference), knowledge.profile), knowledge.seen)
  return open ? `/${language}/assessment/${open.id}` : `/${language}/plan`
}

/** The quick exit: the session ends here and now, and the browser leaves for a page anyone might have open. */
assessmentPages.post('/:language/leave', anyone(), async (c) => {
  if (c.var.bearer !== '') await endSession(c.var.db, c.var.bearer, c.var.now)
  clearSessionCookie(c, 'person')
  return c.redirect(neutralPage, 303)
})
