-- One file a household, a plan a person: whoever lives with the person has answers and a plan of their own in the same file.
create table member (
  id uuid primary key,
  file_id uuid not null references file on delete cascade,
  relation text not null check (relation in ('spouse', 'child', 'parent', 'other')),
  name_sealed bytea not null,
  created_at timestamptz not null
);
comment on table member is 'owner: identity; purpose: the others of a household, so that each has a plan; retention: as its file, or until the person removes them; personal: yes';
comment on column member.name_sealed is 'encrypted; how the person calls them: a first name or a word';
create index on member (file_id);
alter table member enable row level security;
create policy through_file on member using (exists (select from file where file.id = member.file_id));
grant select, insert, delete on member to {{app}};

-- Without a member, a row is of the person whose file it is.
alter table answer drop constraint answer_pkey, add member_id uuid references member on delete cascade;
alter table answer add constraint answer_one unique nulls not distinct (file_id, member_id, question_id);
alter table plan_item drop constraint plan_item_pkey, add member_id uuid references member on delete cascade;
alter table plan_item add constraint plan_item_one unique nulls not distinct (file_id, member_id, item_id);
alter table plan_change add member_id uuid references member on delete cascade;
create index on answer (member_id) where member_id is not null;
create index on plan_item (member_id) where member_id is not null;
create index on plan_change (member_id) where member_id is not null;
