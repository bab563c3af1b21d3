import { Hono, type Context } from 'hono'
import { dayOf } from '#kernel/day.ts'
import { parseId } from '#kernel/id.ts'
import type { Env } from '#platform/http/env.ts'
import { dayInWords } from '#platform/text/dates.ts'
import { access, formFields, workspacePage } from '#features/access/index.ts'
import { Bidi, Button, EmptyState, Form, Notice, Queue } from '#ui/index.ts'
import { outcomes, settleIssue } from '../../commands/fresh/answers.ts'
import { isOwnField } from '../../domain/own-fields.ts'
import { changesOf, openIssues, type ListingChange, type ListingIssue } from '../../store/fresh.ts'
import { isEditor } from '../editors.ts'

/** What must be mended in the directory: each row says why it is there and what to do. */
export const workPages = new Hono<Env>()
const most = 100

workPages.get('/workspace/directory/work', access('agent'), (c) => showWork(c))

workPages.post('/workspace/directory/work/:id', access('agent'), async (c) => {
  const { db, form, services, now, actor } = c.var
  if (!isEditor(c)) return showWork(c, 403)
  const id = parseId(c.req.param('id'))
  const outcome = outcomes.find((each) => each === form.get('outcome'))
  const by = 'label' in actor ? actor.label : ''
  const settled = id && outcome ? await settleIssue(services, db, { id, outcome, by }, now) : undefined
  return settled?.ok ? c.redirect('/workspace/directory/work', 303) : showWork(c, 422)
})

async function showWork(c: Context<Env>, status: 200 | 403 | 422 = 200) {
  const { t, db } = c.var
  const issues = await openIssues(db, most)
  const changes = Map.groupBy(
    await changesOf(
      db,
      issues.map(({ id }) => id),
    ),
    ({ issueId }) => issueId,
  )
  c.var.traces.push({ action: 'directory.work.listed', shown: issues.length })
  return workspacePage(c, {
    title: t('directory.work.title'),
    status,
    children: (
      <>
        <h1>{t('directory.work.title')}</h1>
        <p>{t('directory.work.lead')}</p>
        {status === 422 && <Notice kind="info">{t('directory.work.refusal')}</Notice>}
        {status === 403 && <Notice kind="danger">{t('directory.refusal.role')}</Notice>}
        <Queue
          caption={t('directory.work.caption', { count: issues.length })}
          columns={[
            t('directory.column.service'),
            t('directory.work.why'),
            t('directory.work.how'),
            t('directory.work.since'),
            t('directory.work.do'),
          ]}
          rows={issues.map((issue) => ({ cells: cellsOf(c, issue, changes.get(issue.id) ?? []) }))}
          empty={<EmptyState title={t('directory.work.none')}>{t('directory.work.none-text')}</EmptyState>}
        />
      </>
    ),
  })
}

function cellsOf(c: Context<Env>, issue: ListingIssue, changes: readonly ListingChange[]) {
  const { t, services } = c.var
  const { kind, block } = issue
  const note = issue.noteSealed && services.secrets.decrypt(issue.noteSealed)
  const why =
    kind === 'report'
      ? t('directory.work.kind.report', { block: t(`matching.report.block.${block ?? 'other'}`) })
      : t(`directory.work.kind.${kind}`)
  return [
    <>
      <bdi>{issue.serviceName}</bdi>
      <br />
      <span class="muted">
        <bdi>{issue.organizationName}</bdi> {issue.phone && <Bidi>{issue.phone}</Bidi>}
      </span>
    </>,
    <>
      {why}
      {note && (
        <>
          <br />« <bdi>{note}</bdi> »
        </>
      )}
      {changes.length > 0 && <Proposed c={c} changes={changes} />}
    </>,
    changes.length > 0 ? t('directory.work.mend.proposed') : t(`directory.work.mend.${kind}`),
    dayInWords(dayOf(issue.at), 'fr'),
    isEditor(c) ? <Settle c={c} issue={issue} proposed={changes.length > 0} /> : '–',
  ]
}

/** What the organization would write: before, and after. */
function Proposed({ c, changes }: { c: Context<Env>; changes: readonly ListingChange[] }) {
  const { t } = c.var
  return (
    <dl>
      {changes.flatMap(({ field, before, after }) =>
        isOwnField(field)
          ? [
              <dt>{t(`directory.own.${field}`)}</dt>,
              <dd>
                <del>
                  <bdi>{before ?? '–'}</bdi>
                </del>{' '}
                <ins>
                  <bdi>{after ?? '–'}</bdi>
                </ins>
              </dd>,
            ]
          : [],
      )}
    </dl>
  )
}

function Settle({ c, issue, proposed }: { c: Context<Env>; issue: ListingIssue; proposed: boolean }) {
  const { t } = c.var
  const offered = outcomes.filter((each) =>
    each === 'publish' ? proposed : each !== 'mended' || issue.kind === 'report' || issue.kind === 'changed',
  )
  return (
    <Form action={`/workspace/directory/work/${issue.id}`} {...formFields(c)}>
      <p class="actions">
        {offered.map((outcome) => (
          <Button kind="plain" name="outcome" value={outcome}>
            {t(`directory.work.outcome.${outcome}`)}
            <span class="hidden"> {issue.serviceName}</span>
          </Button>
        ))}
      </p>
    </Form>
  )
}
