import type { Context } from 'hono'
import type { Env } from '#platform/http/env.ts'
import { EmptyState, Pager, Queue, Tabs, Tag, type QueueTone } from '#ui/index.ts'
import type { ImportChange } from '../../domain/import-report.ts'
import type { Upload, UploadSummary } from '../../domain/upload.ts'

type Kind = ImportChange['kind']
type Shown = { c: Context<Env>; upload: Upload; summary: UploadSummary }

/** What takes something away comes first. */
const kinds: readonly Kind[] = ['gone', 'changed', 'back', 'added']
const tones: Record<Kind, QueueTone> = { gone: 'red', changed: 'yellow', back: 'blue', added: 'green' }
const page = 100

/** The changes that were named, field by field, a kind at a time. */
export function Changes({ c, upload, summary }: Shown) {
  const { t } = c.var
  const { changes } = summary
  const told = changes.length
  const all = summary.added + summary.changed + summary.ended + summary.back
  return (
    <section id="changes">
      <h2>{t(upload.status === 'applied' ? 'directory.uploads.changes-done' : 'directory.uploads.changes')}</h2>
      {told > 0 && <Named c={c} upload={upload} changes={changes} />}
      {told > 0 && told < all && <p class="muted">{t('directory.uploads.changes.some')}</p>}
      {told === 0 && summary.added > 0 && <p>{t('directory.uploads.changes.new-source')}</p>}
      {told === 0 && summary.added === 0 && <p>{t('directory.uploads.changes.none-at-all')}</p>}
    </section>
  )
}

function Named({ c, upload, changes }: { c: Context<Env>; upload: Upload; changes: readonly ImportChange[] }) {
  const { t } = c.var
  const kind = kinds.find((each) => each === c.req.query('kind'))
  const of = (one: Kind) => changes.filter((change) => change.kind === one)
  const chosen = kind ? of(kind) : kinds.flatMap(of)
  const from = Math.max(0, Math.trunc(Number(c.req.query('from'))) || 0)
  const rows = chosen.slice(from, from + page)
  const href = (of: Kind | undefined, start = 0) =>
    `/workspace/directory/imports/${upload.id}?${new URLSearchParams({
      ...(of ? { kind: of } : {}),
      ...(start > 0 ? { from: String(start) } : {}),
    }).toString()}#changes`
  const tab = (of: Kind | undefined, count: number) => ({ href: href(of), count, current: of === kind })
  return (
    <>
      <Tabs
        label={t('directory.uploads.changes.kinds')}
        items={[
          { label: t('directory.uploads.changes.all'), ...tab(undefined, changes.length) },
          ...kinds.map((each) => ({ label: t(`directory.uploads.changes.${each}`), ...tab(each, of(each).length) })),
        ]}
      />
      <Rows c={c} rows={rows} from={from} count={chosen.length} />
      <Pager
        words={{ previous: t('directory.uploads.changes.first'), next: t('directory.uploads.changes.next') }}
        previous={from > 0 ? href(kind) : undefined}
        next={from + page < chosen.length ? href(kind, from + page) : undefined}
      />
    </>
  )
}

type RowsProps = { c: Context<Env>; rows: readonly ImportChange[]; from: number; count: number }

function Rows({ c, rows, from, count }: RowsProps) {
  const { t } = c.var
  return (
    <Queue
      caption={t('directory.uploads.changes.caption', { from: from + 1, to: from + rows.length, count })}
      columns={[
        t('directory.uploads.changes.what'),
        t('directory.uploads.changes.kind'),
        t('directory.uploads.changes.why'),
        t('directory.uploads.changes.fields'),
      ]}
      rows={rows.map((change) => ({
        tone: tones[change.kind],
        cells: [
          <bdi>{change.label}</bdi>,
          t(`directory.table.${change.table}`),
          <Tag tone={tones[change.kind]}>{t(`directory.uploads.changes.why.${change.kind}`)}</Tag>,
          <Fields c={c} change={change} />,
        ],
      }))}
      empty={
        <EmptyState title={t('directory.uploads.changes.none')}>{t('directory.uploads.changes.none-text')}</EmptyState>
      }
    />
  )
}

/** When something was put away, its row says already. */
const told = ['gone_at']

function Fields({ c, change }: { c: Context<Env>; change: ImportChange }) {
  const { t } = c.var
  const value = (text: string) =>
    text === '' ? <span class="muted">{t('directory.uploads.changes.empty-value')}</span> : <bdi>{text}</bdi>
  const fields = change.fields.filter(({ name }) => !told.includes(name))
  if (fields.length === 0) return <>–</>
  return (
    <ul class="plain-list">
      {fields.map(({ name, before, after }) => (
        <li>
          <code>{name}</code>{' '}
          <del>
            <span class="hidden">{t('directory.uploads.changes.before')}</span>
            {value(before)}
          </del>{' '}
          <span aria-hidden="true">→</span>{' '}
          <ins>
            <span class="hidden">{t('directory.uploads.changes.after')}</span>
            {value(after)}
          </ins>
        </li>
      ))}
    </ul>
  )
}
