-- What was reminded of, so that nobody is reminded twice; the words are in the message.
create table reminder (
  file_id uuid not null references file on delete cascade,
  kind text not null,
  due_on date not null,
  sent_at timestamptz not null,
  primary key (file_id, kind, due_on)
);
comment on table reminder is 'owner: plan; purpose: a reminder or a check-in is sent once; retention: as its file; personal: yes';
alter table reminder enable row level security;
create policy job_any on reminder using ((select app_actor()) = 'job');
grant select, insert on reminder to {{app}};

alter table link drop constraint link_purpose_check;
alter table link add constraint link_purpose_check check (purpose in ('registration', 'staff', 'referral', 'witness', 'withdraw', 'check-in', 'resume', 'feed'));
alter table task drop constraint task_kind_check;
alter table task add constraint task_kind_check check (kind in ('first-meeting', 'first-contact', 'call-back', 'referral', 'plan'));
