// What else could answer the same searches: a plain query, an index in memory, and the least that PostgreSQL could do.
import MiniSearch from 'minisearch'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Db } from '#platform/db/db.ts'
import type { ServiceSearch } from '#features/directory/index.ts'

/** The query one writes first: each word anywhere in the names or the description, all tables joined, no rank. */
export async function byIlike(db: Db, { words, needs, meant, language, region, free }: ServiceSearch): Promise<void> {
  const said = words.split(' ').filter(Boolean)
  const text = sql`concat_ws(' ', s.name, s.alternate_name, o.name, o.alternate_name, s.description)`
  const hasNeed = (wanted: readonly string[]) =>
    sql`exists (select from service_need n where n.service_id = s.id and n.need_id = any (${[...wanted]}))`
  const byWords =
    said.length > 0
      ? [
          sql.join(
            said.map((word) => sql`${text} ilike ${`%${word}%`}`),
            sql` and `,
          ),
        ]
      : []
  const found = [...byWords, ...(meant.length > 0 ? [hasNeed(meant)] : [])]
  const all = [
    sql`s.status = 'active'`,
    ...(found.length > 0 ? [sql`(${sql.join(found, sql` or `)})`] : []),
    ...(needs.length > 0 ? [hasNeed(needs)] : []),
    ...(language ? [sql`exists (select from language l where l.service_id = s.id and l.code = ${language})`] : []),
    ...(region ? [sql`l.region = ${region}`] : []),
    ...(free ? [sql`s.fees_description ilike 'gratuit%'`] : []),
  ]
  await sql`select s.id, s.name, o.name as organization_name from service s join organization o on o.id = s.organization_id
    join service_at_location k on k.service_id = s.id join location l on l.id = k.location_id
    where ${sql.join(all, sql` and `)} order by s.name, s.id limit 10`.execute(db)
}

/** Ten of those with the need, in any order: nothing that finds services by an index does less. */
export async function byIndex(db: Db, { needs, meant }: ServiceSearch): Promise<void> {
  const wanted = [...needs, ...meant]
  await sql`select service_id from service_search where offered
    and needs && ${wanted.length > 0 ? wanted : ['home']}::text[] limit 10`.execute(db)
}

const documents = z.array(
  z.object({
    ...{ id: z.string(), names: z.string(), description: z.string(), free: z.boolean() },
    ...{ needs: z.array(z.string()), languages: z.array(z.string()), regions: z.array(z.string()) },
  }),
)
type Document = z.infer<typeof documents>[number]

/** MiniSearch with the same documents, all in memory; a need or a region is a filter of its results. */
export async function inMiniSearch(db: Db): Promise<(search: ServiceSearch) => number> {
  const index = new MiniSearch<Document>({
    fields: ['names', 'description'],
    storeFields: ['needs', 'languages', 'regions', 'free'],
    processTerm: (term) => term.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase(),
  })
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const { rows } =
      await sql`select r.service_id as id, r.names, s.description, r.free is true as free, r.needs, r.languages, r.regions
      from service_search r join service s on s.id = r.service_id where r.service_id > ${after}::uuid order by 1 limit 5000`.execute(
        db,
      )
    const page = documents.parse(rows)
    index.addAll(page)
    const last = page.at(-1)
    if (!last) break
    after = last.id
  }
  return ({ words, needs, meant, language, region, free }) =>
    index
      .search(words === '' ? MiniSearch.wildcard : words, {
        combineWith: 'AND',
        fuzzy: 0.2,
        boost: { names: 3 },
        filter: (found) =>
          (needs.length + meant.length === 0 || has(found['needs'], [...needs, ...meant])) &&
          (!language || has(found['languages'], [language])) &&
          (!region || has(found['regions'], [region])) &&
          (!free || found['free'] === true),
      })
      .slice(0, 10).length
}

function has(all: unknown, wanted: readonly string[]): boolean {
  return Array.isArray(all) && wanted.some((each) => all.includes(each))
}
