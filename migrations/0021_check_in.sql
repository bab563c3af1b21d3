-- Mails that the service writes of itself: two minutes at set days, dates not to miss, and one button to stop them.
create table reminder_stop (
  file_id uuid primary key references file on delete cascade,
  stopped_at timestamptz not null
);
comment on table reminder_stop is 'owner: plan; purpose: a person wants no more reminders; retention: as its file; personal: yes';
alter table reminder_stop enable row level security;
create policy newcomer_own on reminder_stop using ((select app_actor()) = 'newcomer' and file_id = (select app_file()));
create policy job_reads on reminder_stop for select using ((select app_actor()) = 'job');
grant select, insert, delete on reminder_stop to {{app}};

alter table link drop constraint link_purpose_check;
alter table link add constraint link_purpose_check check (purpose in ('registration', 'staff', 'referral', 'witness', 'withdraw', 'check-in', 'unsubscribe', 'resume', 'feed'));

create or replace function person_of_link(hash text) returns table (person_id uuid, file_id uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select f.person_id, f.id from link l join file f on f.id = l.file_id
  where l.token_hash = hash and l.purpose in ('witness', 'withdraw', 'feed', 'check-in', 'unsubscribe') and f.person_id is not null
$$;

-- An event of a slice whose name has two parts.
alter table event drop constraint event_kind_check;
alter table event add constraint event_kind_check check (kind ~ '^[a-z]+(-[a-z]+)*(\.[a-z-]+)+$');
