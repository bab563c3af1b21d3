import type { Context } from 'hono'
import type { Env } from '#platform/http/env.ts'
import { momentShort } from '#platform/text/dates.ts'
import { formFields } from '#features/access/index.ts'
import { Button, EmptyState, Form, Notice, Queue, Tag } from '#ui/index.ts'
import type { Source } from '../domain/service.ts'

type SourcesProps = { c: Context<Env>; sources: readonly Source[]; mayOpen: boolean; refusal: string | undefined }

/** Where the entries come from. Opening a source is an editor's word that it may be offered to newcomers. */
export function Sources({ c, sources, mayOpen, refusal }: SourcesProps) {
  const { t } = c.var
  return (
    <section>
      <h2>{t('directory.sources.title')}</h2>
      {refusal && (
        <Notice kind="danger">
          <p>{refusal}</p>
        </Notice>
      )}
      <p>{t('directory.sources.text')}</p>
      <Queue
        caption={t('directory.sources.caption', { count: sources.length })}
        columns={[
          t('directory.column.source'),
          t('directory.column.organizations'),
          t('directory.column.services'),
          t('directory.column.imported'),
          t('directory.column.offered'),
        ]}
        rows={sources.map((source) => ({
          cells: [
            <bdi>{source.name}</bdi>,
            String(source.organizations),
            String(source.services),
            source.importedAt ? momentShort(source.importedAt, 'fr') : '–',
            <Opening c={c} source={source} mayOpen={mayOpen} />,
          ],
        }))}
        empty={<EmptyState title={t('directory.sources.none')}>{t('directory.sources.none-text')}</EmptyState>}
      />
    </section>
  )
}

/** The button of an editor, or since when it is open. */
export function Opening({ c, source, mayOpen }: { c: Context<Env>; source: Source; mayOpen: boolean }) {
  const { t } = c.var
  if (source.openedAt)
    return <Tag tone="green">{t('directory.sources.open-since', { day: momentShort(source.openedAt, 'fr') })}</Tag>
  if (!mayOpen) return <Tag>{t('directory.state.not-opened')}</Tag>
  return (
    <Form action={`/workspace/directory/sources/${source.id}/open`} {...formFields(c)}>
      <Button kind="secondary">
        {t('directory.sources.open')}
        <span class="hidden"> {source.name}</span>
      </Button>
    </Form>
  )
}
