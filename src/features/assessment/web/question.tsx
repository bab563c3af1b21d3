import type { Context } from 'hono'
import type { Fact } from '#kernel/profile.ts'
import type { Env } from '#platform/http/env.ts'
import type { Question } from '#platform/reference/schema.ts'
import { formFields, publicPage } from '#features/access/index.ts'
import { dayInWords } from '#platform/text/dates.ts'
import { dayOf } from '#kernel/day.ts'
import {
  BackLink,
  Button,
  Choices,
  DateField,
  Details,
  ErrorSummary,
  Form,
  Notice,
  Progress,
  TextField,
} from '#ui/index.ts'
import { openAnswersOf, type AnswerRefusal, type Sent } from '../domain/answer.ts'
import { lastSaid, type StoredAnswer } from '../store.ts'
import { Noted } from './noted.tsx'
import { Whom } from './whom.tsx'

export type QuestionPage = {
  question: Question
  /** How the member of the household is called for whom it is answered. */
  about?: string | undefined
  number: number
  of: number
  backHref: string
  known: Fact | undefined
  /** Who said it, and when, where it is known already. */
  told?: StoredAnswer | undefined
} & Partial<Refused>
export type Refused = { refusal: AnswerRefusal; sent: Sent }

/** One thing a page; every question can be skipped; what was typed is kept when it is refused. */
export function showQuestion(c: Context<Env>, page: QuestionPage) {
  const { question, about, number, of, backHref, known, told, refusal, sent } = page
  const { t, language, services } = c.var
  const words = services.reference.words(language).questions[question.id]
  if (!words) throw new Error(`No words for question ${question.id}.`)
  const error = refusal ? t(`assessment.error.${refusal}`) : undefined
  const { token, requestKey } = formFields(c)
  return publicPage(c, {
    title: error ? t('common.error-title', { title: words.text }) : words.text,
    status: error ? 422 : 200,
    exit: true,
    urgent: question.id === 'urgent_now',
    children: (
      <>
        <BackLink href={backHref}>{t('common.back')}</BackLink>
        <Noted c={c} />
        {error && <ErrorSummary title={t('common.error-summary')} errors={[{ href: hrefOf(question), text: error }]} />}
        <Progress label={t('assessment.progress', { number, of })} value={number} max={of} />
        {known !== undefined && told && <StillTrue c={c} question={question} told={told} />}
        <Form action={`${c.var.base}/assessment/${question.id}`} token={token} requestKey={requestKey}>
          <QuestionField
            c={c}
            question={question}
            about={about}
            words={words}
            known={known}
            sent={sent}
            error={error}
          />
          {words.why && <Details summary={t('assessment.why')}>{words.why}</Details>}
          <AnswerButtons c={c} question={question} />
        </Form>
        <Details summary={t('assessment.privacy-short.title')}>
          {t('assessment.privacy-short.text')} <a href={`/${language}/privacy`}>{t('common.privacy')}</a>
        </Details>
      </>
    ),
  })
}

/** "Continue" first, so that Enter means it; then skip, and the answers that say openly that there is none. */
export function AnswerButtons({ c, question }: { c: Context<Env>; question: Question }) {
  const { t } = c.var
  const open = question.id === 'urgent_now' ? [] : openAnswersOf(question)
  return (
    <p class="actions">
      <Button kind="primary" name="action" value="answer">
        {t('common.continue')}
      </Button>
      <Button kind="plain" name="action" value="skip">
        {t('assessment.skip')}
      </Button>
      {open.map((each) => (
        <Button kind="plain" name="action" value={each}>
          {t(`assessment.open.${each}`)}
        </Button>
      ))}
    </p>
  )
}

/** Known already: nobody is asked again, only whether it is still so. A form of its own, so that Enter below means "continue". */
function StillTrue({ c, question, told }: { c: Context<Env>; question: Question; told: StoredAnswer }) {
  const { t, language, base } = c.var
  const said = lastSaid(told)
  const day = dayInWords(dayOf(said.at), language)
  return (
    <Notice kind="info">
      <p>{said.by === 'person' ? t('assessment.known.you', { day }) : t(`assessment.known.${said.by}`, { day })}</p>
      <Form action={`${base}/assessment/${question.id}`} {...formFields(c)}>
        <Button kind="secondary" name="action" value="confirm">
          {t('assessment.known.still')}
        </Button>
      </Form>
    </Notice>
  )
}

type FieldProps = {
  c: Context<Env>
  question: Question
  about?: string | undefined
  words: { text: string; help: string | null; options: Record<string, string> }
  known: Fact | undefined
  sent: Sent | undefined
  error: string | undefined
}

/** The field of a question, whatever its kind, filled with what is known. */
export function QuestionField({ c, question, about, words, known, sent, error }: FieldProps) {
  const { t } = c.var
  const heading = <Whom c={c} about={about} text={words.text} />
  const hint =
    words.help ??
    (question.max
      ? t('assessment.at-most', { count: question.max })
      : question.type === 'multi'
        ? t('assessment.several')
        : undefined)
  if (question.type === 'date') {
    const [year = '', month = '', day = ''] = typeof known === 'string' ? known.split('-') : []
    const shown = sent ?? { day, month, year }
    return (
      <DateField
        name="answer"
        legend={heading}
        hint={hint ?? t('assessment.date-hint')}
        error={error}
        size="heading"
        day={shown.day}
        month={shown.month}
        year={shown.year}
        words={{ day: t('common.day'), month: t('common.month'), year: t('common.year') }}
      />
    )
  }
  if (question.type === 'place') {
    const value = sent?.values[0] ?? (typeof known === 'string' ? known : '')
    return (
      <>
        <h1>{heading}</h1>
        <TextField
          name="answer"
          label={t('assessment.place-label')}
          hint={hint}
          error={error}
          value={value}
          autocomplete="postal-code"
          maxlength={80}
        />
      </>
    )
  }
  if (question.type === 'text') {
    const value = sent?.values[0] ?? (typeof known === 'string' ? known : '')
    return (
      <>
        <h1>{heading}</h1>
        <TextField
          name="answer"
          label={t('assessment.text-label')}
          hint={hint}
          error={error}
          value={value}
          maxlength={80}
        />
      </>
    )
  }
  const selected = sent?.values ?? (typeof known === 'object' ? [...known] : known === undefined ? [] : [String(known)])
  return (
    <Choices
      name="answer"
      legend={heading}
      hint={hint}
      error={error}
      heading
      type={question.type === 'choice' ? 'radio' : 'checkbox'}
      selected={[...selected]}
      options={question.options.map((value) => ({ value, label: words.options[value] ?? value }))}
    />
  )
}

/** The first field of each kind of question, for the error summary's link. */
function hrefOf(question: Question): string {
  return question.type === 'date' ? '#answer-day' : '#answer'
}
