import { sql, type RawBuilder } from 'kysely'
import { resourceOf, type Table } from '../domain/hsds/model.ts'
import type { Doc, Part } from '../domain/hsds/documents.ts'

/**
 * Documents of HSDS as PostgreSQL nests them, made from the same trees as their shapes. Three things are never told: where a
 * confidential place is, a contact who is not for the public, and what belongs to no known organization.
 */
type Sql = RawBuilder<unknown>

/** One row with all that hangs from it, as JSON; `alias` is the row's name in the query around it. */
export function documentSql(doc: Doc, alias: string, depth = 0): Sql {
  const own = Object.keys(resourceOf(doc.table).columns).map(
    (name) => [name, columnSql(doc.table, name, alias)] as const,
  )
  const ones = Object.entries(doc.ones).map(([name, part]) => [name, oneSql(part, alias, depth)] as const)
  const lists = Object.entries(doc.lists).map(([name, part]) => [name, listSql(part, doc.table, alias, depth)] as const)
  const all = [['id', sql.ref(`${alias}.id`)] as const, ...own, ...ones, ...lists]
  const whole = sql`jsonb_build_object(${sql.join(all.map(([name, value]) => sql`${sql.lit(name)}, ${value}`))})`
  return doc.table === 'location' ? hiddenWhereConfidential(alias, whole, own, lists) : whole
}

/** Of a confidential place: that it exists, its telephones and its hours. */
const stillTold = ['location_type', 'organization_id', 'phones', 'schedules', 'languages']

function hiddenWhereConfidential(alias: string, whole: Sql, ...parts: (readonly (readonly [string, Sql])[])[]): Sql {
  const told = parts.flat().filter(([name]) => stillTold.includes(name))
  const empty = parts.flat().filter(([name]) => name === 'addresses' || name === 'accessibility' || name === 'contacts')
  return sql`case when ${sql.ref(`${alias}.confidential`)} then jsonb_build_object('id', ${sql.ref(`${alias}.id`)}, ${sql.join(
    [
      ...told.map(([name, value]) => sql`${sql.lit(name)}, ${value}`),
      ...empty.map(([name]) => sql`${sql.lit(name)}, '[]'::jsonb`),
    ],
  )}) else ${whole} end`
}

function columnSql(table: Table, name: string, alias: string): Sql {
  const column = sql.ref(`${alias}.${name}`)
  const { kind, to } = resourceOf(table).columns[name] ?? { kind: 'text' }
  if (to && hideable.includes(to)) return pointerSql(to, column)
  if (kind === 'clock') return sql`to_char(${column}, 'HH24:MI')`
  if (table === 'phone' && (name === 'number' || name === 'extension')) return phoneSql(name, alias)
  if (table === 'service_at_location' && name === 'description')
    return sql`case when not exists (select from location where location.id = ${sql.ref(`${alias}.location_id`)}
      and location.confidential) then ${column} end`
  if (table === 'taxonomy_term' && name === 'taxonomy')
    return sql`coalesce(${column}, (select name from taxonomy where taxonomy.id = ${sql.ref(`${alias}.taxonomy_id`)}))`
  return column
}

const hideable: readonly Table[] = ['organization', 'program', 'service', 'location', 'service_at_location', 'contact']

/** What is not for the public is not pointed to either: every identifier of an answer can be found. */
function pointerSql(to: Table, column: Sql): Sql {
  return sql`(select p.id from ${sql.table(to)} p where p.id = ${column} and ${shownSql(to, 'p')})`
}

/** An extension that is no plain number stands behind the number: HSDS knows extensions as numbers only. */
function phoneSql(name: 'number' | 'extension', alias: string): Sql {
  const [number, extension] = [sql.ref(`${alias}.number`), sql.ref(`${alias}.extension`)]
  const isPlain = sql`${extension} ~ '^[1-9][0-9]{0,8}$'`
  return name === 'number'
    ? sql`case when ${isPlain} or ${extension} is null then ${number} else ${number} || ' ext. ' || ${extension} end`
    : sql`case when ${isPlain} then ${extension}::integer end`
}

function oneSql({ doc, by }: Part, parent: string, depth: number): Sql {
  const alias = `${doc.table}_${depth + 1}`
  return sql`(select ${documentSql(doc, alias, depth + 1)} from ${sql.table(doc.table)} as ${sql.ref(alias)}
    where ${sql.ref(`${alias}.id`)} = ${sql.ref(`${parent}.${by}`)} and ${shownSql(doc.table, alias)})`
}

/** A list is empty rather than absent; what only describes is absent rather than empty. */
function listSql({ doc, by, kind }: Part, parentTable: Table, parent: string, depth: number): Sql {
  const alias = `${doc.table}_${depth + 1}`
  const list = sql`(select jsonb_agg(${documentSql(doc, alias, depth + 1)} order by ${sql.ref(`${alias}.id`)})
    from ${sql.table(doc.table)} as ${sql.ref(alias)}
    where ${sql.ref(`${alias}.${by}`)} = ${sql.ref(`${parent}.id`)} and ${entitySql(doc.table, parentTable, alias)}
      and ${shownSql(doc.table, alias)})`
  return kind === 'describing' ? list : sql`coalesce(${list}, '[]'::jsonb)`
}

function entitySql(table: Table, parent: Table, alias: string): Sql {
  if (table === 'attribute') return sql`${sql.ref(`${alias}.link_entity`)} = ${sql.lit(parent)}`
  if (table === 'metadata') return sql`${sql.ref(`${alias}.resource_type`)} = ${sql.lit(parent)}`
  return sql`true`
}

/** Whether an entry is for the public at all. */
export function shownSql(table: Table, alias: string): Sql {
  const ref = (column: string) => sql.ref(`${alias}.${column}`)
  if (table === 'organization') return sql`${ref('status')} = 'active'`
  if (table === 'service' || table === 'program')
    return sql`exists (select from organization where organization.id = ${ref('organization_id')}
      and organization.status = 'active')`
  if (table === 'location')
    return sql`${ref('gone_at')} is null and exists (select from organization
      where organization.id = ${ref('organization_id')} and organization.status = 'active')`
  if (table === 'contact') return sql`not ${ref('private')}`
  if (table === 'phone')
    return sql`not exists (select from contact where contact.id = ${ref('contact_id')} and contact.private)`
  if (table === 'service_at_location') return linkShownSql(alias)
  // a day without a time would read as open all day: only hours that say a time or words
  if (table === 'schedule')
    return sql`num_nonnulls(${ref('opens_at')}, ${ref('closes_at')}, ${ref('description')}, ${ref('notes')}) > 0`
  return sql`true`
}

/** A service is given somewhere only where both are for the public. */
function linkShownSql(alias: string): Sql {
  const ref = (column: string) => sql.ref(`${alias}.${column}`)
  return sql`exists (select from location l join organization o on o.id = l.organization_id and o.status = 'active'
      where l.id = ${ref('location_id')} and l.gone_at is null)
    and exists (select from service s join organization o on o.id = s.organization_id and o.status = 'active'
      where s.id = ${ref('service_id')})`
}
