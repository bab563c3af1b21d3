// The two directories that the standard is tried on, with what time and editors do to them: age, endings, secrets.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { randomUUID } from 'node:crypto'
import { parse } from 'csv-parse/sync'
import { sql } from 'kysely'
import { root } from '#platform/config/root.ts'
import type { Db } from '#platform/db/db.ts'
import { secrets, wholePackage } from '#features/directory/testing/whole-package.ts'
import { openDirectory, type Directory } from './directory.ts'

export const realExport = process.env['DIRECTORY_EXPORT'] ?? join(root, '../shared/data/directory-dc-2023-04')

export type Tried = {
  name: string
  isThere: boolean
  /** How many entries of each list are looked at one by one. */
  most: number
  open: () => Promise<Directory>
  /** The names of organizations as they stand in the source. */
  told: () => string[]
  /** Prepares what may not be told, and says by which words it would be known. */
  hide: (owner: Db) => Promise<RegExp>
}

export const tried: readonly Tried[] = [
  {
    name: 'a package in which every table has a row',
    isThere: true,
    most: 1_000,
    open: async () => {
      const { folder, remove } = wholePackage()
      const directory = await openDirectory(folder)
      remove()
      return directory
    },
    told: () => {
      const { folder, remove } = wholePackage()
      const names = namesIn(folder)
      remove()
      return names
    },
    hide: () => Promise.resolve(secrets),
  },
  {
    name: 'a real export',
    isThere: existsSync(realExport),
    most: 200,
    open: () => openDirectory(realExport),
    told: () => namesIn(realExport),
    hide: hideSome,
  },
]

function namesIn(folder: string): string[] {
  const rows: string[][] = parse(readFileSync(join(folder, 'organizations.csv')), { relax_column_count: true })
  const [header = []] = rows
  const columns = ['name', 'alternate_name'].map((name) => header.indexOf(name))
  // a run of spaces is one to a reader, who sees an entity of HTML as its sign
  const plain = (cell = '') => cell.replaceAll('&#39;', "'").replaceAll('&amp;', '&').replace(/\s+/g, ' ').trim()
  return rows.flatMap((row) => columns.map((column) => plain(row[column])))
}

/** Entries of many dates, as they are after years, and some that ended or whose organization did. */
export async function age(owner: Db): Promise<void> {
  await sql`update service set last_modified = timestamptz '2023-01-01T00:00:00Z' + numbered.place * interval '7 hours'
    from (select id, row_number() over (order by id) as place from service) numbered where numbered.id = service.id`.execute(
    owner,
  )
  await sql`update service set status = numbered.status from (select id,
      (array['inactive', 'defunct', 'temporarily closed'])[row_number() over (order by id) / 40 % 3 + 1] as status,
      row_number() over (order by id) % 40 as place from service) numbered
    where numbered.id = service.id and numbered.place = 30`.execute(owner)
  await sql`update organization set status = 'suspended' from (select id, row_number() over (order by id) % 60 as place
      from organization) numbered where numbered.id = organization.id and numbered.place = 30`.execute(owner)
}

/** Twenty places become confidential; at one service in fifty works someone who is not for the public. */
async function hideSome(owner: Db): Promise<RegExp> {
  const { rows } = await sql<{
    address: string
  }>`with chosen as (select l.id, row_number() over (order by l.id) as place
      from location l where l.organization_id is not null and l.latitude is not null
      and exists (select from service_at_location s where s.location_id = l.id)),
    hidden as (update location set confidential = true from chosen where chosen.id = location.id and place % 30 = 0
      returning location.id)
    select address.id as address from address join hidden on hidden.id = address.location_id`.execute(owner)
  const { rows: services } = await sql<{
    id: string
  }>`select id from (select id, row_number() over (order by id) as place
    from service) numbered where place % 50 = 0`.execute(owner)
  const contacts = services.map((service) => ({ id: randomUUID(), service: service.id, phone: randomUUID() }))
  for (const { id, service, phone } of contacts) {
    await sql`insert into contact (id, service_id, source_id, source_key, name, private)
      values (${id}, ${service}, 'tried', ${id}, 'Personne Privée', true)`.execute(owner)
    await sql`insert into phone (id, contact_id, source_id, source_key, number)
      values (${phone}, ${id}, 'tried', ${phone}, '555-0199')`.execute(owner)
  }
  const ids = [...rows.map(({ address }) => address), ...contacts.flatMap(({ id, phone }) => [id, phone])]
  if (rows.length < 10 || contacts.length < 10) throw new Error('too little was hidden to find out anything')
  return new RegExp(['Personne Privée', '555-0199', ...ids].join('|'))
}

/** Says of these services, and of all whose organization is suspended, that they answer a need; which the latter are. */
export async function needs(owner: Db, need: string, ids: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string; suspended: boolean }>`insert into service_need (service_id, need_id)
    select service.id, ${need} from service left join organization on organization.id = service.organization_id
    where service.id = any(${[...ids]}) or organization.status <> 'active'
    returning service_id as id, not service_id = any(${[...ids]}) as suspended`.execute(owner)
  return rows.flatMap(({ id, suspended }) => (suspended ? [id] : []))
}

/** An entry changes a second after all others. */
export async function touch(owner: Db): Promise<void> {
  await sql`update service set last_modified = (select max(last_modified) + interval '1 second' from service)
    where id = (select max(id::text)::uuid from service)`.execute(owner)
}

/** The services that somebody assured, of organizations that are for the public. */
export async function assured(owner: Db): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select service.id from service join organization
    on organization.id = service.organization_id and organization.status = 'active'
    where assured_date is not null`.execute(owner)
  return rows.map(({ id }) => id)
}
