create table audit_entry (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  actor text not null,
  actor_id uuid,
  actor_label text,
  action text not null,
  file_id uuid,
  referral_id uuid,
  outcome text not null check (outcome in ('granted', 'refused')),
  reason text,
  filter jsonb,
  shown integer,
  request_id text not null
);
comment on table audit_entry is 'owner: audit; purpose: who saw or did what with a file, for the person and for review; retention: 24 months; personal: yes';
create index on audit_entry (file_id, at);

alter table audit_entry enable row level security;
create policy everyone_leaves_a_trace on audit_entry for insert with check (actor = (select app_actor()));
create policy through_file on audit_entry for select using (file_id in (select id from file));

-- Append only: no update, no delete, for anyone who serves requests.
grant select, insert on audit_entry to {{app}};
