import { Hono, type Context } from 'hono'
import type { Env } from '#platform/http/env.ts'
import { dayFields } from '#platform/http/form.ts'
import type { Question } from '#platform/reference/schema.ts'
import { access, forgetCommand, publicPage } from '#features/access/index.ts'
import { eachPerson, ofMember } from '#features/identity/index.ts'
import { ButtonLink, Details, PhoneList, SummaryList } from '#ui/index.ts'
import { confirmAnswer, answerOpenly } from '../answering.ts'
import { answering, giveAnswer, skipQuestion } from '../commands.ts'
import { isOpenAnswer, withoutNeverKept } from '../domain/answer.ts'
import { groupOf, questionAfter, questionBefore } from '../domain/flow.ts'
import { helpPages } from './help-pages.ts'
import { known, nextOfCore } from './known.ts'
import { withNoted } from './noted.tsx'
import { pausePages } from './pause.tsx'
import { showQuestion, type Refused } from './question.tsx'
import { subjectPages } from './subjects.tsx'
import { telOf } from '#platform/text/phone.ts'

export const assessmentPages = new Hono<Env>()
const anyone = () => access('nobody', 'draft', 'newcomer')

/** What this is, how long, who sees it: before the first answer (law L-02). */
assessmentPages.get('/:language/assessment', anyone(), async (c) => {
  const { t, language, services } = c.var
  const told = await known(c)
  const next = nextOfCore(told) ?? told.asked[0]
  const begun = told.knowledge.seen.size > 0
  return publicPage(c, {
    title: t('assessment.start.title'),
    exit: true,
    urgent: true,
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
            {begun ? t('assessment.start.go-on') : t('assessment.start.begin')}
          </ButtonLink>
          {begun && <a href={`/${language}/assessment/subjects`}>{t('assessment.subjects.title')}</a>}
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

/** The notice was given with the first answer of the file: a member's questions begin, or go on, at once. */
assessmentPages.get('/:language/household/:member/assessment', anyone(), ofMember(), async (c) => {
  const next = nextOfCore(await known(c))
  return c.redirect(`${c.var.base}/assessment/${next?.id ?? 'subjects'}`, 303)
})

assessmentPages.route('/', subjectPages)
assessmentPages.route('/', pausePages)

assessmentPages.on('GET', eachPerson('/assessment/:question'), anyone(), ofMember(), async (c: Context<Env>, next) => {
  const question = questionOf(c)
  return question ? questionPage(c, question) : next()
})

assessmentPages.on('POST', eachPerson('/assessment/:question'), anyone(), ofMember(), async (c: Context<Env>, next) => {
  const question = questionOf(c)
  if (!question) return next()
  const { form, language } = c.var
  const action = form.get('action') ?? ''
  if (action === 'skip') {
    await skipQuestion(c, question)
    return c.redirect(await nextHref(c, question), 303)
  }
  if (action === 'confirm' || isOpenAnswer(action)) {
    const person = await answering(c)
    await (isOpenAnswer(action) ? answerOpenly(person, question, action) : confirmAnswer(person, question.id))
    const next = await nextHref(c, question)
    if (action !== 'talk') return c.redirect(next, 303)
    await forgetCommand(c) // its record would tell in clear what was answered
    return c.redirect(withNoted(c, next), 303)
  }
  const sent = {
    values: form.getAll('answer'),
    ...dayFields(form, 'answer'),
  }
  const given = await giveAnswer(c, question, sent)
  const shown = { ...sent, values: withoutNeverKept(question, sent.values).kept } // what is never kept is not echoed either
  if (!given.ok) return questionPage(c, question, { refusal: given.refusal, sent: shown })
  return c.redirect(given.value.urgent ? `/${language}/help` : await nextHref(c, question), 303)
})

async function questionPage(c: Context<Env>, question: Question, refused?: Refused) {
  const { base, language, memberId } = c.var
  const { knowledge, asked, about } = await known(c)
  const group = groupOf(asked, question)
  const before = questionBefore(group, question.id)
  const beginning = memberId === null ? `${base}/assessment` : `/${language}/household`
  return showQuestion(c, {
    question,
    about,
    number: Math.max(1, group.findIndex((each) => each.id === question.id) + 1),
    of: Math.max(1, group.length),
    backHref: before ? `${base}/assessment/${before.id}` : question.core ? beginning : `${base}/assessment/subjects`,
    known: knowledge.profile[question.id],
    told: knowledge.answers.find((each) => each.questionId === question.id),
    ...refused,
  })
}

/** The next question asked with this one; after the core the subjects, after a subject its answers to check. */
async function nextHref(c: Context<Env>, question: Question): Promise<string> {
  const { base } = c.var
  const { asked } = await known(c)
  const after = questionAfter(groupOf(asked, question), question.id)
  if (after) return `${base}/assessment/${after.id}`
  return question.core ? `${base}/assessment/subjects` : `${base}/assessment/subjects/${question.domain}`
}

function questionOf(c: Context<Env>): Question | undefined {
  return c.var.services.reference.questions.find((question) => question.id === c.req.param('question'))
}

assessmentPages.route('/', helpPages)
