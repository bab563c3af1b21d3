// The second wall: what each table is for, and that the role which serves requests cannot go round its policies.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { root } from '#platform/config/root.ts'
import { connect, type Pool } from '#platform/db/db.ts'
import { openWorld, type World } from '../support/world.ts'

type Table = { name: string; comment: string | null; secured: boolean; policies: number; leads: string[] }

/** Policies whose columns need no index, each with its reason. */
const withoutIndex: Record<string, string> = {
  'plan_change.drafts_are_the_agents': 'It narrows what through_file opened: the rows of one file, found by their key.',
  'plan_item.drafts_are_the_agents': 'It narrows what through_file opened: the rows of one file, found by their key.',
  'staff.agents_see_agents': 'The staff of the whole service is some hundreds of rows, read by kind.',
}

let world: World
let pool: Pool
let tables: Table[]
beforeAll(async () => {
  world = await openWorld()
  pool = connect(world.appUrl, 1)
  const { rows } = await sql<Table>`
    select relname as name, obj_description(oid, 'pg_class') as comment, relrowsecurity as secured,
      (select count(*)::int from pg_policy where polrelid = pg_class.oid) as policies,
      (select coalesce(array_agg(confrelid::regclass::text), '{}') from pg_constraint where contype = 'f' and conrelid = pg_class.oid) as leads
    from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') order by relname`.execute(
    world.owner,
  )
  tables = rows
})
afterAll(async () => {
  await pool.close()
  await world.end()
})

test('every table says its owner, purpose and retention, and whether it is personal', () => {
  const form = /^owner: [a-z]+; purpose: .{10,}; retention: .{4,}; personal: (yes|no)$/
  expect(tables.length).toBeGreaterThan(30)
  expect(tables.filter(({ comment }) => !form.test(comment ?? '')).map(({ name }) => name)).toEqual([])
})

test('every owner is a slice, or the platform', () => {
  const homeless = tables.filter(({ comment }) => {
    const owner = /^owner: ([a-z]+);/.exec(comment ?? '')?.[1] ?? ''
    return owner !== 'platform' && !existsSync(join(root, 'src/features', owner))
  })
  expect(homeless.map(({ name }) => name)).toEqual([])
})

test('every personal table has row-level security and a policy', () => {
  const open = tables.filter((table) => isPersonal(table) && !(table.secured && table.policies > 0))
  expect(open.map(({ name }) => name)).toEqual([])
})

test('what leads to a file or a person is personal', () => {
  const hidden = tables.filter(
    (table) => !isPersonal(table) && table.leads.some((lead) => lead === 'file' || lead === 'person'),
  )
  expect(hidden.map(({ name }) => name)).toEqual([])
})

test('the role that serves requests owns nothing and cannot go round a policy', async () => {
  const { rows } = await sql<{ powers: boolean; roles: string; owned: string; creates: boolean }>`
    select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication as powers,
      (select coalesce(string_agg(roleid::regrole::text, ' '), '') from pg_auth_members where member = pg_roles.oid) as roles,
      (select coalesce(string_agg(what, ' '), '') from (
        select relname as what from pg_class where relowner = pg_roles.oid
        union all select proname from pg_proc where proowner = pg_roles.oid
        union all select nspname from pg_namespace where nspowner = pg_roles.oid) each_thing) as owned,
      has_schema_privilege(rolname, 'public', 'create') as creates
    from pg_roles where rolname = current_user`.execute(pool.db)
  expect(rows).toEqual([{ powers: false, roles: '', owned: '', creates: false }])
})

test('a function that acts as its owner says where it looks for names', async () => {
  const { rows } = await sql<{ name: string }>`
    select proname as name from pg_proc where pronamespace = 'public'::regnamespace and prosecdef
      and not coalesce(proconfig::text like '%search_path=%', false)`.execute(world.owner)
  expect(rows).toEqual([])
})

test('every policy that filters by a column has an index that begins with one of them', async () => {
  const { rows } = await sql<{ policy: string }>`
    select relname || '.' || polname as policy from pg_policy join pg_class on pg_class.oid = polrelid
    where polcmd <> 'a' and exists (select from pg_depend d where ${ownColumn})
      and not exists (select from pg_depend d join pg_index on indrelid = polrelid and indkey[0] = d.refobjsubid where ${ownColumn})
    order by 1`.execute(world.owner)
  expect(rows.map(({ policy }) => policy)).toEqual(Object.keys(withoutIndex))
})

/** A column of its own table that a policy reads. */
const ownColumn = sql`d.classid = 'pg_policy'::regclass and d.objid = pg_policy.oid and d.refclassid = 'pg_class'::regclass
  and d.refobjid = pg_policy.polrelid and d.refobjsubid > 0`

function isPersonal({ comment }: Table): boolean {
  return comment?.endsWith('personal: yes') ?? false
}
