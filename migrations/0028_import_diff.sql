-- An import tells what it changes before it is applied, and of a bad row the column and what stands in it.
alter table taxonomy_term alter constraint taxonomy_term_parent_id_fkey deferrable initially deferred;
alter table import_run add layout text, add removed integer, add ended integer, add back integer;
-- a run under way has its row first, as the trace of a change points to it
delete from import_problem;
comment on table import_problem is 'owner: directory; purpose: each row an import refused or doubts, with where and why; retention: 24 months; personal: no';
alter table import_problem add "column" text, add value text;
comment on column import_problem.reason is 'a key of content/*/directory.json: fault.<reason> says it, mend.<reason> says what to do';

create table import_change (
  run_id uuid not null references import_run,
  number integer not null,
  kind text not null check (kind in ('added', 'changed', 'gone', 'back')),
  resource text not null,
  resource_id uuid not null,
  label text not null,
  fields jsonb not null,
  primary key (run_id, number)
);
comment on table import_change is 'owner: directory; purpose: what an import changed, field by field, as an editor reads it; retention: 24 months; personal: no';
grant select on import_change to {{app}};
