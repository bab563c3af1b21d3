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
  askedQuestions,
  confirmAnswer,
  lastSaid,
  groupOf,
  isOpenAnswer,
  knowledgeOf,
  QuestionField,
  questionAfter,
  questionsOf,
  withoutNeverKept,
  type AnswerRefusal,
  type Answering,
  type Knowledge,
  type Sent,
} from '#features/assessment/index.ts'
import { Bidi, Button, Card, EmptyState, ErrorSummary, Form, Queue, Tag } from '#ui/index.ts'
import { openFile, type Opened } from './file.tsx'

/** The same questions, filled with the person beside: what is known is shown, and only "still true?" is asked. */
export const assessmentEditPages = new Hono<Env>()

assessmentEditPages.get('/workspace/files/:id/assessment', access('agent'), async (c, next) => {
  const opened = await openFile(c)
  if (!opened) return next()
  const { t, services } = c.var
  const { asked, knowledge } = await askedOf(c, opened)
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
              <a href={`/workspace/files/${opened.file.id}/assessment/${question.id}`}>
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

assessmentEditPages.get('/workspace/files/:id/assessment/:question', access('agent'), async (c, next) => {
  const opened = await openFile(c)
  const question = opened && questionOf(c)
  return opened && question ? showQuestion(c, opened, question) : next()
})

assessmentEditPages.post('/workspace/files/:id/assessment/:question', access('agent'), async (c, next) => {
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
  const { asked } = await askedOf(c, opened)
  const after = questionAfter(groupOf(asked, question), question.id)
  return c.redirect(`/workspace/files/${opened.file.id}/assessment${after ? `/${after.id}` : ''}`, 303)
})

async function askedOf(c: Context<Env>, { file }: Opened): Promise<{ asked: Question[]; knowledge: Knowledge }> {
  const { services, db, now } = c.var
  const knowledge = await knowledgeOf(services, db, file.id, now)
  return { knowledge, asked: askedQuestions(questionsOf(services.reference, file.questionSet), knowledge.profile) }
}

function questionOf(c: Context<Env>): Question | undefined {
  return c.var.services.reference.questions.find(
    (question) => question.id === c.req.param('question') && !isNeverKept(question),
  )
}

function isNeverKept({ options, neverKept }: Question): boolean {
  return options.length > 0 && options.every((option) => neverKept.includes(option))
}

function answeringOf(c: Context<Env>, { file }: Opened): Answering {
  const { services, db, now, actor } = c.var
  const label = actor.kind === 'agent' ? actor.label : null
  return { services, db, fileId: file.id, at: now, by: { kind: 'agent', label }, registered: true }
}

async function showQuestion(
  c: Context<Env>,
  opened: Opened,
  question: Question,
  refused?: { refusal: AnswerRefusal; sent: Sent },
) {
  const { t, services } = c.var
  const { knowledge } = await askedOf(c, opened)
  const words = services.reference.words('fr').questions[question.id]
  if (!words) throw new Error(`No words for question ${question.id}.`)
  const error = refused && t(`assessment.error.${refused.refusal}`)
  const known = knowledge.profile[question.id]
  const action = `/workspace/files/${opened.file.id}/assessment/${question.id}`
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

function Head({ c, opened: { file, person } }: { c: Context<Env>; opened: Opened }) {
  const { t } = c.var
  return (
    <>
      <p>
        <a href={`/workspace/files/${file.id}`}>{t('workspace.plan.back')}</a>
      </p>
      <h1>
        {t('workspace.assessment.title')} – <Bidi>{person.firstName}</Bidi>
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
