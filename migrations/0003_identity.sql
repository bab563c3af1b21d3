-- A file begins without a name at the first answer; registration gives it a person.
create table person (
  id uuid primary key,
  first_name text not null check (char_length(first_name) between 1 and 80),
  email_sealed bytea,
  email_hash text,
  language text not null,
  registered_at timestamptz not null,
  version integer not null default 1
);
comment on table person is 'owner: identity; purpose: to call a registered newcomer by name and write to them; retention: 24 months after the last activity, then destroyed; personal: yes';
comment on column person.email_sealed is 'encrypted; purpose: links and notices; seen by: nobody on a screen but the person';
create index on person (email_hash);

create table file (
  id uuid primary key,
  person_id uuid unique references person,
  language text not null,
  region text check (region ~ '^(0[1-9]|1[0-7])$'),
  notice_version text not null,
  created_at timestamptz not null,
  last_activity_at timestamptz not null,
  expires_at timestamptz
);
comment on table file is 'owner: identity; purpose: what assessment and plan hang from, before and after a name is known; retention: 30 days without registration, else as its person; personal: yes';
create index on file (region) where person_id is not null;
create index on file (expires_at) where expires_at is not null;

alter table file enable row level security;
create policy draft_own on file using ((select app_actor()) = 'draft' and id = (select app_file()) and (person_id is null or person_id = (select app_person())))
  with check ((select app_actor()) = 'draft' and id = (select app_file()));
create policy newcomer_own on file using ((select app_actor()) = 'newcomer' and person_id = (select app_person()));
create policy agent_territory on file for select using ((select app_actor()) = 'agent' and person_id is not null
  and (region is null or region = any ((select app_regions())::text[])));
create policy job_any on file using ((select app_actor()) = 'job');
-- All that hangs from a file goes with it, the ledger of consents too: retention ends a file, and no page does.
create policy only_jobs_end on file as restrictive for delete using ((select app_actor()) = 'job');

alter table person enable row level security;
create policy through_file on person for select using (exists (select from file where file.person_id = person.id));
create policy newcomer_own on person for update using ((select app_actor()) = 'newcomer' and id = (select app_person()));
create policy draft_registers on person for insert with check ((select app_actor()) = 'draft' and id = (select app_person()));
-- Also a person whose file is gone already: what nobody could see, nobody could end.
create policy job_any on person using ((select app_actor()) = 'job');

grant select, insert, update, delete on file, person to {{app}};
