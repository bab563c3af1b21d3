// What the role that serves requests may not even name, and the functions that look further than it does.
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction } from '#platform/db/actor.ts'
import type { Db } from '#platform/db/db.ts'
import { requirePowerless } from '#platform/db/role.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.end())

const denied = /permission denied|must be owner/

/** As a job, the actor for whom the policies hide least: only a missing grant can still refuse. */
function tried(statement: string): Promise<unknown> {
  return inTransaction(world.services.pool, { kind: 'job', name: 'any' }, (db: Db) => sql.raw(statement).execute(db))
}

test.each([
  `select from attempt`,
  `insert into attempt values ('guess', 1, now())`,
  `update attempt set count = 0`,
  `delete from attempt`,
  `update audit_entry set reason = 'none'`,
  `delete from audit_entry`,
  `truncate audit_entry`,
  `update referral_event set reason = null`,
  `delete from referral_event`,
  `delete from consent`,
  `delete from referral`,
  `update referral_content set content_sealed = ''`,
  `delete from meeting`,
  `delete from staff`,
  `update organization_contact set confirmed_on = now()`,
  `insert into organization_contact values (gen_random_uuid(), '', now())`,
  `insert into directory_source (id, name) values ('mine', 'Mine')`,
  `update directory_source set name = 'Mine'`,
  `update organization set email = 'elsewhere@example.org'`,
  `update service set status = 'active'`,
  `update phone set number = '1'`,
  `delete from service_status`,
  `update service_search set offered = true`,
  `update service set assured_date = now()`,
  `insert into verification values (gen_random_uuid(), gen_random_uuid(), 'right', 'editor', 'me', 'link', now())`,
  `delete from listing_issue`,
  `select content from import_upload`,
  `select mapping from import_upload`,
  `update import_upload set summary = null`,
  `update import_upload set source_id = 'mine'`,
  `delete from import_upload`,
  `insert into import_run (id, source_id, started_at) values (gen_random_uuid(), 'starter', now())`,
  `select from migration`,
  `alter table file disable row level security`,
  `drop policy job_any on file`,
  `create table mine ()`,
  `create function mine() returns int language sql as 'select 1'`,
])('the application may not: %s', async (statement) => {
  await expect(tried(statement)).rejects.toThrow(denied)
})

test('no table of the directory can be written, but for the day a source is opened, and what an editor settles', async () => {
  const { rows } = await sql<{ name: string; may: string[] }>`
    select c.relname as name, array_agg(distinct privilege) as may from pg_class c, unnest(array['insert', 'update', 'delete', 'truncate']) as privilege
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and obj_description(c.oid) like 'owner: directory;%' and c.relname <> 'listing_issue'
      and has_table_privilege('aq_app', c.oid, privilege) group by 1`.execute(world.owner)
  expect(rows).toEqual([])
})

test('the application owns nothing, bypasses nothing and is no member of the owning role', async () => {
  await requirePowerless(world.services.pool)
  await expect(tried('set local role aq_owner')).rejects.toThrow(denied)
})

type Definer = { name: string; settings: string[] | null; grantees: string[] }

test('a function that looks behind the walls names its schemas, and only the application calls it', async () => {
  const { rows } = await sql<Definer>`
    select proname as name, proconfig as settings, array(
      select case when grantee = 0 then 'public' else pg_get_userbyid(grantee)::text end from aclexplode(coalesce(proacl, acldefault('f', proowner)))
      where grantee <> proowner and privilege_type = 'EXECUTE') as grantees
    from pg_proc where prosecdef and pronamespace = 'public'::regnamespace order by 1`.execute(world.owner)
  expect(rows.map((row) => row.name)).toEqual([
    'answer_listing',
    'attempts_made',
    'call_listing',
    'count_attempt',
    'count_unmet',
    'decide_pair',
    'due_listings',
    'files_to_write_to',
    'follow_file',
    'forget_attempts',
    'person_of_link',
    'propose_listing',
    'publish_listing',
    'referral_glance',
    'refresh_search',
    'report_listing',
    'session_of',
    'show_draft',
    'staff_to_write_to',
    'verify_listing',
  ])
  for (const row of rows) {
    const trigger = row.name === 'follow_file' // called by the table itself, by nobody else
    expect(row.settings).toEqual(['search_path=public, pg_temp'])
    expect(row.grantees ?? []).toEqual(trigger ? [] : ['aq_app'])
  }
})

test('a temporary table of the caller does not stand in for ours', async () => {
  const found = await inTransaction(world.services.pool, { kind: 'nobody' }, async (db) => {
    await sql.raw(`create temporary table staff (id uuid, email_hash text, ended_at timestamptz)`).execute(db)
    await sql
      .raw(`insert into pg_temp.staff values (gen_random_uuid(), 'guess', null); grant all on pg_temp.staff to public`)
      .execute(db)
    const { rows } = await sql<{ id: string | null }>`select staff_to_write_to('guess') as id`.execute(db)
    return rows[0]?.id
  })
  expect(found).toBeNull()
})
