import { Hono, type Context } from 'hono'
import { dayOf, parseDay, writtenDay } from '#kernel/day.ts'
import type { Env } from '#platform/http/env.ts'
import { dayFields } from '#platform/http/form.ts'
import { dayInWords, momentShort } from '#platform/text/dates.ts'
import { access, formFields, workspacePage } from '#features/access/index.ts'
import { meetingsOf, noteMeeting } from '#features/appointment/index.ts'
import { planOf } from '#features/plan/index.ts'
import { referralsOfFile, stateText } from '#features/referral/index.ts'
import { openTasksOfFile } from '#features/task/index.ts'
import { Bidi, Button, Card, DateField, Details, ErrorSummary, Form, SummaryList, Tag } from '#ui/index.ts'
import { History } from './history.tsx'
import { Household } from './household.tsx'
import { openFile, type Opened } from './opening.tsx'

/** One person's file, for an agent of their territory: now, who follows, what is missing; each reading leaves a trace. */
export const filePages = new Hono<Env>()

filePages.get('/workspace/files/:id', access('agent'), async (c, next) => {
  const opened = await openFile(c)
  return opened ? showFile(c, opened) : next()
})

filePages.post('/workspace/files/:id/meetings', access('agent'), async (c, next) => {
  const opened = await openFile(c)
  const { form, services, db, actor, now, t } = c.var
  if (!opened || actor.kind !== 'agent') return next()
  const day = parseDay(writtenDay(dayFields(form, 'held')))
  if (!day) return showFile(c, opened, t('workspace.meeting.not-a-day'))
  const noted = await noteMeeting(services, db, { fileId: opened.file.id, staffId: actor.staffId, heldOn: day }, now)
  if (!noted.ok) return showFile(c, opened, t('workspace.meeting.not-yet'))
  c.var.traces.push({ action: 'meeting.noted', fileId: opened.file.id })
  return c.redirect(`/workspace/files/${opened.file.id}`, 303)
})

async function showFile(c: Context<Env>, { file, person }: Opened, error?: string) {
  const { t, db, services, now } = c.var
  const view = await planOf(services, db, file.id, now, 'fr')
  const words = services.reference.words('fr')
  const answers = services.reference.questions.filter((question) => view.knowledge.profile[question.id] !== undefined)
  const region = services.reference.regions.find((each) => each.code === file.region)?.name
  return workspacePage(c, {
    title: person.firstName,
    status: error ? 422 : 200,
    children: (
      <>
        {error && <ErrorSummary title={t('common.error-summary')} errors={[{ href: '#held-day', text: error }]} />}
        <h1>
          <Bidi>{person.firstName}</Bidi> <Tag tone="neutral">{file.id.slice(0, 8)}</Tag>
        </h1>
        <SummaryList
          rows={[
            {
              key: t('workspace.file.language'),
              value:
                words.questions['prefer_language']?.options[
                  String(view.knowledge.profile['prefer_language'] ?? person.language)
                ] ?? person.language,
            },
            ...(person.emailSealed
              ? [
                  {
                    key: t('workspace.file.email'),
                    value: <Mail address={services.secrets.decrypt(person.emailSealed)} />,
                  },
                ]
              : []),
            { key: t('workspace.file.region'), value: region ?? t('workspace.queue.no-region') },
            { key: t('workspace.file.registered'), value: momentShort(person.registeredAt, 'fr') },
          ]}
        />
        <div class="columns">
          <Card title={t('workspace.file.now')} level={2}>
            <ol>
              {view.plan.doNow.map((step) => (
                <li>
                  {words.steps[step.id]?.title ?? step.id}
                  {step.urgent && (
                    <>
                      {' '}
                      <Tag tone="red">{t('plan.tag.urgent')}</Tag>
                    </>
                  )}
                </li>
              ))}
            </ol>
            <p>
              <a href={`/workspace/files/${file.id}/plan`}>{t('workspace.file.plan')}</a>
              <br />
              <a href={`/workspace/files/${file.id}/assessment`}>{t('workspace.file.assessment')}</a>
            </p>
            <p class="muted">
              {t('workspace.file.later', {
                count: view.plan.later.reduce((sum, group) => sum + group.steps.length, 0),
              })}
            </p>
          </Card>
          <Promises c={c} fileId={file.id} />
          <Card title={t('workspace.file.referrals')} level={2}>
            <Referrals c={c} fileId={file.id} />
            <h3>{t('workspace.file.refer')}</h3>
            <ul class="plain-list">
              {view.plan.needIds
                .filter((need) => view.services.has(need))
                .map((need) => (
                  <li>
                    <a href={`/workspace/files/${file.id}/refer?need=${need}`}>{words.needs[need]?.title ?? need}</a>
                  </li>
                ))}
            </ul>
          </Card>
          <Household c={c} fileId={file.id} />
        </div>
        <MeetingForm c={c} fileId={file.id} error={error} />
        <Details summary={t('workspace.file.answers', { count: answers.length })}>
          <SummaryList
            rows={answers.map((question) => ({
              key: words.questions[question.id]?.text ?? question.id,
              value: answerText(words.questions[question.id]?.options ?? {}, view.knowledge.profile[question.id]),
            }))}
          />
        </Details>
        <History c={c} fileId={file.id} />
      </>
    ),
  })
}

function answerText(options: Record<string, string>, value: unknown): string {
  if (Array.isArray(value)) return value.map((each) => options[String(each)] ?? String(each)).join(', ') || '—'
  const text = String(value)
  return parseDay(text) ? dayInWords(text, 'fr') : (options[text] ?? text)
}

async function Promises({ c, fileId }: { c: Context<Env>; fileId: string }) {
  const { t, db, now } = c.var
  const tasks = await openTasksOfFile(db, fileId)
  const meetings = await meetingsOf(db, fileId)
  return (
    <Card title={t('workspace.file.promises')} level={2}>
      <ul class="plain-list">
        {tasks
          .filter((task) => task.kind !== 'call-back')
          .map((task) => (
            <li>
              {t(`workspace.kind.${task.kind}`)} – {momentShort(task.dueAt, 'fr')}{' '}
              {task.dueAt < now && <Tag tone="red">{t('workspace.queue.late')}</Tag>}
              <br />
              <span class="muted">{task.ownerName ?? t('workspace.queue.nobody')}</span>
              {task.kind === 'plan' && (
                <Form action={`/workspace/tasks/${task.id}/solved`} {...formFields(c)}>
                  <Button kind="secondary">{t('workspace.file.solved')}</Button>
                </Form>
              )}
            </li>
          ))}
        {meetings.map((meeting) => (
          <li>{t('workspace.meeting.held', { day: dayInWords(meeting.heldOn, 'fr') })}</li>
        ))}
        {tasks.length + meetings.length === 0 && <li>{t('workspace.file.nothing-owed')}</li>}
      </ul>
    </Card>
  )
}

async function Referrals({ c, fileId }: { c: Context<Env>; fileId: string }) {
  const referrals = await referralsOfFile(c.var.db, fileId)
  if (referrals.length === 0) return <p>{c.var.t('workspace.file.no-referral')}</p>
  return (
    <ul class="plain-list">
      {referrals.map((each) => (
        <li>
          <a href={`/workspace/files/${fileId}/referrals/${each.id}`}>{each.serviceName}</a>
          <br />
          <Tag tone={each.status === 'completed' ? 'green' : 'blue'}>{stateText(c, each)}</Tag>
        </li>
      ))}
    </ul>
  )
}

function MeetingForm({ c, fileId, error }: { c: Context<Env>; fileId: string; error: string | undefined }) {
  const { t, now, form } = c.var
  const [year = '', month = '', day = ''] = dayOf(now).split('-')
  return (
    <Card title={t('workspace.meeting.title')} level={2}>
      <Form action={`/workspace/files/${fileId}/meetings`} {...formFields(c)}>
        <DateField
          name="held"
          legend={t('workspace.meeting.held-on')}
          error={error}
          day={form?.get('held-day') ?? day}
          month={form?.get('held-month') ?? month}
          year={form?.get('held-year') ?? year}
          words={{ day: t('common.day'), month: t('common.month'), year: t('common.year') }}
        />
        <Button kind="secondary">{t('workspace.meeting.note')}</Button>
      </Form>
    </Card>
  )
}

/** How to reach someone who was promised a meeting; opening the file has left its trace. */
function Mail({ address }: { address: string }) {
  return (
    <a href={`mailto:${address}`}>
      <bdi dir="ltr">{address}</bdi>
    </a>
  )
}
