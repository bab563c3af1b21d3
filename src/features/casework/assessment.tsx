import { Hono, type Context } from 'hono'
import type { Env } from '#platform/http/env.ts'
import { dayFields } from '#platform/http/form.ts'
import type { Question } from '#platform/reference/schema.ts'
import { dayOf } from '#kernel/day.ts'
import { dayInWords } from '#platform/text/dates.ts'
import { access, formFields, workspacePage } from '#features/access/index.ts'
import {
  AnswerButtons,
  answerOpenly,
  answerQuestion,
  answerText,
  askedOf,
  confirmAnswer,
  lastSaid,
  groupOf,
  isOpenAnswer,
  knowledgeOf,
  QuestionField,
  questionAfter,
  withoutNeverKept,
  type AnswerRefusal,
  type Answering,
  type Knowledge,
  type Sent,
} from '#features/assessment/index.ts'
import { Bidi, Button, Card, EmptyState, ErrorSummary, Form, Queue, Tag } from '#ui/index.ts'
import { eachOfFile, openFile, Whose, type Opened } from './opening.tsx'

/** The same questions, filled with the person beside: what is known is shown, and only "still true?" is asked. */
export const assessmentEditPages = new Hono<Env>()

assessmentEditPages.on('GET', eachOfFile('/assessment'), access('agent'), async (c: Context<Env>, next) => {
  const opened = await openFile(c)
  if (!opened) return next()
  const { t, services } = c.var
  const { asked, knowledge } = await toldOf(c, opened)
  const words = services.reference.words('fr')
  // a question of which nothing is kept is the person's own: it is not asked across a desk
  const shown = services.reference.domains.flatMap((domain) =>
    asked.filter((each) => each.domain === domain && !isNeverKept(each)),
  )
  return workspacePage(c, {
    title: t('workspace.assessment.title'),
    children: (
      <>
        <Head c={c} opened={opened} />
        <Queue
          caption={t('workspace.assessment.caption')}
          columns={[
            t('workspace.assessment.subject'),
            t('workspace.assessment.question'),
            t('workspace.assessment.answer'),
            t('workspace.queue.action'),
          ]}
          rows={shown.map((question) => ({
            cells: [
              words.domains[question.domain]?.title ?? question.domain,
              words.questions[question.id]?.text ?? question.id,
              <Told c={c} question={question} knowledge={knowledge} />,
              <a href={`${opened.base}/assessment/${question.id}`}>
                {t('workspace.assessment.fill')}
                <span class="hidden"> {words.questions[question.id]?.text}</span>
              </a>,
            ],
          }))}
          empty={<EmptyState title={t('workspace.plan.empty')} />}
        />
        <p class="muted">{t('workspace.assessment.set', { version: opened.file.questionSet })}</p>
      </>
    ),
  })
})

assessmentEditPages.on('GET', eachOfFile('/assessment/:question'), access('agent'), async (c: Context<Env>, next) => {
  const opened = await openFile(c)
  const question = opened && questionOf(c)
  return opened && question ? showQuestion(c, opened, question) : next()
})

assessmentEditPages.on('POST', eachOfFile('/assessment/:question'), access('agent'), async (c: Context<Env>, next) => {
  const opened = await openFile(c)
  const question = opened && questionOf(c)
  if (!opened || !question) return next()
  const { form } = c.var
  const action = form.get('action') ?? ''
  const by = answeringOf(c, opened)
  const values = withoutNeverKept(question, form.getAll('answer')).kept
  const sent = {
    values,
    ...dayFields(form, 'answer'),
  }
  if (action === 'confirm') await confirmAnswer(by, question.id)
  else if (isOpenAnswer(action)) await answerOpenly(by, question, action)
  else if (action !== 'skip') {
    const answered = await answerQuestion(by, question, sent)
    if (!answered.ok) return showQuestion(c, opened, question, { refusal: answered.refusal, sent })
  }
  c.var.traces.push({ action: 'assessment.filled', fileId: opened.file.id })
  const { asked } = await toldOf(c, opened)
  const after = questionAfter(groupOf(asked, question), question.id)
  return c.redirect(`${opened.base}/assessment${after ? `/${after.id}` : ''}`, 303)
})

async function toldOf(c: Context<Env>, { file, member }: Opened): Promise<{ asked: Question[]; knowledge: Knowledge }> {
  const { services, db, now } = c.var
  const memberId = member?.id ?? null
  const knowledge = await knowledgeOf(services, db, file.id, now, memberId)
  return { knowledge, asked: askedOf(services.reference, file.questionSet, knowledge, memberId) }
}

function questionOf(c: Context<Env>): Question | undefined {
  return c.var.services.reference.questions.find(
    (question) => question.id === c.req.param('question') && !isNeverKept(question),
  )
}

function isNeverKept({ options, neverKept }: Question): boolean {
  return options.length > 0 && options.every((option) => neverKept.includes(option))
}

function answeringOf(c: Context<Env>, { file, member }: Opened): Answering {
  const { services, db, now, actor } = c.var
  const label = actor.kind === 'agent' ? actor.label : null
  const by = { kind: 'agent' as const, label }
  return { services, db, fileId: file.id, memberId: member?.id ?? null, at: now, by, registered: true }
}

async function showQuestion(
  c: Context<Env>,
  opened: Opened,
  question: Question,
  refused?: { refusal: AnswerRefusal; sent: Sent },
) {
  const { t, services } = c.var
  const { knowledge } = await toldOf(c, opened)
  const words = services.reference.words('fr').questions[question.id]
  if (!words) throw new Error(`No words for question ${question.id}.`)
  const error = refused && t(`assessment.error.${refused.refusal}`)
  const known = knowledge.profile[question.id]
  const action = `${opened.base}/assessment/${question.id}`
  // never kept, so never asked across a desk: the person is told where the numbers are
  const options = question.options.filter((each) => !question.neverKept.includes(each))
  return workspacePage(c, {
    title: t('workspace.assessment.title'),
    status: error ? 422 : 200,
    children: (
      <>
        {error && <ErrorSummary title={t('common.error-summary')} errors={[{ href: '#answer', text: error }]} />}
        <Head c={c} opened={opened} />
        <Card>
          {known !== undefined && (
            <Form action={action} {...formFields(c)}>
              <Told c={c} question={question} knowledge={knowledge} />{' '}
              <Button kind="secondary" name="action" value="confirm">
                {t('assessment.known.still')}
              </Button>
            </Form>
          )}
          <Form action={action} {...formFields(c)}>
            <QuestionField
              c={c}
              question={{ ...question, options }}
              words={words}
              known={known}
              sent={refused?.sent}
              error={error}
            />
            <AnswerButtons c={c} question={question} />
          </Form>
        </Card>
      </>
    ),
  })
}

function Head({ c, opened }: { c: Context<Env>; opened: Opened }) {
  const { t } = c.var
  return (
    <>
      <p>
        <a href={`/workspace/files/${opened.file.id}`}>{t('workspace.plan.back')}</a>
      </p>
      <h1>
        {t('workspace.assessment.title')} – <Whose c={c} opened={opened} />
      </h1>
    </>
  )
}

/** What was said, by whom and when; what someone prefers to talk about stands out. */
function Told({ c, question, knowledge }: { c: Context<Env>; question: Question; knowledge: Knowledge }) {
  const { t } = c.var
  const told = knowledge.answers.find((each) => each.questionId === question.id)
  const said = told && lastSaid(told)
  const talk = knowledge.open.get(question.id) === 'talk'
  return (
    <>
      {talk ? (
        <Tag tone="blue">{t('assessment.open.talk')}</Tag>
      ) : (
        <Bidi>{answerText(c, question, knowledge, 'fr')}</Bidi>
      )}
      {said && (
        <span class="muted">
          {' '}
          {said.label ?? t(`workspace.plan.by.${said.by}`)}, {dayInWords(dayOf(said.at), 'fr')}
        </span>
      )}
    </>
  )
}
