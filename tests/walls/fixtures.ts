// One labelled row of everything, written by the owning role: whoever asks, the matrix says which labels they reach.
import { createHash } from 'node:crypto'
import pg from 'pg'
import { sql } from 'kysely'
import type { Db } from '#platform/db/db.ts'

/** The identifier of a labelled thing: the same in SQL, `md5('person samira')::uuid`. */
export function idOf(table: string, label: string): string {
  const digest = createHash('md5').update(`${table} ${label}`).digest('hex')
  return digest.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

const id = (table: string, label: string) => `id = '${idOf(table, label)}'`
/** 'samira-member': of the member of her household; else of the person whose file it is. */
const whose = (label: string) => {
  const [file = '', member] = label.split('-')
  const of = member === 'member' ? `= '${idOf('member', file)}'` : 'is null'
  return `file_id = '${idOf('file', file)}' and member_id ${of}`
}
const files = ['samira', 'mateo', 'olena', 'draft1', 'draft2']
const referrals = ['given', 'withdrawn', 'asked']

type Rows = { labels: readonly string[]; where: (label: string) => string; column: string }

/** Each table that stands behind the wall: its rows, how one is found, and a column that an update may touch. */
export const tables: Record<string, Rows> = {
  file: { labels: files, where: (label) => id('file', label), column: 'language' },
  person: {
    labels: ['samira', 'mateo', 'olena', 'unfiled'],
    where: (label) => id('person', label),
    column: 'language',
  },
  staff: { labels: ['agent06', 'agent02', 'lead', 'member'], where: (label) => id('staff', label), column: 'name' },
  session: {
    labels: ['samira', 'agent06', 'given'],
    where: (label) => `token_hash = 'session ${label}'`,
    column: 'ended_at',
  },
  link: {
    labels: ['samira', 'given', 'witness', 'feed'],
    where: (label) => `token_hash = 'link ${label}'`,
    column: 'used_at',
  },
  idempotency_record: { labels: ['mine', 'other'], where: (label) => `key = '${label}'`, column: 'status' },
  attempt: { labels: ['guess'], where: (label) => `key = '${label}'`, column: 'count' },
  audit_entry: { labels: [...files, 'unfiled'], where: (label) => `request_id = '${label}'`, column: 'reason' },
  message: { labels: [...files, 'letter'], where: (label) => id('message', label), column: 'state' },
  message_content: {
    labels: [...files, 'letter'],
    where: (label) => `message_id = '${idOf('message', label)}'`,
    column: 'values_sealed',
  },
  task: {
    labels: [
      'samira-meeting',
      'samira-referral',
      'mateo-contact',
      'mateo-referral',
      'olena-meeting',
      'draft1-call',
      'draft2-call',
    ],
    where: (label) => id('task', label),
    column: 'version',
  },
  answer: { labels: [...files, 'samira-member'], where: whose, column: 'given_by' },
  member: { labels: ['samira', 'mateo'], where: (label) => id('member', label), column: 'relation' },
  // 'samira-draft': prepared by an agent, not yet shown
  plan_item: {
    labels: [...files, 'samira-draft', 'samira-member'],
    where: (label) => `${whose(label)} and draft = ${label.endsWith('-draft')}`,
    column: 'state',
  },
  plan_change: {
    labels: [...files, 'samira-draft', 'samira-organization', 'samira-member'],
    where: (label) => id('plan_change', label),
    column: 'draft',
  },
  event: { labels: [...files, 'unfiled'], where: (label) => `subject = '${label}'`, column: 'body' },
  reminder: {
    labels: ['samira', 'mateo', 'samira-member'],
    where: whose,
    column: 'sent_at',
  },
  reminder_stop: {
    labels: ['samira', 'mateo'],
    where: (label) => `file_id = '${idOf('file', label)}'`,
    column: 'stopped_at',
  },
  meeting: { labels: ['samira', 'mateo', 'olena'], where: (label) => id('meeting', label), column: 'kind' },
  consent: { labels: [...referrals, 'stale'], where: (label) => id('consent', label), column: 'text_version' },
  referral: { labels: referrals, where: (label) => id('referral', label), column: 'version' },
  referral_content: {
    labels: referrals,
    where: (label) => `referral_id = '${idOf('referral', label)}'`,
    column: 'content_sealed',
  },
  referral_event: { labels: referrals, where: (label) => id('referral_event', label), column: 'reason' },
  import_upload: { labels: ['waiting', 'read'], where: (label) => id('import_upload', label), column: 'status' },
  organization_contact: {
    labels: ['x', 'y'],
    where: (label) => `organization_id = '${idOf('organization', label)}'`,
    column: 'confirmed_on',
  },
  listing_issue: { labels: ['x'], where: (label) => id('listing_issue', label), column: 'outcome' },
}

/** The rows themselves, and beside them the function that tries each of them; for this database only. */
export async function layOut(owner: Db, appRole: string): Promise<void> {
  await owner.connection().execute(async (db) => {
    for (const statement of rowsInSql) await sql.raw(statement).execute(db)
    await sql
      .raw(
        `create schema walls; create table walls.row (name text, label text, condition text, touched text, content jsonb)`,
      )
      .execute(db)
    for (const [name, { labels, where, column }] of Object.entries(tables)) {
      for (const label of labels) {
        const condition = pg.escapeLiteral(where(label))
        const kept = `select '${name}', '${label}', ${condition}, '${column}', to_jsonb(t) from ${name} t where ${where(label)}`
        const { numAffectedRows } = await sql.raw(`insert into walls.row ${kept}`).execute(db)
        if (numAffectedRows !== 1n) throw new Error(`${numAffectedRows} rows of ${name} are called ${label}.`)
      }
    }
    await sql.raw(probe).execute(db)
    await sql.raw(`grant usage on schema walls to ${appRole}; grant select on walls.row to ${appRole}`).execute(db)
  })
}

/**
 * Tries to see, change, remove and add every labelled row, of one table or of all, as whoever the transaction acts for, and undoes each try.
 * To add is to insert the row a second time: a wall refuses it before its key can be found taken.
 */
const probe = `create function walls.probe(chosen text) returns setof text language plpgsql as $$
declare try record; many bigint; seen bigint;
begin
  for try in select name, label, verb, case verb
      when 'see' then format('select from %I where %s', name, condition)
      when 'change' then format('update %1$I set %2$I = %2$I where %3$s', name, touched, condition)
      when 'remove' then format('delete from %I where %s', name, condition)
      else format('insert into %1$I overriding system value select * from jsonb_populate_record(null::%1$I, %2$L)', name, content)
    end as statement from walls.row, unnest(array['see', 'change', 'remove', 'add']) as verb where chosen is null or name = chosen
  loop
    begin
      execute try.statement;
      get diagnostics many = row_count;
      raise exception using errcode = 'AQ000', message = many::text;
    exception
      when sqlstate 'AQ000' then if sqlerrm <> '0' then return next try.verb || ' ' || try.name || ' ' || try.label; end if;
      when insufficient_privilege then null;
      when integrity_constraint_violation then return next try.verb || ' ' || try.name || ' ' || try.label;
    end;
  end loop;
  for try in select name, string_agg(condition, ' or ') as known from walls.row where chosen is null or name = chosen group by name loop
    begin
      execute format('select count(*) from %I where not (%s)', try.name, try.known) into seen;
      if seen > 0 then return next 'see ' || try.name || ' unlabelled'; end if;
    exception when insufficient_privilege then null;
    end;
  end loop;
end $$`

const at = `'2026-11-23T15:00:00Z'`
const uuid = (table: string, label: string) => `'${idOf(table, label)}'`
const [samira, mateo, olena, draft1, draft2] = files.map((label) => uuid('file', label))
const [given, withdrawn, asked] = referrals.map((label) => uuid('referral', label))
const [x, y] = [uuid('organization', 'x'), uuid('organization', 'y')]
const [agent06, agent02, lead, member] = ['agent06', 'agent02', 'lead', 'member'].map((label) => uuid('staff', label))
const each = (rows: readonly string[]) => rows.map((row) => `(${row})`).join(', ')

const rowsInSql: readonly string[] = [
  `delete from organization_contact`,
  `insert into directory_source (id, name) values ('walls', 'Walls')`,
  `insert into organization (id, source_id, source_key, name, description) values ${each([`${x}, 'walls', 'x', 'X', ''`, `${y}, 'walls', 'y', 'Y', ''`])}`,
  `insert into service (id, organization_id, source_id, source_key, name, description, status) values ${each([`${x}, ${x}, 'walls', 'x', 'X', '', 'active'`, `${y}, ${y}, 'walls', 'y', 'Y', '', 'active'`])}`,
  `insert into organization_contact values ${each([`${x}, 'sealed', '2026-11-01'`, `${y}, 'sealed', '2026-11-01'`])}`,
  `insert into listing_issue (id, service_id, kind, at) values (${uuid('listing_issue', 'x')}, ${x}, 'to-call', ${at})`,
  `insert into staff (id, kind, role, name, email_sealed, email_hash, regions, organization_id, invited_at) values ${each(
    [
      `${agent06}, 'agent', 'agent', 'A', 'sealed', 'a', '{06}', null, ${at}`,
      `${agent02}, 'agent', 'agent', 'B', 'sealed', 'b', '{02}', null, ${at}`,
      `${lead}, 'agent', 'lead', 'C', 'sealed', 'c', '{06,02}', null, ${at}`,
      `${member}, 'organization', 'member', 'D', 'sealed', 'd', '{}', ${x}, ${at}`,
    ],
  )}`,
  `insert into person (id, first_name, language, registered_at) values ${each(['samira', 'mateo', 'olena', 'unfiled'].map((label) => `${uuid('person', label)}, '${label}', 'ar', ${at}`))}`,
  `insert into file (id, person_id, language, region, notice_version, created_at, last_activity_at) values ${each([
    `${samira}, ${uuid('person', 'samira')}, 'ar', '06', '1', ${at}, ${at}`,
    `${mateo}, ${uuid('person', 'mateo')}, 'en', '02', '1', ${at}, ${at}`,
    `${olena}, ${uuid('person', 'olena')}, 'en', null, '1', ${at}, ${at}`,
    `${draft1}, null, 'fr', '06', '1', ${at}, ${at}`,
    `${draft2}, null, 'fr', null, '1', ${at}, ${at}`,
  ])}`,
  `insert into referral (id, file_id, need_id, service_id, organization_id, sender_id, region, status, due_at, created_at, since) values ${each(
    [
      `${given}, ${samira}, 'home', ${x}, ${x}, ${agent06}, '06', 'requested', ${at}, ${at}, ${at}`,
      `${withdrawn}, ${mateo}, 'home', ${y}, ${y}, ${agent02}, '02', 'requested', ${at}, ${at}, ${at}`,
      `${asked}, ${olena}, 'home', ${y}, ${y}, ${lead}, null, 'draft', ${at}, ${at}, ${at}`,
    ],
  )}`,
  `insert into referral_content (referral_id, file_id, content_sealed, step_ids) values ${each([`${given}, ${samira}, 'sealed', '{sin}'`, `${withdrawn}, ${mateo}, 'sealed', '{sin}'`, `${asked}, ${olena}, 'sealed', '{sin}'`])}`,
  `insert into referral_event (id, referral_id, file_id, at, side, kind) values ${each([
    `${uuid('referral_event', 'given')}, ${given}, ${samira}, ${at}, 'requester', 'created'`,
    `${uuid('referral_event', 'withdrawn')}, ${withdrawn}, ${mateo}, ${at}, 'requester', 'created'`,
    `${uuid('referral_event', 'asked')}, ${asked}, ${olena}, ${at}, 'requester', 'created'`,
  ])}`,
  // 'stale': answered yes on an old page, before the one that was withdrawn was recorded
  `insert into consent (id, file_id, referral_id, organization_id, purpose, text_version, language, channel, state, asked_at, recorded_by) values ${each(
    [
      `${uuid('consent', 'stale')}, ${mateo}, ${withdrawn}, ${y}, 'referral', '1', 'en', 'screen', 'given', ${at}, ${agent02}`,
      `${uuid('consent', 'given')}, ${samira}, ${given}, ${x}, 'referral', '1', 'ar', 'screen', 'given', ${at}, ${agent06}`,
      `${uuid('consent', 'withdrawn')}, ${mateo}, ${withdrawn}, ${y}, 'referral', '1', 'en', 'oral', 'withdrawn', ${at}, ${agent02}`,
      `${uuid('consent', 'asked')}, ${olena}, ${asked}, ${y}, 'referral', '1', 'en', 'screen', 'asked', ${at}, ${lead}`,
    ],
  )}`,
  `insert into session (id, token_hash, kind, file_id, person_id, staff_id, referral_id, organization_id, created_at, expires_at) values ${each(
    [
      `${uuid('session', 'samira')}, 'session samira', 'newcomer', ${samira}, ${uuid('person', 'samira')}, null, null, null, ${at}, ${at}`,
      `${uuid('session', 'agent06')}, 'session agent06', 'staff', null, null, ${agent06}, null, null, ${at}, ${at}`,
      `${uuid('session', 'given')}, 'session given', 'link', null, null, null, ${given}, ${x}, ${at}, ${at}`,
    ],
  )}`,
  `insert into link (id, token_hash, purpose, file_id, referral_id, organization_id, language, created_at, expires_at) values ${each(
    [
      `${uuid('link', 'samira')}, 'link samira', 'registration', ${samira}, null, null, 'ar', ${at}, ${at}`,
      `${uuid('link', 'given')}, 'link given', 'referral', null, ${given}, ${x}, 'fr', ${at}, ${at}`,
      `${uuid('link', 'witness')}, 'link witness', 'witness', ${samira}, ${given}, ${x}, 'ar', ${at}, ${at}`,
      `${uuid('link', 'feed')}, 'link feed', 'feed', ${samira}, null, null, 'ar', ${at}, ${at}`,
    ],
  )}`,
  `insert into import_upload (id, source_id, source_name, file_name, content, status, uploaded_at, since, summary) values ${each(
    [
      `${uuid('import_upload', 'waiting')}, 'handed', 'H', 'h.zip', '\\x01', 'waiting', ${at}, ${at}, null`,
      `${uuid('import_upload', 'read')}, 'handed', 'H', 'h.zip', '\\x01', 'read', ${at}, ${at}, '{}'`,
    ],
  )}`,
  `insert into idempotency_record (key, created_at) values ('mine', ${at}), ('other', ${at})`,
  `insert into attempt values ('guess', 3, ${at})`,
  // one trace by each kind of actor: nobody may leave one in another's name
  `insert into audit_entry (at, actor, action, outcome, request_id, file_id) values ${each([
    `${at}, 'agent', 'file.opened', 'granted', 'samira', ${samira}`,
    `${at}, 'link', 'referral.read', 'granted', 'mateo', ${mateo}`,
    `${at}, 'job', 'referral.closed', 'granted', 'olena', ${olena}`,
    `${at}, 'draft', 'file.opened', 'granted', 'draft1', ${draft1}`,
    `${at}, 'newcomer', 'file.opened', 'granted', 'draft2', ${draft2}`,
    `${at}, 'nobody', 'session.opened', 'refused', 'unfiled', null`,
  ])}`,
  `insert into message (id, channel, template, language, file_id, created_at) values ${each([...files, 'letter'].map((label) => `${uuid('message', label)}, 'email', 'sign-in', 'fr', ${label === 'letter' ? 'null' : uuid('file', label)}, ${at}`))}`,
  `insert into message_content (message_id, to_sealed, values_sealed) values ${each([...files, 'letter'].map((label) => `${uuid('message', label)}, '\\x01', '\\x01'`))}`,
  `insert into task (id, kind, file_id, referral_id, region, language, reason, due_at, created_at) values ${each([
    `${uuid('task', 'samira-meeting')}, 'first-meeting', ${samira}, null, '06', 'ar', 'first-meeting', ${at}, ${at}`,
    `${uuid('task', 'samira-referral')}, 'referral', ${samira}, ${given}, '06', 'fr', 'referral-declined', ${at}, ${at}`,
    `${uuid('task', 'mateo-contact')}, 'first-contact', ${mateo}, null, '02', 'en', 'first-contact', ${at}, ${at}`,
    `${uuid('task', 'mateo-referral')}, 'referral', ${mateo}, ${withdrawn}, '02', 'fr', 'consent-withdrawn', ${at}, ${at}`,
    `${uuid('task', 'olena-meeting')}, 'first-meeting', ${olena}, null, null, 'en', 'first-meeting', ${at}, ${at}`,
    `${uuid('task', 'draft1-call')}, 'call-back', ${draft1}, null, '06', 'fr', 'call-asked', ${at}, ${at}`,
    `${uuid('task', 'draft2-call')}, 'call-back', ${draft2}, null, null, 'fr', 'call-asked', ${at}, ${at}`,
  ])}`,
  `insert into member (id, file_id, relation, name_sealed, created_at) values ${each(['samira', 'mateo'].map((label) => `${uuid('member', label)}, ${uuid('file', label)}, 'spouse', 'sealed', ${at}`))}`,
  `insert into answer (file_id, question_id, value_sealed, given_by, given_at) values ${each(files.map((label) => `${uuid('file', label)}, 'status', 'sealed', 'person', ${at}`))}`,
  `insert into answer (file_id, member_id, question_id, value_sealed, given_by, given_at) values (${samira}, ${uuid('member', 'samira')}, 'status', 'sealed', 'person', ${at})`,
  // what a member's plan has in common with what an organization may touch in the person's: the step, the referral, its own name
  `insert into plan_item (file_id, member_id, item_id, state, referral_id, changed_at, changed_by) values (${samira}, ${uuid('member', 'samira')}, 'sin', 'open', ${given}, ${at}, 'organization')`,
  `insert into plan_change (id, file_id, member_id, item_id, change, by_kind, draft, at) values (${uuid('plan_change', 'samira-member')}, ${samira}, ${uuid('member', 'samira')}, 'sin', 'done', 'organization', false, ${at})`,
  `insert into plan_item (file_id, item_id, state, draft, changed_at, changed_by) values ${each([
    ...files.map(
      (label) =>
        `${uuid('file', label)}, 'sin', 'done', false, ${at}, '${label === 'samira' ? 'organization' : 'person'}'`,
    ),
    `${samira}, 'bank-account', 'open', true, ${at}, 'agent'`,
  ])}`,
  `insert into plan_change (id, file_id, item_id, change, by_kind, draft, at) values ${each([
    ...files.map(
      (label) => `${uuid('plan_change', label)}, ${uuid('file', label)}, 'sin', 'done', 'person', false, ${at}`,
    ),
    `${uuid('plan_change', 'samira-draft')}, ${samira}, 'bank-account', 'added', 'agent', true, ${at}`,
    `${uuid('plan_change', 'samira-organization')}, ${samira}, 'sin', 'done', 'organization', false, ${at}`,
  ])}`,
  `insert into event (at, kind, file_id, body, subject) values ${each([
    ...files.map((label) => `${at}, 'plan.step-stuck', ${uuid('file', label)}, 'person', '${label}'`),
    `${at}, 'plan.step-stuck', null, 'service', 'unfiled'`,
  ])}`,
  `insert into reminder values ${each(['samira', 'mateo'].map((label) => `${uuid('file', label)}, 'tax-day', '2027-04-30', ${at}`))}`,
  `insert into reminder values (${samira}, 'tax-day', '2027-04-30', ${at}, ${uuid('member', 'samira')})`,
  `insert into reminder_stop values ${each(['samira', 'mateo'].map((label) => `${uuid('file', label)}, ${at}`))}`,
  `insert into meeting values ${each([
    `${uuid('meeting', 'samira')}, ${samira}, ${agent06}, 'first-meeting', '2026-11-20', ${at}`,
    `${uuid('meeting', 'mateo')}, ${mateo}, ${agent02}, 'first-meeting', '2026-11-20', ${at}`,
    `${uuid('meeting', 'olena')}, ${olena}, ${lead}, 'first-meeting', '2026-11-20', ${at}`,
  ])}`,
]
