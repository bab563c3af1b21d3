import type { Context } from 'hono'
import type { Env } from '#platform/http/env.ts'
import { dayInWords } from '#platform/text/dates.ts'
import { Button, EmptyState, Pager, Queue, Tag, TextField } from '#ui/index.ts'
import type { DirectoryEntry, Found } from '../domain/service.ts'

export function SearchForm({ c, text }: { c: Context<Env>; text: string }) {
  const { t } = c.var
  return (
    <form method="get" action="/workspace/directory" class="search" role="search">
      <TextField
        name="q"
        type="search"
        label={t('directory.search.label')}
        value={text}
        autocomplete="off"
        maxlength={200}
      />
      <Button kind="secondary">{t('directory.search.submit')}</Button>
    </form>
  )
}

/** Dense on purpose: an agent compares, then calls. */
export function Results({
  c,
  text,
  found,
  onLaterPage,
}: {
  c: Context<Env>
  text: string
  found: Found
  onLaterPage: boolean
}) {
  const { t } = c.var
  const page = (after?: string) =>
    `/workspace/directory?${new URLSearchParams({ q: text, ...(after ? { after } : {}) }).toString()}`
  return (
    <section aria-live="polite">
      <Queue
        caption={
          found.more
            ? t('directory.results.more', { count: found.count })
            : t('directory.results.count', { count: found.count })
        }
        columns={[
          t('directory.column.service'),
          t('directory.column.organization'),
          t('directory.column.region'),
          t('directory.column.source'),
          t('directory.column.offered'),
          t('directory.column.confirmed'),
        ]}
        rows={found.entries.map((entry) => ({ cells: cellsOf(c, entry) }))}
        empty={
          <EmptyState title={t('directory.results.none', { text })}>{t('directory.results.none-text')}</EmptyState>
        }
      />
      <Pager
        words={{
          previous: t('directory.results.first'),
          next: t('directory.results.next'),
          label: t('directory.results.pages'),
        }}
        previous={onLaterPage ? page() : undefined}
        next={found.next && page(found.next)}
      />
    </section>
  )
}

function cellsOf(c: Context<Env>, entry: DirectoryEntry) {
  const { t, services } = c.var
  const region = services.reference.regions.find((each) => each.code === entry.region)?.name
  return [
    <bdi>{entry.serviceName ?? t('directory.no-service')}</bdi>,
    <bdi>{entry.organizationName}</bdi>,
    [...new Set([entry.city, region])].filter(Boolean).join(', ') || '–',
    <bdi>{entry.sourceName}</bdi>,
    <State c={c} entry={entry} />,
    entry.confirmedOn ? (
      t('directory.confirmed', { day: dayInWords(entry.confirmedOn, 'fr') })
    ) : (
      <Tag tone="yellow">{t('directory.to-confirm')}</Tag>
    ),
  ]
}

function State({ c, entry }: { c: Context<Env>; entry: DirectoryEntry }) {
  const { t } = c.var
  if (entry.status === 'temporarily closed') return <Tag tone="yellow">{t('directory.state.paused')}</Tag>
  if (entry.status !== 'active') return <Tag>{t('directory.state.ended')}</Tag>
  return entry.opened ? (
    <Tag tone="green">{t('directory.state.offered')}</Tag>
  ) : (
    <Tag>{t('directory.state.not-opened')}</Tag>
  )
}
