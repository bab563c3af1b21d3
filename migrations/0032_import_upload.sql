-- A directory that an editor hands over by a page: read without keeping anything, told as a difference, applied at their word.
create table import_upload (
  id uuid primary key,
  source_id text not null check (source_id ~ '^[a-z0-9-]{2,60}$' and source_id not in ('starter', 'invented')),
  source_name text not null check (char_length(source_name) between 1 and 120),
  file_name text not null check (char_length(file_name) between 1 and 120),
  content bytea check (octet_length(content) between 1 and 10485760),
  mapping bytea check (octet_length(mapping) <= 262144),
  status text not null default 'waiting' check (status in ('waiting', 'read', 'asked', 'applied', 'failed', 'refused')),
  uploaded_at timestamptz not null,
  since timestamptz not null,
  summary jsonb,
  problems jsonb,
  failure text,
  constraint content_while_needed check ((content is not null) = (status in ('waiting', 'read', 'asked'))),
  constraint failed_for_a_reason check ((failure is not null) = (status = 'failed')),
  constraint told_once_read check (summary is not null or status not in ('read', 'asked', 'applied'))
);
comment on table import_upload is 'owner: directory; purpose: a directory that an editor hands over, and what it would change, until they decide; retention: the file until it is applied or refused, the rest 7 days; personal: no';
comment on column import_upload.failure is 'a key of content/*/directory.json: uploads.failure.<reason>';
create index on import_upload (uploaded_at);

-- It may hold what nobody published yet. The worker reads the file and notes what it finds as the owning role.
alter table import_upload enable row level security;
create policy editors_only on import_upload using ((select app_actor()) = 'agent'
  and exists (select from staff where id = (select app_actor_id()) and role in ('editor', 'lead')));
grant select (id, source_id, source_name, file_name, status, uploaded_at, since, summary, problems, failure) on import_upload to {{app}};
grant insert (id, source_id, source_name, file_name, content, mapping, uploaded_at, since) on import_upload to {{app}};
grant update (status, since, content, mapping) on import_upload to {{app}};
