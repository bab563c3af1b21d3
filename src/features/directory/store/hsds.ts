import { sql, type RawBuilder } from 'kysely'
import type { Id } from '#kernel/id.ts'
import type { Db } from '#platform/db/db.ts'
import { documents, type Doc, type DocumentName } from '../domain/hsds/documents.ts'
import type { Table } from '../domain/hsds/model.ts'
import { documentSql, shownSql } from './documents.ts'
import { containing } from './search/named.ts'

type Sql = RawBuilder<unknown>
/** What a list is narrowed to; all of it adds up. */
export type Filter = {
  words: readonly string[]
  organizationId?: Id | undefined
  termId?: Id | undefined
  taxonomyId?: Id | undefined
  parentId?: Id | undefined
  topOnly?: boolean
  modifiedAfter?: string | undefined
  near?: { lat: number; lon: number; metres: number } | undefined
}
export type Place = { sort: string; id: Id }

/** Imported sources too, opened to newcomers or not; never what belongs to no known organization, or to one that is suspended. */
const sorts: Partial<Record<Table, Sql>> = {
  service_at_location: sql`(select lower(unaccent(s.name)) from service s where s.id = r.service_id) collate "C"`,
}

function sortOf(table: Table): Sql {
  return sorts[table] ?? sql`lower(unaccent(r.name)) collate "C"`
}

const names: Partial<Record<Table, Sql>> = {
  service: sql`(select concat_ws(' ', r.name, r.alternate_name, o.name, o.alternate_name, r.description)
    from organization o where o.id = r.organization_id)`,
  organization: sql`concat_ws(' ', r.name, r.alternate_name, r.description)`,
  service_at_location: sql`(select concat_ws(' ', s.name, s.alternate_name, o.name, o.alternate_name, s.description)
    from service s join organization o on o.id = s.organization_id where s.id = r.service_id)`,
}

/** The term and all terms under it; `union` ends where a vocabulary turns in a circle. */
function below(termId: Id): Sql {
  return sql`(with recursive below (id) as (select ${termId}::uuid union select t.id
    from taxonomy_term t join below on t.parent_id = below.id) select id from below)`
}

function ofTaxonomy(taxonomyId: Id): Sql {
  return sql`(select id from taxonomy_term where taxonomy_id = ${taxonomyId})`
}

/** An organization is described by its own terms and by those of its services. */
function described(table: Table, terms: Sql): Sql {
  const linked = sql`select from attribute a where a.taxonomy_term_id in ${terms}`
  const service = table === 'service_at_location' ? sql`r.service_id` : sql`r.id`
  const direct = sql`exists (${linked} and a.link_id = ${service})`
  return table === 'organization'
    ? sql`(${direct} or exists (${linked} and a.link_id in (select id from service where organization_id = r.id)))`
    : direct
}

function ofOrganization(table: Table, id: Id): Sql {
  return table === 'service_at_location'
    ? sql`exists (select from service s where s.id = r.service_id and s.organization_id = ${id})`
    : sql`r.organization_id = ${id}`
}

/** At the moment or after it, as the standard says: whoever asks from where they stopped misses nothing. */
function changedSince(table: Table, moment: string): Sql {
  return table === 'service_at_location'
    ? sql`exists (select from service s where s.id = r.service_id and s.last_modified >= ${moment}::timestamptz)`
    : sql`r.last_modified >= ${moment}::timestamptz`
}

const metresPerDegree = 111_195

/** In a straight line; a confidential place is near nothing. The band of latitude comes from an index. */
function within({ lat, lon, metres }: { lat: number; lon: number; metres: number }): Sql {
  const band = metres / metresPerDegree + 0.001
  return sql`exists (select from location l where l.id = r.location_id and not l.confidential
    and l.latitude between ${lat - band} and ${lat + band} and l.longitude is not null
    and metres_between(l.latitude, l.longitude, ${lat}, ${lon}) <= ${metres})`
}

function conditions(table: Table, filter: Filter): Sql {
  const { words, organizationId, termId, taxonomyId, parentId, topOnly, modifiedAfter, near } = filter
  const text = sql`lower(unaccent(${names[table] ?? sql`concat_ws(' ', r.name, r.description)`}))`
  const all = [
    shownSql(table, 'r'),
    ...words.map((word) => sql`${text} like lower(unaccent(${containing(word)}))`),
    ...(organizationId ? [ofOrganization(table, organizationId)] : []),
    ...(termId ? [described(table, below(termId))] : []),
    ...(taxonomyId
      ? [table === 'taxonomy_term' ? sql`r.taxonomy_id = ${taxonomyId}` : described(table, ofTaxonomy(taxonomyId))]
      : []),
    ...(parentId ? [sql`r.parent_id = ${parentId}`] : []),
    ...(topOnly ? [sql`r.parent_id is null`] : []),
    ...(modifiedAfter ? [changedSince(table, modifiedAfter)] : []),
    ...(near ? [within(near)] : []),
  ]
  return sql.join(all, sql` and `)
}

export async function countDocuments(db: Db, table: Table, filter: Filter): Promise<number> {
  const { rows } = await sql<{ count: string }>`select count(*) as count from ${sql.table(table)} r
    where ${conditions(table, filter)}`.execute(db)
  return Number(rows[0]?.count ?? 0)
}

/** A page in the order of names: after so many, or after a place (which stays right while entries change). */
export async function documentsPage(
  db: Db,
  name: DocumentName | 'minimal',
  table: Table,
  filter: Filter,
  page: { limit: number } & ({ offset: number } | { after: Place | undefined }),
): Promise<(Place & { document: unknown })[]> {
  const sort = sortOf(table)
  const after =
    'after' in page && page.after ? sql`and (${sort}, r.id) > (${page.after.sort}, ${page.after.id}::uuid)` : sql``
  const offset = 'offset' in page ? page.offset : 0
  const { rows } = await sql<Place & { document: unknown }>`
    with page as materialized (select r.id, ${sort} as sort from ${sql.table(table)} r
      where ${conditions(table, filter)} ${after} order by ${sort}, r.id limit ${page.limit} offset ${offset})
    select page.id, page.sort, jsonb_strip_nulls(${shapeSql(name, table)}) as document
    from page join ${sql.table(table)} r on r.id = page.id order by page.sort collate "C", page.id`.execute(db)
  return rows
}

function shapeSql(name: DocumentName | 'minimal', table: Table): Sql {
  if (name !== 'minimal') return documentSql(documents[name], 'r')
  return table === 'service'
    ? sql`jsonb_build_object('id', r.id, 'last_modified', r.last_modified)`
    : sql`jsonb_build_object('id', r.id)`
}

/** One document, or nothing when it is not for the public. */
export async function documentById(db: Db, doc: Doc, id: Id): Promise<unknown> {
  const { rows } = await sql<{ document: unknown }>`select jsonb_strip_nulls(${documentSql(doc, 'r')}) as document
    from ${sql.table(doc.table)} r where r.id = ${id} and ${shownSql(doc.table, 'r')}`.execute(db)
  return rows[0]?.document
}
