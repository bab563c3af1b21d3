create table meeting (
  id uuid primary key,
  file_id uuid not null references file on delete cascade,
  staff_id uuid not null references staff,
  kind text not null check (kind in ('first-meeting')),
  held_on date not null,
  noted_at timestamptz not null
);
comment on table meeting is 'owner: appointment; purpose: that a meeting was held, by whom and when; retention: as its file; personal: yes';
create index on meeting (file_id);

alter table meeting enable row level security;
create policy through_file on meeting for select using (exists (select from file where file.id = meeting.file_id));
create policy agent_notes on meeting for insert with check ((select app_actor()) = 'agent' and staff_id = (select app_actor_id())
  and exists (select from file where file.id = meeting.file_id));
grant select, insert on meeting to {{app}};
