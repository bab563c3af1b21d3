import { Hono, type Context } from 'hono'
import { parseId } from '#kernel/id.ts'
import type { Env } from '#platform/http/env.ts'
import { momentShort } from '#platform/text/dates.ts'
import { phoneInWords } from '#platform/text/phone.ts'
import { access, formFields, workspacePage } from '#features/access/index.ts'
import { fileById, personById } from '#features/identity/index.ts'
import {
  countOpenTasks,
  endTask,
  openTasks,
  saveOwner,
  taskById,
  type QueueFilter,
  type Task,
} from '#features/task/index.ts'
import { Bidi, Button, Card, EmptyState, Form, Queue, SummaryList, Tabs, Tag } from '#ui/index.ts'
import { z } from 'zod'

/** The agent's day: what is owed, most overdue first; each row says why it is here, by when, and who has it. */
export const queuePages = new Hono<Env>()

const filters: readonly QueueFilter[] = ['all', 'mine', 'unassigned']
const most = 100

queuePages.get('/workspace', access('agent'), async (c) => {
  const { t, db, actor } = c.var
  if (actor.kind !== 'agent') throw new Error('Only an agent has a queue.')
  const filter = filters.find((each) => each === c.req.query('tab')) ?? 'all'
  const [tasks, counts] = await Promise.all([
    openTasks(db, filter, actor.staffId, most),
    countOpenTasks(db, actor.staffId),
  ])
  c.var.traces.push({ action: 'queue.listed', filter: { tab: filter }, shown: tasks.length })
  return workspacePage(c, {
    title: t('workspace.queue.title'),
    children: (
      <>
        <h1>{t('workspace.queue.title')}</h1>
        <Tabs
          label={t('workspace.queue.tabs')}
          items={filters.map((each) => ({
            href: `/workspace?tab=${each}`,
            label: t(`workspace.queue.${each}`),
            count: Math.min(counts[each], 1000),
            current: each === filter,
          }))}
        />
        <Queue
          caption={t('workspace.queue.caption')}
          columns={[
            t('workspace.queue.person'),
            t('workspace.queue.why'),
            t('workspace.queue.due'),
            t('workspace.queue.owner'),
            t('workspace.queue.language'),
            t('workspace.queue.region'),
            t('workspace.queue.action'),
          ]}
          rows={tasks.map((task) => ({
            cells: cellsOf(c, task),
            tone: task.dueAt < c.var.now ? ('red' as const) : undefined,
          }))}
          empty={<EmptyState title={t('workspace.queue.empty')}>{t('workspace.queue.empty-text')}</EmptyState>}
        />
      </>
    ),
  })
})

function cellsOf(c: Context<Env>, task: Task & { firstName: string | null }) {
  const { t, language, services, actor, now } = c.var
  const href = task.kind === 'call-back' ? `/workspace/calls/${task.id}` : `/workspace/files/${task.fileId ?? ''}`
  const reference = task.fileId?.slice(0, 8) ?? ''
  const mine = actor.kind === 'agent' && task.ownerId === actor.staffId
  return [
    <>
      <a href={href}>
        <Bidi>{task.firstName ?? t('workspace.queue.nameless')}</Bidi>
      </a>{' '}
      <span class="muted">{reference}</span>
    </>,
    <>
      {t(`workspace.reason.${reasonOf(task.reason)}`)}{' '}
      {task.reason === 'urgent-answer' && <Tag tone="red">{t('plan.tag.urgent')}</Tag>}
    </>,
    <>
      <time datetime={task.dueAt.toISOString()}>{momentShort(task.dueAt, language)}</time>{' '}
      {task.dueAt < now && <Tag tone="red">{t('workspace.queue.late')}</Tag>}
    </>,
    mine ? t('workspace.queue.me') : (task.ownerName ?? t('workspace.queue.nobody')),
    services.reference.words('fr').questions['prefer_language']?.options[task.language] ?? task.language,
    services.reference.regions.find((region) => region.code === task.region)?.name ?? t('workspace.queue.no-region'),
    mine ? (
      <a href={href}>{t('workspace.queue.open')}</a>
    ) : (
      <Form action={`/workspace/tasks/${task.id}/take`} {...formFields(c)}>
        <input type="hidden" name="version" value={String(task.version)} />
        <Button kind="secondary">{t('workspace.queue.take')}</Button>
      </Form>
    ),
  ]
}

const reasons = [
  'urgent-answer',
  'first-meeting',
  'first-contact',
  'call-asked',
  'consent-given',
  'consent-refused',
  'referral-declined',
  'referral-unanswered',
  'referral-silent',
  'consent-withdrawn',
  'step-stuck',
  'change-asked',
] as const

function reasonOf(reason: string): (typeof reasons)[number] {
  return reasons.find((each) => each === reason) ?? 'first-meeting'
}

queuePages.post('/workspace/tasks/:id/take', access('agent'), async (c, next) => {
  const { db, actor } = c.var
  const id = parseId(c.req.param('id'))
  const task = id ? await taskById(db, id) : undefined
  if (id && !task) traceRefusal(c, 'task.taken', id)
  if (!task || actor.kind !== 'agent') return next()
  const asSeen = { id: task.id, version: Number(c.var.form.get('version')) }
  if (!(await saveOwner(db, asSeen, actor.staffId))) return showTaken(c)
  c.var.traces.push({ action: 'task.taken', ...(task.fileId ? { fileId: task.fileId } : {}) })
  return c.redirect(task.kind === 'call-back' ? `/workspace/calls/${task.id}` : '/workspace', 303)
})

function showTaken(c: Context<Env>) {
  const { t } = c.var
  return workspacePage(c, {
    title: t('workspace.taken.title'),
    status: 409,
    children: (
      <>
        <h1>{t('workspace.taken.title')}</h1>
        <p>{t('workspace.taken.text')}</p>
        <p>
          <a href="/workspace">{t('workspace.nav.queue')}</a>
        </p>
      </>
    ),
  })
}

const call = z.object({ number: z.string(), hours: z.string() })

queuePages.get('/workspace/calls/:id', access('agent'), async (c, next) => {
  const { t, db, services, language } = c.var
  const id = parseId(c.req.param('id'))
  const task = id ? await taskById(db, id) : undefined
  if (id && !task) traceRefusal(c, 'call.opened', id)
  if (!task?.detailsSealed || task.kind !== 'call-back') return next()
  const details = call.parse(JSON.parse(services.secrets.decrypt(task.detailsSealed)))
  const file = task.fileId ? await fileById(db, task.fileId) : undefined
  const person = file?.personId ? await personById(db, file.personId) : undefined
  c.var.traces.push({ action: 'call.opened', ...(task.fileId ? { fileId: task.fileId } : {}) })
  return workspacePage(c, {
    title: t('workspace.call.title'),
    children: (
      <>
        <h1>{t('workspace.call.title')}</h1>
        <Card>
          <SummaryList
            rows={[
              ...(person ? [{ key: t('workspace.queue.person'), value: <Bidi>{person.firstName}</Bidi> }] : []),
              {
                key: t('workspace.call.number'),
                value: (
                  <a class="tel" href={`tel:${details.number}`}>
                    <bdi dir="ltr">{phoneInWords(details.number)}</bdi>
                  </a>
                ),
              },
              { key: t('workspace.call.hours'), value: <Bidi>{details.hours || '—'}</Bidi> },
              {
                key: t('workspace.queue.language'),
                value:
                  services.reference.words('fr').questions['prefer_language']?.options[task.language] ?? task.language,
              },
              { key: t('workspace.queue.due'), value: momentShort(task.dueAt, language) },
            ]}
          />
        </Card>
        <p>{t('workspace.call.care')}</p>
        <Form action={`/workspace/calls/${task.id}/done`} {...formFields(c)}>
          <Button kind="primary">{t('workspace.call.done')}</Button>
        </Form>
      </>
    ),
  })
})

queuePages.post('/workspace/calls/:id/done', access('agent'), async (c) => {
  const { db, actor, now } = c.var
  const id = parseId(c.req.param('id'))
  const task = id ? await taskById(db, id) : undefined
  if (id && !task) traceRefusal(c, 'call.ended', id)
  // a promise is kept by a meeting, not by this button: only a call ends here
  const ended = task?.kind === 'call-back' && actor.kind === 'agent' && (await endTask(db, task.id, actor.staffId, now))
  if (!ended) return showTaken(c)
  c.var.traces.push({ action: 'call.ended', ...(task.fileId ? { fileId: task.fileId } : {}) })
  return c.redirect('/workspace', 303)
})

queuePages.post('/workspace/tasks/:id/solved', access('agent'), async (c) => {
  const { db, actor, now } = c.var
  const id = parseId(c.req.param('id'))
  const task = id ? await taskById(db, id) : undefined
  if (id && !task) traceRefusal(c, 'task.ended', id)
  const ended = task?.kind === 'plan' && actor.kind === 'agent' && (await endTask(db, task.id, actor.staffId, now))
  if (!ended || !task.fileId) return showTaken(c)
  c.var.traces.push({ action: 'task.ended', fileId: task.fileId })
  return c.redirect(`/workspace/files/${task.fileId}`, 303)
})

/** A task that the database does not show to this agent, or that is done: whichever, the words are the same. */
function traceRefusal(c: Context<Env>, action: string, task: string): void {
  c.var.traces.push({ action, outcome: 'refused', reason: 'not-yours', filter: { task } })
}
