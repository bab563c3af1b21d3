-- What happened, counted without looking into files: append only.
create table event (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  kind text not null check (kind ~ '^[a-z]+(\.[a-z-]+)+$'),
  file_id uuid references file on delete set null,
  body text not null check (body in ('person', 'agent', 'organization', 'service')),
  subject text,
  region text
);
comment on table event is 'owner: audit; purpose: figures: a question asked twice, a step stuck, a check-in answered; never an answer; retention: 24 months, its file unnamed when that ends; personal: yes';
create index on event (kind, at);
create index on event (file_id);

alter table event enable row level security;
create policy everyone_counts on event for insert with check (file_id is null or exists (select from file where file.id = event.file_id));
create policy job_any on event using ((select app_actor()) = 'job');
grant select, insert, delete on event to {{app}};
