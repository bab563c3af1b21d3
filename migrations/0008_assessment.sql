create table answer (
  file_id uuid not null references file on delete cascade,
  question_id text not null,
  value_sealed bytea,
  given_by text not null check (given_by in ('person', 'agent', 'organization')),
  given_at timestamptz not null,
  primary key (file_id, question_id)
);
comment on table answer is 'owner: assessment; purpose: what a person told, to build their plan; retention: as its file; personal: yes';
comment on column answer.value_sealed is 'encrypted; null when the question was skipped';

alter table answer enable row level security;
create policy through_file on answer using (exists (select from file where file.id = answer.file_id));
grant select, insert, update, delete on answer to {{app}};
