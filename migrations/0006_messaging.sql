create table message (
  id uuid primary key,
  channel text not null check (channel in ('email')),
  template text not null,
  language text not null,
  file_id uuid references file on delete cascade,
  referral_id uuid,
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'failed')),
  attempts integer not null default 0,
  claimed_until timestamptz,
  created_at timestamptz not null,
  sent_at timestamptz,
  last_code text
);
comment on table message is 'owner: messaging; purpose: what was written to whom, and whether it left; retention: 24 months; personal: yes';
create index on message (file_id);
create index on message (created_at);

alter table message enable row level security;
create policy actors_write on message for insert with check (true);
create policy through_file on message for select using (file_id in (select id from file));
create policy job_any on message using ((select app_actor()) = 'job');
grant select, insert, update, delete on message to {{app}};

-- Where a message goes and what it says hold one-time links: the worker reads them, and nobody else ever does.
create table message_content (
  message_id uuid primary key references message on delete cascade,
  to_sealed bytea not null,
  values_sealed bytea not null
);
comment on table message_content is 'owner: messaging; purpose: to send the message; retention: destroyed once it has left; personal: yes';
comment on column message_content.values_sealed is 'encrypted; names, dates and one-time links';

alter table message_content enable row level security;
create policy actors_write on message_content for insert with check (true);
create policy job_any on message_content using ((select app_actor()) = 'job');
grant select, insert, update, delete on message_content to {{app}};
