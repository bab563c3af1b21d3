create table task (
  id uuid primary key,
  kind text not null check (kind in ('first-meeting', 'first-contact', 'call-back', 'referral')),
  file_id uuid references file on delete cascade,
  referral_id uuid,
  region text check (region ~ '^(0[1-9]|1[0-7])$'),
  language text not null,
  owner_id uuid references staff,
  reason text not null,
  details_sealed bytea,
  due_at timestamptz not null,
  created_at timestamptz not null,
  done_at timestamptz,
  done_by uuid references staff,
  version integer not null default 1
);
comment on table task is 'owner: task; purpose: what the ministry owes someone, why, by when and who does it; retention: 24 months after it is done; personal: yes';
comment on column task.details_sealed is 'encrypted; a telephone number and safe hours, when someone asked to be called';
create index task_open on task (region, due_at) where done_at is null;
create index on task (file_id);

alter table task enable row level security;
create policy agent_territory on task using ((select app_actor()) = 'agent' and (region is null or region = any ((select app_regions())::text[])));
create policy actors_ask on task for insert with check (((select app_actor()) in ('draft', 'newcomer') and file_id in (select id from file))
  or ((select app_actor()) = 'link' and referral_id = (select app_referral())));
create policy job_any on task using ((select app_actor()) = 'job');
-- What is owed is done or reassigned; it does not vanish.
create policy only_jobs_end on task as restrictive for delete using ((select app_actor()) = 'job');
grant select, insert, update, delete on task to {{app}};

-- What the registration promised, for the person: kind and due time only, never the details of a call.
create policy newcomer_promise on task for select using ((select app_actor()) = 'newcomer' and kind in ('first-meeting', 'first-contact') and file_id in (select id from file));
