import { sql } from 'kysely'
import type { Id } from '#kernel/id.ts'
import type { Db } from '#platform/db/db.ts'

export type Side = {
  id: Id
  name: string
  city: string | null
  phone: string | null
  website: string | null
  email: string | null
  source: string
  services: number
  status: string
}
export type Pair = { one: Side; other: Side; why: 'name' | 'phone' }

/** Organizations of different sources with the same name or telephone, on which nobody has decided. */
export async function openPairs(db: Db, limit: number): Promise<Pair[]> {
  const { rows } = await sql<Pair>`
    with numbers as (
      select organization_id as id, right(regexp_replace(number, '\\D', '', 'g'), 10) as number from phone
      where organization_id is not null and length(regexp_replace(number, '\\D', '', 'g')) >= 10
    ), alike as (
      select least(a.id, b.id) as one, greatest(a.id, b.id) as other, 'name' as why from organization a
        join organization b on plain_name(a.name) = plain_name(b.name) and a.id < b.id and a.source_id <> b.source_id
      union
      select least(a.id, b.id), greatest(a.id, b.id), 'phone' from numbers a join numbers b on a.number = b.number and a.id < b.id
    ), chosen as (
      select distinct on (alike.one, alike.other) alike.one, alike.other, alike.why from alike
        join organization a on a.id = alike.one and a.status = 'active'
        join organization b on b.id = alike.other and b.status = 'active' and b.source_id <> a.source_id
      where not exists (select from listing_pair p where p.one = alike.one and p.other = alike.other)
      order by alike.one, alike.other, alike.why limit ${limit}
    )
    select chosen.why, ${side('a')} as one, ${side('b')} as other from chosen
      join organization a on a.id = chosen.one join organization b on b.id = chosen.other order by a.name`.execute(db)
  return rows
}

function side(alias: 'a' | 'b') {
  const ref = (column: string) => sql.ref(`${alias}.${column}`)
  return sql`jsonb_build_object('id', ${ref('id')}, 'name', ${ref('name')}, 'city', ${ref('city')}, 'website', ${ref('website')},
    'email', ${ref('email')}, 'status', ${ref('status')},
    'phone', (select number from phone where phone.organization_id = ${ref('id')} order by source_key limit 1),
    'source', (select name from directory_source d where d.id = ${ref('source_id')}),
    'services', (select count(*) from service s where s.organization_id = ${ref('id')}))`
}

/** False when they are no pair. */
export async function savePair(
  db: Db,
  { one, other, kept, by, at }: { one: Id; other: Id; kept: Id | null; by: string; at: Date },
): Promise<boolean> {
  const { rows } = await sql<{
    done: boolean
  }>`select decide_pair(${one}, ${other}, ${kept}, ${by}, ${at}) as done`.execute(db)
  return rows[0]?.done ?? false
}
