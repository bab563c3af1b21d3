import type { Context } from 'hono'
import type { Env } from '#platform/http/env.ts'
import { csvLine, safeCell } from '#platform/text/csv.ts'
import { EmptyState, Queue, Tag } from '#ui/index.ts'
import type { ProblemGroup, Upload, UploadSummary } from '../../domain/upload.ts'
import type { KeptProblem } from '../../store/uploads.ts'

/** Rows with the same fault together: why, how to mend it, and where the first of them stand. */
export function Problems({ c, upload, summary }: { c: Context<Env>; upload: Upload; summary: UploadSummary }) {
  const { t } = c.var
  return (
    <section>
      <h2>{t('directory.uploads.problems')}</h2>
      {summary.problems > 0 && (
        <p>
          <a href={`/workspace/directory/imports/${upload.id}/problems.csv`}>{t('directory.uploads.problems.csv')}</a>
        </p>
      )}
      <Queue
        caption={t('directory.uploads.problems.caption', { count: summary.problems })}
        columns={[
          t('directory.uploads.problems.where'),
          t('directory.uploads.problems.kind'),
          t('directory.uploads.problems.reason'),
          t('directory.uploads.problems.mend'),
          t('directory.uploads.problems.count'),
          t('directory.uploads.problems.examples'),
        ]}
        rows={summary.groups.map((group) => ({
          tone: group.kind === 'refused' ? 'red' : 'yellow',
          cells: cellsOf(c, group),
        }))}
        empty={
          <EmptyState title={t('directory.uploads.problems.none')}>
            {t('directory.uploads.problems.none-text')}
          </EmptyState>
        }
      />
    </section>
  )
}

function cellsOf({ var: { t } }: Context<Env>, { kind, file, column, reason, count, first }: ProblemGroup) {
  return [
    <>
      <bdi>{file}</bdi> {column && <code>{column}</code>}
    </>,
    <Tag tone={kind === 'refused' ? 'red' : 'yellow'}>{t(`directory.uploads.problems.${kind}`)}</Tag>,
    t(`directory.fault.${reason}`),
    t(`directory.mend.${reason}`),
    String(count),
    <ul class="plain-list">
      {first.map(({ line, value }) => (
        <li>
          <bdi>
            {value === ''
              ? t('directory.uploads.problems.line', { line: String(line) })
              : t('directory.uploads.problems.value', { line: String(line), value })}
          </bdi>
        </li>
      ))}
    </ul>,
  ]
}

const mark = '\uFEFF' // without it a spreadsheet reads the accents of a CSV file wrong

/** Every problem that was kept, for whoever mends the file. */
export function problemsCsv({ var: { t } }: Context<Env>, problems: readonly KeptProblem[]): string {
  const header = (['kind', 'file', 'line', 'column', 'value', 'reason', 'mend'] as const).map((name) =>
    t(`directory.uploads.csv.${name}`),
  )
  const rows = problems.map(({ kind, file, line, column, value, reason }) => [
    t(`directory.uploads.problems.${kind}`),
    ...[file, String(line), column, value, t(`directory.fault.${reason}`), t(`directory.mend.${reason}`)],
  ])
  return mark + [header, ...rows].map((row) => csvLine(row.map(safeCell))).join('')
}
