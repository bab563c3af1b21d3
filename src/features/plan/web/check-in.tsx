import { Hono, type Context } from 'hono'
import type { Env } from '#platform/http/env.ts'
import type { Question } from '#platform/reference/schema.ts'
import { access, formFields, publicPage } from '#features/access/index.ts'
import { answerQuestion, knowledgeOf, QuestionField, type AnswerRefusal } from '#features/assessment/index.ts'
import { Button, ButtonLink, Choices, ConfirmPanel, ErrorSummary, Form } from '#ui/index.ts'
import { answerCheckIn, outcomes, type Outcome } from '../checking-in.ts'
import { checkInDays, type CheckInDay } from '../domain/reminders.ts'
import { withoutProtected } from '../domain/rules.ts'
import { planAloneOf } from '../queries.ts'
import { editing, fileOf } from './editing.ts'
import { wordsOf } from './words.ts'

/** Two minutes, some days after registration: how the steps go, what counts most now, thanks. */
export const checkInPages = new Hono<Env>()

checkInPages.get('/:language/check-in/:day', access('newcomer'), async (c, next) => {
  const day = dayOf(c)
  if (!day) return next()
  const { t, language } = c.var
  const steps = await stepsAsked(c)
  return publicPage(c, {
    title: t('plan.check-in.title'),
    exit: true,
    children: (
      <>
        <h1>{t('plan.check-in.title')}</h1>
        <p class="lead">{t('plan.check-in.lead')}</p>
        <Form action={`/${language}/check-in/${day}`} {...formFields(c)}>
          {steps.map((id) => (
            <Choices
              name={`step-${id}`}
              legend={wordsOf(c.var, id).title}
              type="radio"
              selected={[]}
              options={outcomes.map((value) => ({ value, label: t(`plan.check-in.${value}`) }))}
            />
          ))}
          <Button kind="primary">{t('plan.check-in.go-on')}</Button>
        </Form>
      </>
    ),
  })
})

checkInPages.post('/:language/check-in/:day', access('newcomer'), async (c, next) => {
  const day = dayOf(c)
  if (!day) return next()
  const told = (await stepsAsked(c)).flatMap((id): [string, Outcome][] => {
    const outcome = outcomes.find((each) => each === c.var.form.get(`step-${id}`))
    return outcome ? [[id, outcome]] : []
  })
  await answerCheckIn(editing(c), day, new Map(told))
  return c.redirect(`/${c.var.language}/check-in/${day}/goals`, 303)
})

checkInPages.get('/:language/check-in/:day/goals', access('newcomer'), (c, next) => (dayOf(c) ? showGoals(c) : next()))

checkInPages.post('/:language/check-in/:day/goals', access('newcomer'), async (c, next) => {
  const day = dayOf(c)
  if (!day) return next()
  const { form, language } = c.var
  const thanks = `/${language}/check-in/${day}/thanks`
  if (form.get('action') === 'skip') return c.redirect(thanks, 303)
  const sent = { values: form.getAll('answer'), day: '', month: '', year: '' }
  const { editor: by, ...file } = editing(c)
  const answered = await answerQuestion({ ...file, by, registered: true }, goals(c), sent)
  return answered.ok ? c.redirect(thanks, 303) : showGoals(c, answered.refusal)
})

checkInPages.get('/:language/check-in/:day/thanks', access('newcomer'), (c, next) => {
  if (!dayOf(c)) return next()
  const { t, language, services } = c.var
  return publicPage(c, {
    title: t('plan.check-in.thanks'),
    exit: true,
    children: (
      <>
        <ConfirmPanel title={t('plan.check-in.thanks')}>
          <p>{t('plan.check-in.thanks-text')}</p>
        </ConfirmPanel>
        <p>{t('plan.asked.sooner', { phone: services.config.officePhone })}</p>
        <ButtonLink href={`/${language}/plan`} kind="primary">
          {t('plan.back')}
        </ButtonLink>
      </>
    ),
  })
})

/** The steps to do now; one that is protected is on no page that a mail leads to. */
async function stepsAsked(c: Context<Env>): Promise<string[]> {
  const { services, db, now } = c.var
  const { plan } = await planAloneOf(services, db, fileOf(c), now)
  return withoutProtected(plan).doNow.map((step) => step.id)
}

async function showGoals(c: Context<Env>, refusal?: AnswerRefusal) {
  const { t, language, services, db, now } = c.var
  const question = goals(c)
  const words = services.reference.words(language).questions[question.id]
  if (!words) throw new Error(`No words for question ${question.id}.`)
  const { profile } = await knowledgeOf(services, db, fileOf(c), now)
  const error = refusal && t(`assessment.error.${refusal}`)
  const sent = refusal && { values: c.var.form.getAll('answer'), day: '', month: '', year: '' }
  return publicPage(c, {
    title: words.text,
    status: refusal ? 422 : 200,
    exit: true,
    children: (
      <>
        {error && <ErrorSummary title={t('common.error-summary')} errors={[{ href: '#answer', text: error }]} />}
        <Form action={`/${language}/check-in/${c.req.param('day')}/goals`} {...formFields(c)}>
          <QuestionField
            c={c}
            question={question}
            words={words}
            known={profile[question.id]}
            sent={sent}
            error={error}
          />
          <p class="actions">
            <Button kind="primary">{t('plan.check-in.go-on')}</Button>
            <Button kind="plain" name="action" value="skip">
              {t('assessment.skip')}
            </Button>
          </p>
        </Form>
      </>
    ),
  })
}

/** What counts most, asked again with what was said before. */
function goals(c: Context<Env>): Question {
  const question = c.var.services.reference.questions.find((each) => each.id === 'top_goals')
  if (!question) throw new Error('No question asks what counts most.')
  return question
}

function dayOf(c: Context<Env>): CheckInDay | undefined {
  return checkInDays.find((day) => String(day) === c.req.param('day'))
}
