import { sql, type RawBuilder } from 'kysely'
import type { Db } from '#platform/db/db.ts'
import type { Cursor, Hit, ServiceSearch, Weights } from '../../domain/search.ts'

type Sql = RawBuilder<unknown>
const kmPerDegree = 111.195

// each is a query of its own, so that PostgreSQL reads the words once and not for every service

/** The words in French or in English, as people write them; without accents, by their stems. */
function queryOf(words: string): Sql {
  return sql`(select websearch_to_tsquery('french_plain', ${words}) || websearch_to_tsquery('english_plain', ${words}))`
}

/** The same words, all of them in the names: weight A. */
function namesQuery(words: string): Sql {
  return sql`(select in_names(websearch_to_tsquery('french_plain', ${words})) || in_names(websearch_to_tsquery('english_plain', ${words})))`
}

function plain(words: string): Sql {
  return sql`(select lower(unaccent(${words})))`
}

function found({ words, meant, needs }: ServiceSearch, forgiving: boolean): Sql[] {
  const byNeed = meant.length > 0 ? [sql`r.needs && ${[...meant]}::text[]`] : []
  const byWords = words === '' ? [] : [forgiving ? sql`${plain(words)} <% r.names` : sql`r.words @@ ${queryOf(words)}`]
  const either = [...byWords, ...byNeed]
  return [
    ...(either.length > 0 ? [sql`(${sql.join(either, sql` or `)})`] : []),
    ...(needs.length > 0 ? [sql`r.needs && ${[...needs]}::text[]`] : []),
  ]
}

function near({ region, point, withinKm }: ServiceSearch): Sql[] {
  if (point && withinKm !== null) {
    const band = withinKm / kmPerDegree + 0.001
    return [
      sql`r.latitude between ${point.lat - band} and ${point.lat + band}`,
      sql`metres_between(r.latitude, r.longitude, ${point.lat}, ${point.lon}) <= ${withinKm * 1000}`,
    ]
  }
  return region === null ? [] : [sql`r.regions && array[${region}, 'all']::text[]`]
}

/** Never what is inactive, suspended, hidden, of a source not opened, or what says with a source that it does not take them. */
function conditions(search: ServiceSearch, forgiving: boolean): Sql {
  const { language, status, free, evening, weekend, openAt, channel, takesNew } = search
  const all = [
    sql`r.offered`,
    ...found(search, forgiving),
    ...near(search),
    ...(language ? [sql`r.languages && array[${language}]::text[]`] : []),
    ...(status ? [sql`not (r.refuses && array[${status}]::text[])`] : []),
    ...(free ? [sql`r.free`] : []),
    ...(evening ? [sql`r.evening`] : []),
    ...(weekend ? [sql`r.weekend`] : []),
    ...(openAt ? [sql`r.open_week @> ${minuteOfWeek(openAt)}`] : []),
    ...(channel ? [sql`r.channels && array[${channel}]::text[]`] : []),
    takesNew ? sql`r.takes_new` : sql`r.takes_new is not false`,
  ]
  return sql.join(all, sql` and `)
}

/** Minutes since Monday 0:00 of the place's own week. */
function minuteOfWeek(at: Date): Sql {
  const there = sql`(${at}::timestamptz at time zone r.zone)`
  return sql`((extract(isodow from ${there}) - 1) * 1440 + extract(hour from ${there}) * 60
    + extract(minute from ${there}))::integer`
}

function straightKm({ point }: ServiceSearch): Sql {
  return point
    ? sql`(metres_between(r.latitude, r.longitude, ${point.lat}, ${point.lon}) / 1000)`
    : sql`null::double precision`
}

/** The higher comes first, whatever the list is sorted by; ties in the order of identifiers. */
function rankOf(search: ServiceSearch, weights: Weights, forgiving: boolean): Sql {
  const km = straightKm(search)
  if (search.sort === 'distance') return sql`-coalesce(${km}, 100000)`
  if (search.sort === 'wait') return sql`-coalesce(r.wait_days, 10000)::double precision`
  const { words, status, language, prefers, region } = search
  const spoken = language ?? prefers
  const parts = [
    ...(status ? [sql`case when r.accepts && array[${status}]::text[] then ${weights.takes} else 0 end`] : []),
    sql`case when ${km} is not null then greatest(0, ${weights.near} - ${km} * ${weights.perKm})
      when ${region ? sql`r.regions && array[${region}]::text[]` : sql`false`} then ${weights.sameRegion} else 0 end`,
    ...(spoken ? [sql`case when r.languages && array[${spoken}]::text[] then ${weights.speaks} else 0 end`] : []),
    sql`case when r.confirmed then ${weights.confirmed} else 0 end`,
    ...(words === ''
      ? []
      : [
          forgiving
            ? sql`word_similarity(${plain(words)}, r.names) * ${weights.named}`
            : sql`case when r.words @@ ${namesQuery(words)} then ${weights.named} else 0 end`,
        ]),
  ]
  return sql`(${sql.join(parts, sql` + `)})::double precision`
}

const mostCounted = 1001

/**
 * A page of services, the best first, and how many there are in all, counted no further than one above a thousand. What is found is
 * found and ranked once for both; deep pages cost what the first does.
 */
export async function searchPage(
  db: Db,
  search: ServiceSearch,
  weights: Weights,
  { after, limit, forgiving }: { after: Cursor | undefined; limit: number; forgiving: boolean },
): Promise<{ hits: Hit[]; count: number }> {
  const rank = rankOf(search, weights, forgiving)
  const later = after
    ? sql`where (-found.rank, found.id) > (${-after.rank}::double precision, ${after.id}::uuid)`
    : sql``
  const { rows } = await sql<{ count: number; hit: Hit | null }>`
    with found as materialized (select r.service_id as id, ${rank} as rank, ${straightKm(search)} as km
      from service_search r where ${conditions(search, forgiving)})
    select (select count(*)::integer from (select from found limit ${mostCounted}) counted) as count, hit
    from (select) one left join (
      select rank, page.id, json_build_object('serviceId', page.id, 'rank', rank, 'straightKm', km, 'free', r.free,
        'takesNew', r.takes_new, 'open', case when not isempty(r.open_week) then r.open_week @> ${minuteOfWeek(search.at)} end) as hit
      from (select id, rank, km from found ${later} order by rank desc, id limit ${limit}) page
        join service_search r on r.service_id = page.id
    ) hits on true order by rank desc, id`.execute(db)
  return { hits: rows.flatMap(({ hit }) => hit ?? []), count: rows[0]?.count ?? 0 }
}
