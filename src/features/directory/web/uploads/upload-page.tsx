import type { Context } from 'hono'
import type { Env } from '#platform/http/env.ts'
import { formFields, workspacePage } from '#features/access/index.ts'
import { BackLink, Button, ButtonLink, Form, Notice, SummaryList } from '#ui/index.ts'
import { changesNothing, type Upload, type UploadSummary } from '../../domain/upload.ts'
import { sources } from '../../queries.ts'
import { summaryOfUpload } from '../../store/uploads.ts'
import { Opening } from '../sources.tsx'
import { Changes } from './changes.tsx'
import { Problems } from './problems.tsx'

/** One file: where it stands and what can be done, then what changes, then what is wrong in it. */
export async function showUpload(c: Context<Env>, upload: Upload, refusal: string | undefined) {
  const { t, db } = c.var
  const summary = await summaryOfUpload(db, upload.id)
  return workspacePage(c, {
    title: upload.fileName,
    status: refusal ? 422 : 200,
    children: (
      <>
        <BackLink href="/workspace/directory/imports">{t('directory.uploads.title')}</BackLink>
        <h1>
          <bdi>{upload.fileName}</bdi>
        </h1>
        {refusal && (
          <Notice kind="danger">
            <p>{refusal}</p>
          </Notice>
        )}
        <Standing c={c} upload={upload} summary={summary} />
        {upload.status === 'applied' && <Opened c={c} upload={upload} />}
        {summary && <InShort c={c} upload={upload} summary={summary} />}
        {summary && <Changes c={c} upload={upload} summary={summary} />}
        {summary && <Problems c={c} upload={upload} summary={summary} />}
      </>
    ),
  })
}

type Shown = { c: Context<Env>; upload: Upload; summary: UploadSummary | undefined }

function Standing({ c, upload, summary }: Shown) {
  const { t } = c.var
  const { status, failure } = upload
  if (status === 'waiting' || status === 'asked') return <Waiting c={c} upload={upload} status={status} />
  if (status === 'read') return <Deciding c={c} upload={upload} summary={summary} />
  const said = failure
    ? t(`directory.uploads.failure.${failure}`)
    : t(`directory.uploads.state.${status === 'applied' ? status : 'refused'}`)
  return (
    <Notice kind={status === 'applied' ? 'success' : status === 'failed' ? 'danger' : 'info'}>
      <p>{said}</p>
      {status !== 'applied' && (
        <p>
          <a href="/workspace/directory/imports">{t('directory.uploads.other')}</a>
        </p>
      )}
    </Notice>
  )
}

function Waiting({ c, upload, status }: { c: Context<Env>; upload: Upload; status: 'waiting' | 'asked' }) {
  const { t } = c.var
  return (
    <>
      <Notice kind="info">
        <p>{t(`directory.uploads.state.${status}`)}</p>
      </Notice>
      <div class="actions">
        <ButtonLink href={`/workspace/directory/imports/${upload.id}`} kind="primary">
          {t('directory.uploads.look-again')}
        </ButtonLink>
        {status === 'waiting' && <PutAway c={c} upload={upload} />}
      </div>
    </>
  )
}

function Deciding({ c, upload, summary }: Shown) {
  const { t } = c.var
  const nothing = summary !== undefined && changesNothing(summary)
  const state = !nothing ? 'read' : summary.loaded === 0 && summary.refused > 0 ? 'none-taken' : 'nothing'
  return (
    <>
      <Notice kind="warning">
        <p>{t(`directory.uploads.state.${state}`)}</p>
      </Notice>
      <div class="actions">
        {!nothing && (
          <Form action={`/workspace/directory/imports/${upload.id}/apply`} {...formFields(c)}>
            <Button>{t('directory.uploads.apply')}</Button>
          </Form>
        )}
        <PutAway c={c} upload={upload} />
      </div>
    </>
  )
}

function PutAway({ c, upload }: { c: Context<Env>; upload: Upload }) {
  return (
    <Form action={`/workspace/directory/imports/${upload.id}/refuse`} {...formFields(c)}>
      <Button kind="secondary">{c.var.t('directory.uploads.refuse')}</Button>
    </Form>
  )
}

/** The next step of who applied a new source. */
async function Opened({ c, upload }: { c: Context<Env>; upload: Upload }) {
  const source = (await sources(c.var.db)).find(({ id }) => id === upload.sourceId)
  return source ? (
    <div class="actions">
      <Opening c={c} source={source} mayOpen />
    </div>
  ) : (
    <></>
  )
}

type Rows = { loaded: number; refused: number }

function InShort({ c, upload, summary }: Shown & { summary: UploadSummary }) {
  const { t } = c.var
  const source = (
    <>
      <bdi>{upload.sourceName}</bdi> <code>{upload.sourceId}</code>
    </>
  )
  return (
    <section>
      <h2>{t('directory.uploads.summary')}</h2>
      <SummaryList
        rows={[
          { key: t('directory.uploads.summary.source'), value: source },
          { key: t('directory.uploads.summary.layout'), value: <bdi>{summary.layout}</bdi> },
          { key: t('directory.uploads.summary.entries'), value: t('directory.uploads.summary.entries-text', summary) },
          { key: t('directory.uploads.summary.gone'), value: t('directory.uploads.summary.gone-text', summary) },
          { key: t('directory.uploads.summary.rows'), value: <RowsRead c={c} summary={summary} /> },
        ]}
      />
    </section>
  )
}

function RowsRead({ c, summary }: { c: Context<Env>; summary: UploadSummary }) {
  const { t } = c.var
  const rowsOf = ({ loaded, refused }: Rows) => t('directory.uploads.summary.rows-text', { loaded, refused })
  return (
    <>
      {rowsOf(summary)}
      {summary.files.length > 1 && (
        <ul class="plain-list muted">
          {summary.files.map((each) => (
            <li>
              <bdi>{t('directory.uploads.summary.file', { file: each.file, rows: rowsOf(each) })}</bdi>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
