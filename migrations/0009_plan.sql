create table plan_step (
  file_id uuid not null references file on delete cascade,
  step_id text not null,
  done_at timestamptz not null,
  done_by text not null check (done_by in ('person', 'agent', 'organization')),
  primary key (file_id, step_id)
);
comment on table plan_step is 'owner: plan; purpose: the steps a person ticked as done; retention: as its file; personal: yes';

alter table plan_step enable row level security;
create policy through_file on plan_step using (exists (select from file where file.id = plan_step.file_id));
grant select, insert, update, delete on plan_step to {{app}};
