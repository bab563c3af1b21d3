-- The plan is one, edited by the person and by whoever helps them: what was changed beside the rules, and by whom.
create table plan_item (
  file_id uuid not null references file on delete cascade,
  item_id text not null,
  own boolean not null default false,
  state text not null check (state in ('open', 'done', 'put')),
  responsible text check (responsible in ('me', 'organization', 'agent')),
  title_sealed bytea,
  letter_day_sealed bytea,
  draft boolean not null default false,
  changed_at timestamptz not null,
  changed_by text not null check (changed_by in ('person', 'agent', 'organization')),
  version integer not null default 1,
  primary key (file_id, item_id),
  check (own = (title_sealed is not null))
);
comment on table plan_item is 'owner: plan; purpose: what people changed in a plan beside its rules: done, put away, added, dated, who does it; retention: as its file; personal: yes';
comment on column plan_item.item_id is 'a step of the library, or for a step written by hand an id of its own';
comment on column plan_item.title_sealed is 'encrypted; a step written by hand, in the words of whoever wrote it';
comment on column plan_item.letter_day_sealed is 'encrypted; the date that the person read on their own letter, or that was agreed on';
comment on column plan_item.draft is 'prepared by an agent, not yet shown to the person';

insert into plan_item (file_id, item_id, state, changed_at, changed_by) select file_id, step_id, 'done', done_at, done_by from plan_step;
drop table plan_step;

alter table plan_item enable row level security;
create policy through_file on plan_item using (exists (select from file where file.id = plan_item.file_id));
create policy drafts_are_the_agents on plan_item as restrictive using (not draft or (select app_actor()) in ('agent', 'job'));
grant select, insert, update, delete on plan_item to {{app}};

create table plan_change (
  id uuid primary key,
  number bigint generated always as identity,
  file_id uuid not null references file on delete cascade,
  item_id text not null,
  change text not null check (change in ('done', 'undone', 'put', 'back', 'added', 'dated', 'undated', 'responsible', 'stuck', 'change-asked')),
  by_kind text not null check (by_kind in ('person', 'agent', 'organization')),
  by_label text,
  reason_sealed bytea,
  draft boolean not null default false,
  at timestamptz not null
);
comment on table plan_change is 'owner: plan; purpose: each change of a plan, who made it, when and why; its count is the version; append only; retention: as its file; personal: yes';
comment on column plan_change.reason_sealed is 'encrypted; why, in the words of whoever changed it';
create index on plan_change (file_id, number);

alter table plan_change enable row level security;
create policy through_file on plan_change for select using (exists (select from file where file.id = plan_change.file_id));
create policy drafts_are_the_agents on plan_change as restrictive for select using (not draft or (select app_actor()) in ('agent', 'job'));
create policy in_ones_own_name on plan_change for insert with check (exists (select from file where file.id = plan_change.file_id)
  and by_kind = case when (select app_actor()) in ('draft', 'newcomer') then 'person' else (select app_actor()) end);
create policy agent_publishes on plan_change for update using ((select app_actor()) = 'agent' and draft
  and exists (select from file where file.id = plan_change.file_id)) with check ((select app_actor()) = 'agent');
-- What was said stays as it was said: only that it is shown may change.
grant select, insert, update (draft) on plan_change to {{app}};
