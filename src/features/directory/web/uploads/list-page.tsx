import type { Context } from 'hono'
import type { Env } from '#platform/http/env.ts'
import { momentShort } from '#platform/text/dates.ts'
import { workspacePage } from '#features/access/index.ts'
import { BackLink, EmptyState, ErrorSummary, Queue, Tag, type QueueTone } from '#ui/index.ts'
import type { Upload, UploadStatus } from '../../domain/upload.ts'
import { sources } from '../../queries.ts'
import { recentUploads } from '../../store/uploads.ts'
import { faultWords, NewUpload, type Given } from './form.tsx'

const most = 100

/** What was handed over lately, what waits for a decision first; below it the form. */
export async function showUploads(c: Context<Env>, given: Given = { faults: [], sourceId: '', sourceName: '' }) {
  const { t, db } = c.var
  const [uploads, known] = [await recentUploads(db, most), await sources(db)]
  const title = t('directory.uploads.title')
  const { faults } = given
  return workspacePage(c, {
    title: faults.length > 0 ? t('common.error-title', { title }) : title,
    status: faults.length > 0 ? 422 : 200,
    children: (
      <>
        <BackLink href="/workspace/directory">{t('directory.uploads.back')}</BackLink>
        {faults.length > 0 && (
          <ErrorSummary
            title={t('common.error-summary')}
            errors={faults.map((fault) => ({ href: `#${fault.field}`, text: faultWords(c, fault) }))}
          />
        )}
        <h1>{title}</h1>
        <p>{t('directory.uploads.text')}</p>
        <Uploads c={c} uploads={uploads} />
        <NewUpload c={c} given={given} known={known} />
      </>
    ),
  })
}

/** Yellow is for what waits for the editor. */
export const tones: Record<UploadStatus, QueueTone> = {
  waiting: 'blue',
  read: 'yellow',
  asked: 'blue',
  applied: 'green',
  failed: 'red',
  refused: 'neutral',
}

function Uploads({ c, uploads }: { c: Context<Env>; uploads: readonly Upload[] }) {
  const { t } = c.var
  return (
    <section>
      <h2>{t('directory.uploads.received')}</h2>
      <Queue
        caption={t('directory.uploads.caption', { count: uploads.length })}
        columns={[
          t('directory.uploads.column.file'),
          t('directory.uploads.column.source'),
          t('directory.uploads.column.why'),
          t('directory.uploads.column.since'),
        ]}
        rows={uploads.map((upload) => ({
          tone: tones[upload.status],
          cells: [
            <a href={`/workspace/directory/imports/${upload.id}`}>
              <bdi>{upload.fileName}</bdi>
            </a>,
            <>
              <bdi>{upload.sourceName}</bdi> <code>{upload.sourceId}</code>
            </>,
            <>
              <Tag tone={tones[upload.status]}>{t(`directory.uploads.why.${upload.status}`)}</Tag>
              {upload.failure && <p>{t(`directory.uploads.failure.${upload.failure}`)}</p>}
            </>,
            momentShort(upload.since, 'fr'),
          ],
        }))}
        empty={<EmptyState title={t('directory.uploads.none')}>{t('directory.uploads.none-text')}</EmptyState>}
      />
    </section>
  )
}
