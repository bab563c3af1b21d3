create table staff (
  id uuid primary key,
  kind text not null check (kind in ('agent', 'organization')),
  role text not null check (role in ('agent', 'editor', 'importer', 'lead', 'member')),
  name text not null,
  email_sealed bytea not null,
  email_hash text not null unique,
  regions text[] not null default '{}',
  organization_id uuid references organization,
  invited_at timestamptz not null,
  ended_at timestamptz
);
comment on table staff is 'owner: access; purpose: who works with the files, with which role and territory; retention: 24 months after the end; personal: yes';

create table session (
  id uuid primary key,
  token_hash text not null unique,
  kind text not null check (kind in ('draft', 'newcomer', 'staff', 'link')),
  file_id uuid references file on delete cascade,
  person_id uuid references person on delete cascade,
  staff_id uuid references staff,
  referral_id uuid,
  organization_id uuid references organization,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz
);
comment on table session is 'owner: access; purpose: to know a browser again; only the token''s hash is kept; retention: 30 days after it expires; personal: yes';
create index on session (file_id);
create index on session (expires_at);

create table link (
  id uuid primary key,
  token_hash text not null unique,
  purpose text not null check (purpose in ('registration', 'staff', 'referral', 'witness', 'withdraw')),
  file_id uuid references file on delete cascade,
  staff_id uuid references staff,
  referral_id uuid,
  consent_id uuid,
  person_id uuid references person on delete cascade,
  organization_id uuid references organization,
  first_name text,
  email_sealed bytea,
  language text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  code_hash text,
  code_expires_at timestamptz
);
comment on table link is 'owner: access; purpose: one token, one object; only the token''s hash is kept; retention: 30 days after it expires, a referral''s as the referral; personal: yes';
comment on column link.email_sealed is 'encrypted; purpose: where the link went, so that a new one goes to the same place only';
create index on link (file_id);
create index on link (expires_at);

create table idempotency_record (
  key text primary key,
  status integer,
  location text,
  body_sealed bytea,
  cookies_sealed bytea,
  created_at timestamptz not null
);
comment on table idempotency_record is 'owner: access; purpose: a command sent twice is done once and answered alike; retention: 24 hours; personal: yes';
create index on idempotency_record (created_at);

create table attempt (
  key text primary key,
  count integer not null,
  began_at timestamptz not null
);
comment on table attempt is 'owner: access; purpose: wrong tokens, codes and sign-ins are counted and slowed; keys are hashes; retention: 24 hours; personal: no';

-- Possession of the token's hash opens the row, whoever asks; nothing else does.
alter table session enable row level security;
create policy bearer on session using (token_hash = (select app_bearer()));
create policy job_any on session using ((select app_actor()) = 'job');
alter table link enable row level security;
create policy bearer on link for select using (token_hash = (select app_bearer()));
create policy bearer_uses on link for update using (token_hash = (select app_bearer()));
create policy actors_make on link for insert with check ((select app_actor()) <> 'nobody' or purpose in ('registration', 'staff', 'referral'));
create policy job_any on link using ((select app_actor()) = 'job');
alter table idempotency_record enable row level security;
create policy own_key on idempotency_record using (key = (select app_request_key()));
create policy job_ends on idempotency_record for delete using ((select app_actor()) = 'job');
create policy job_sees on idempotency_record for select using ((select app_actor()) = 'job');
alter table staff enable row level security;
create policy self on staff for select using (id = (select app_actor_id()));
create policy agents_see_agents on staff for select using ((select app_actor()) = 'agent' and kind = 'agent');
create policy operator_any on staff using ((select app_actor()) = 'operator');

grant select, insert, update, delete on session, link, idempotency_record to {{app}};
grant select, insert, update on staff to {{app}};

-- Functions that look where nobody may name their schemas, pg_temp last: a caller's temporary table never stands in for ours.
-- The one way to an actor: the session with this hash, if it still holds, and what its holder may reach today.
create function session_of(hash text, at timestamptz)
returns table (id uuid, kind text, file_id uuid, person_id uuid, staff_id uuid, referral_id uuid, organization_id uuid, role text, regions text[], name text, staff_kind text)
language sql stable security definer set search_path = public, pg_temp as $$
  select s.id, s.kind, s.file_id, s.person_id, s.staff_id, s.referral_id, coalesce(s.organization_id, t.organization_id), t.role, t.regions,
    coalesce(t.name, o.name), t.kind
  from session s left join staff t on t.id = s.staff_id left join organization o on o.id = s.organization_id
  where s.token_hash = hash and s.ended_at is null and s.expires_at > at and (s.kind <> 'staff' or t.ended_at is null)
    -- a nameless file that has got its person is that person's: other browsers come in by a link
    and (s.kind <> 'draft' or exists (select from file f where f.id = s.file_id and f.person_id is null))
$$;

-- A staff sign-in asks by address without being anybody yet; it learns only the id to write to.
create function staff_to_write_to(hash text) returns uuid language sql stable security definer set search_path = public, pg_temp as $$
  select id from staff where email_hash = hash and ended_at is null
$$;

-- Counts one more attempt and answers how many there were in the window; the table itself is out of reach.
create function count_attempt(attempt_key text, at timestamptz, lasts interval) returns integer
language sql security definer set search_path = public, pg_temp as $$
  insert into attempt as a (key, count, began_at) values (attempt_key, 1, at)
  on conflict (key) do update set
    count = case when a.began_at < at - lasts then 1 else a.count + 1 end,
    began_at = case when a.began_at < at - lasts then at else a.began_at end
  returning count
$$;
create function attempts_made(attempt_key text, at timestamptz, lasts interval) returns integer
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce((select count from attempt where key = attempt_key and began_at >= at - lasts), 0)
$$;
-- Counters of a day ago slow nobody any more.
create function forget_attempts(before timestamptz) returns void
language sql security definer set search_path = public, pg_temp as $$
  delete from attempt where began_at < before
$$;
revoke execute on function session_of, staff_to_write_to, count_attempt, attempts_made, forget_attempts from public;
grant execute on function session_of, staff_to_write_to, count_attempt, attempts_made, forget_attempts to {{app}};

-- Someone who comes back asks for a link by address, before being anybody; it goes to that address only.
create function files_to_write_to(hash text) returns table (file_id uuid, person_id uuid, language text)
language sql stable security definer set search_path = public, pg_temp as $$
  select f.id, p.id, p.language from person p join file f on f.person_id = p.id where p.email_hash = hash
$$;
revoke execute on function files_to_write_to from public;
grant execute on function files_to_write_to to {{app}};
