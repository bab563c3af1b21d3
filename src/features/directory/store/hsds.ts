import { sql, type RawBuilder } from 'kysely'
import type { Id } from '#kernel/id.ts'
import type { Db } from '#platform/db/db.ts'
import { containing } from './search.ts'

/** Services as HSDS writes them: PostgreSQL nests the rows, columns without a value are left out. */
export type Filter = {
  words: readonly string[]
  organizationId: Id | undefined
  termId: Id | undefined
  modifiedAfter: string | undefined
  limit: number
  offset: number
}

/** Imported sources too, opened to newcomers or not; never a service whose organization is unknown or suspended. */
const published = sql`service s join organization o on o.id = s.organization_id and o.status = 'active'
  left join program p on p.id = s.program_id`

const columns = sql`'id', s.id, 'organization_id', s.organization_id, 'program_id', s.program_id, 'name', s.name,
  'alternate_name', s.alternate_name,
  'description', s.description, 'url', s.url, 'email', s.email, 'status', s.status, 'application_process',
    s.application_process,
  'fees_description', s.fees_description, 'wait_time', s.wait_time, 'accreditations', s.accreditations,
  'eligibility_description', s.eligibility_description, 'licenses', s.licenses, 'last_modified', s.last_modified,
  'organization', jsonb_build_object('id', o.id, 'name', o.name, 'alternate_name', o.alternate_name, 'description',
    o.description, 'email', o.email,
    'website', o.website, 'tax_id', o.tax_id, 'year_incorporated', o.year_incorporated, 'legal_status', o.legal_status),
  'program', case when p.id is not null then jsonb_build_object('id', p.id, 'organization_id', p.organization_id,
    'name', p.name,
    'alternate_name', p.alternate_name, 'description', p.description) end`

function conditions({ words, organizationId, termId, modifiedAfter }: Filter): RawBuilder<unknown> {
  const text = sql`lower(unaccent(concat_ws(' ', s.name, s.alternate_name, o.name, o.alternate_name, s.description)))`
  const all = [
    sql`true`,
    ...words.map((word) => sql`${text} like lower(unaccent(${containing(word)}))`),
    ...(organizationId ? [sql`o.id = ${organizationId}`] : []),
    ...(modifiedAfter ? [sql`s.last_modified > ${modifiedAfter}::timestamptz`] : []),
    ...(termId
      ? [
          sql`exists (select from attribute a where a.link_id = s.id and a.link_entity = 'service'
            and a.taxonomy_term_id in (${below(termId)}))`,
        ]
      : []),
  ]
  return sql.join(all, sql` and `)
}

/** The term and all terms under it; `union` ends where a vocabulary turns in a circle. */
function below(termId: Id): RawBuilder<unknown> {
  return sql`with recursive below (id) as (select ${termId}::uuid union select t.id
    from taxonomy_term t join below on t.parent_id = below.id) select id from below`
}

export async function countServices(db: Db, filter: Filter): Promise<number> {
  const { rows } = await sql<{
    count: string
  }>`select count(*) as count from ${published} where ${conditions(filter)}`.execute(db)
  return Number(rows[0]?.count ?? 0)
}

export async function servicesPage(db: Db, filter: Filter, minimal: boolean): Promise<unknown[]> {
  const shape = minimal ? sql`'id', s.id, 'last_modified', s.last_modified` : columns
  const { rows } = await sql<{ service: unknown }>`select jsonb_strip_nulls(jsonb_build_object(${shape})) as service
    from ${published} where ${conditions(filter)} order by lower(unaccent(s.name)) collate "C",
      s.id limit ${filter.limit} offset ${filter.offset}`.execute(db)
  return rows.map((row) => row.service)
}

type Owner = 'service_id' | 'location_id'

/** A list as JSON, empty rather than absent. */
function list(
  element: RawBuilder<unknown>,
  from: RawBuilder<unknown>,
  order: RawBuilder<unknown>,
): RawBuilder<unknown> {
  return sql`(select coalesce(jsonb_agg(${element} order by ${order}), '[]') from ${from})`
}

/** An extension that is no plain number stands behind the number: HSDS knows extensions as numbers only. */
const plainExtension = sql`ph.extension ~ '^[1-9][0-9]{0,8}$'`
const phones = (owner: Owner, id: RawBuilder<unknown>) =>
  list(
    sql`jsonb_build_object('id', ph.id, 'service_id', ph.service_id, 'location_id', ph.location_id,
      'organization_id', ph.organization_id,
    'number', case when ${plainExtension} or ph.extension is null then ph.number else ph.number || ' ext. ' || ph.extension end,
    'extension', case when ${plainExtension} then ph.extension::integer end, 'type', ph.type, 'description',
      ph.description)`,
    sql`phone ph where ${sql.ref(`ph.${owner}`)} = ${id}`,
    sql`ph.source_key`,
  )

/** A day without a time would read as open all day: only hours that say a time or words. */
const schedules = (owner: Owner, id: RawBuilder<unknown>) =>
  list(
    sql`jsonb_build_object('id', sc.id, 'service_id', sc.service_id, 'location_id', sc.location_id, 'freq', sc.freq,
      'byday', sc.byday,
    'opens_at', to_char(sc.opens_at, 'HH24:MI'), 'closes_at', to_char(sc.closes_at, 'HH24:MI'), 'valid_from',
      sc.valid_from, 'valid_to', sc.valid_to,
    'description', sc.description)`,
    sql`schedule sc where ${sql.ref(`sc.${owner}`)} = ${id} and num_nonnulls(sc.opens_at, sc.closes_at,
      sc.description) > 0`,
    sql`sc.source_key`,
  )

const languages = list(
  sql`jsonb_build_object('id', la.id, 'service_id', la.service_id, 'name', la.name, 'code', la.code)`,
  sql`language la where la.service_id = s.id`,
  sql`la.source_key`,
)

const attributes = list(
  sql`jsonb_build_object('id', a.id, 'link_id', a.link_id, 'link_entity', a.link_entity, 'taxonomy_term_id',
    a.taxonomy_term_id,
    'taxonomy_term', jsonb_build_object('id', t.id, 'code', t.code, 'name', t.name, 'description', t.description,
      'parent_id', t.parent_id,
      'taxonomy', x.name, 'taxonomy_id', t.taxonomy_id,
      'taxonomy_detail', case when x.id is not null then jsonb_build_object('id', x.id, 'name', x.name,
        'description', x.description) end))`,
  sql`attribute a join taxonomy_term t on t.id = a.taxonomy_term_id
    left join taxonomy x on x.id = t.taxonomy_id where a.link_id = s.id and a.link_entity = 'service'`,
  sql`t.name, a.id`,
)

const addresses = list(
  sql`jsonb_build_object('id', ad.id, 'location_id', ad.location_id, 'attention', ad.attention, 'address_1',
    ad.address_1, 'address_2', ad.address_2,
    'city', ad.city, 'region', ad.region, 'state_province', ad.state_province, 'postal_code', ad.postal_code,
      'country', ad.country, 'address_type', ad.address_type)`,
  sql`address ad where ad.location_id = l.id`,
  sql`ad.source_key`,
)

const accessibility = list(
  sql`jsonb_build_object('id', ac.id, 'location_id', ac.location_id, 'description', ac.description, 'details',
    ac.details)`,
  sql`accessibility ac where ac.location_id = l.id`,
  sql`ac.source_key`,
)

/** Of a confidential place: that it exists, its telephone and its hours; nothing that says where. */
const location = sql`case when l.confidential
  then jsonb_build_object('id', l.id, 'location_type', l.location_type, 'organization_id', l.organization_id,
    'addresses', '[]'::jsonb,
    'accessibility', '[]'::jsonb, 'phones', ${phones('location_id', sql`l.id`)}, 'schedules',
      ${schedules('location_id', sql`l.id`)})
  else jsonb_build_object('id', l.id, 'location_type', l.location_type, 'organization_id', l.organization_id, 'name',
    l.name,
    'alternate_name', l.alternate_name, 'description', l.description, 'transportation', l.transportation, 'latitude',
      l.latitude, 'longitude', l.longitude,
    'addresses', ${addresses}, 'accessibility', ${accessibility}, 'phones', ${phones('location_id', sql`l.id`)},
      'schedules', ${schedules('location_id', sql`l.id`)}) end`

const places = list(
  sql`jsonb_build_object('id', k.id, 'service_id', k.service_id, 'location_id', k.location_id, 'description',
    case when not l.confidential then k.description end, 'location', ${location})`,
  sql`service_at_location k join location l on l.id = k.location_id and l.organization_id is not null
    where k.service_id = s.id`,
  sql`k.source_key`,
)

/** One service with all that hangs from it, in one statement. */
export async function serviceDocument(db: Db, serviceId: Id): Promise<unknown> {
  const { rows } = await sql<{
    service: unknown
  }>`select jsonb_strip_nulls(jsonb_build_object(${columns}, 'phones', ${phones('service_id', sql`s.id`)},
    'schedules', ${schedules('service_id', sql`s.id`)}, 'languages', ${languages}, 'attributes', ${attributes},
      'service_at_locations', ${places})) as service
    from ${published} where s.id = ${serviceId}`.execute(db)
  return rows[0]?.service
}
