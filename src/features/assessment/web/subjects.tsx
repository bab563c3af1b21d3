import { Hono, type Context } from 'hono'
import type { Fact } from '#kernel/profile.ts'
import { parseDay } from '#kernel/day.ts'
import type { Env } from '#platform/http/env.ts'
import type { Question } from '#platform/reference/schema.ts'
import { dayInWords } from '#platform/text/dates.ts'
import { access, publicPage } from '#features/access/index.ts'
import { eachPerson, ofMember } from '#features/identity/index.ts'
import { BackLink, Bidi, ButtonLink, SummaryList, Tag } from '#ui/index.ts'
import { subjectsOf, type Progress } from '../domain/flow.ts'
import type { Knowledge } from '../knowledge.ts'
import { known } from './known.ts'
import { Noted } from './noted.tsx'
import { Whom } from './whom.tsx'

/** After the core: a list of subjects, only those that have something to ask, each with how far it is. */
export const subjectPages = new Hono<Env>()
const anyone = () => access('nobody', 'draft', 'newcomer')
const tones: Record<Progress, 'blue' | 'yellow' | 'neutral'> = {
  'not-started': 'blue',
  'under-way': 'yellow',
  done: 'neutral',
}

subjectPages.on('GET', eachPerson('/assessment/subjects'), anyone(), ofMember(), async (c: Context<Env>) => {
  const { t, language, base, services } = c.var
  const { knowledge, asked, about } = await known(c)
  const words = services.reference.words(language).domains
  const subjects = subjectsOf(services.reference.domains, asked, knowledge.seen)
  return publicPage(c, {
    title: t('assessment.subjects.title'),
    exit: true,
    children: (
      <>
        <Noted c={c} />
        <h1>
          <Whom c={c} about={about} text={t('assessment.subjects.title')} />
        </h1>
        <p class="lead">{t('assessment.subjects.lead')}</p>
        <p class="actions">
          <ButtonLink href={`${base}/plan`} kind="primary">
            {t('assessment.subjects.plan')}
          </ButtonLink>
        </p>
        <h2>{t('assessment.subjects.more')}</h2>
        <p>{t('assessment.subjects.more-text')}</p>
        <ul class="tasks">
          {subjects.map(({ domain, questions, progress }) => (
            <li>
              <a href={`${base}/assessment/subjects/${domain}`}>{words[domain]?.title ?? domain}</a>
              <span class="muted">{t('assessment.subjects.count', { count: questions.length })}</span>
              {progress === 'done' ? (
                <span>{t('assessment.subjects.done')}</span>
              ) : (
                <Tag tone={tones[progress]}>{t(`assessment.subjects.${progress}`)}</Tag>
              )}
            </li>
          ))}
        </ul>
        <p>
          <a href={`${base}/assessment/subjects/core`}>{t('assessment.subjects.core')}</a>
        </p>
      </>
    ),
  })
})

/** What was told on one subject, each answer with its way back; what is not told yet, first. */
subjectPages.on(
  'GET',
  eachPerson('/assessment/subjects/:domain'),
  anyone(),
  ofMember(),
  async (c: Context<Env>, next) => {
    const { t, language, base, services } = c.var
    const domain = c.req.param('domain') ?? ''
    const { knowledge, asked, about } = await known(c)
    const questions = asked.filter((each) => (domain === 'core' ? each.core : !each.core && each.domain === domain))
    const open = questions.find((each) => !knowledge.seen.has(each.id))
    if (questions.length === 0) return next()
    const title =
      domain === 'core'
        ? t('assessment.subjects.core')
        : (services.reference.words(language).domains[domain]?.title ?? domain)
    return publicPage(c, {
      title: t('assessment.check.title'),
      exit: true,
      children: (
        <>
          <BackLink href={`${base}/assessment/subjects`}>{t('assessment.subjects.title')}</BackLink>
          <Noted c={c} />
          <h1>
            <Whom c={c} about={about} text={title} />
          </h1>
          {open && (
            <p class="actions">
              <ButtonLink href={`${base}/assessment/${open.id}`} kind="primary">
                {t('assessment.check.go-on')}
              </ButtonLink>
            </p>
          )}
          <Answers c={c} questions={questions} knowledge={knowledge} />
          <p class="actions">
            <ButtonLink href={`${base}/assessment/subjects`} kind={open ? 'secondary' : 'primary'}>
              {t('assessment.check.end')}
            </ButtonLink>
          </p>
        </>
      ),
    })
  },
)

function Answers({
  c,
  questions,
  knowledge,
}: {
  c: Context<Env>
  questions: readonly Question[]
  knowledge: Knowledge
}) {
  const { t, language, base, services } = c.var
  const words = services.reference.words(language).questions
  return (
    <SummaryList
      rows={questions.map((question) => ({
        key: words[question.id]?.text ?? question.id,
        value: <Bidi>{answerText(c, question, knowledge)}</Bidi>,
        action: {
          href: `${base}/assessment/${question.id}`,
          label: t('assessment.check.change'),
          hidden: words[question.id]?.text ?? question.id,
        },
      }))}
    />
  )
}

/** An answer in words: its options by their labels, a day with its month, or that it was skipped, or said openly. */
export function answerText(
  c: Context<Env>,
  question: Pick<Question, 'id'>,
  knowledge: Knowledge,
  language = c.var.language,
): string {
  const t = c.var.services.words.in(language)
  const openly = knowledge.open.get(question.id)
  if (openly) return t(`assessment.open.${openly}`)
  const value = knowledge.profile[question.id]
  if (value === undefined || !knowledge.seen.has(question.id))
    return t(knowledge.seen.has(question.id) ? 'assessment.check.skipped' : 'assessment.check.not-yet')
  return factText(c.var.services.reference.words(language).questions[question.id]?.options ?? {}, value, language)
}

function factText(options: Record<string, string>, value: Fact, language: string): string {
  if (typeof value === 'object') return value.map((each) => options[each] ?? each).join(', ') || '—'
  const text = String(value)
  return parseDay(text) ? dayInWords(text, language) : (options[text] ?? text)
}
