import { sql } from 'kysely'
import type { Db } from '#platform/db/db.ts'
import type { DirectoryEntry } from '../../domain/service.ts'

export type Place = { sort: string; id: string }
export type SearchRow = DirectoryEntry & Place

/** A word anywhere in a name, without regard to accents or case. */
function likes(words: readonly string[]) {
  const name = sql`lower(unaccent(concat_ws(' ', service.name, service.alternate_name, organization.name,
    organization.alternate_name)))`
  return words.map((word) => sql<boolean>`${name} like lower(unaccent(${containing(word)}))`)
}

/** What the person typed stands for itself: no sign of it is a pattern's. */
export function containing(word: string): string {
  return `%${word.replace(/[\\%_]/g, '\\$&')}%`
}

function named(db: Db, words: readonly string[]) {
  const all = db.selectFrom('organization').leftJoin('service', 'service.organization_id', 'organization.id')
  return likes(words).reduce((query, condition) => query.where(condition), all)
}

/** Services by their own or their organization's name, and organizations that list none; after a place, in the order of names. */
export async function entriesNamed(
  db: Db,
  words: readonly string[],
  after: Place | undefined,
  limit: number,
): Promise<SearchRow[]> {
  const sort = sql<string>`lower(unaccent(coalesce(service.name, organization.name))) collate "C"`
  const id = sql<string>`coalesce(service.id, organization.id)`
  const found = named(db, words)
    .innerJoin('directory_source as source', 'source.id', 'organization.source_id')
    .select([
      'organization.id as organizationId',
      'organization.name as organizationName',
      'service.id as serviceId',
      'service.name as serviceName',
      'organization.region',
      'organization.city',
      'source.name as sourceName',
      'organization.confirmed_on as confirmedOn',
    ])
    .select([
      sql<DirectoryEntry['status']>`case when organization.status = 'active' then coalesce(service.status,
        'active') else organization.status end`.as('status'),
      sql<boolean>`source.opened_at is not null`.as('opened'),
      sort.as('sort'),
      id.as('id'),
    ])
  const later = after ? found.where(sql<boolean>`(${sort}, ${id}) > (${after.sort}, ${after.id}::uuid)`) : found
  return later.orderBy(sort).orderBy(id).limit(limit).execute()
}

/** How many there are, counted no further than the limit. */
export async function countNamed(db: Db, words: readonly string[], limit: number): Promise<number> {
  const counted = db
    .selectFrom(named(db, words).select('organization.id').limit(limit).as('found'))
    .select((row) => row.fn.countAll<string>().as('count'))
  const { count } = await counted.executeTakeFirstOrThrow()
  return Number(count)
}
