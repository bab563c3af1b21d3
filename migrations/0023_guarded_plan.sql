-- What an agent prepares is the agents' alone: a reminder would tell of it before it is shown.
drop policy drafts_are_the_agents on plan_item;
create policy drafts_are_the_agents on plan_item as restrictive using (not draft or (select app_actor()) = 'agent');
drop policy drafts_are_the_agents on plan_change;
create policy drafts_are_the_agents on plan_change as restrictive for select using (not draft or (select app_actor()) = 'agent');

-- Who changes a step that an agent prepared unseen takes it up: it is shown from then on, and nothing is lost of either.
create function show_draft(whose uuid, of_member uuid, step text) returns boolean
language sql security definer set search_path = public, pg_temp as $$
  with own as (select id from file where id = whose and ((app_actor() = 'draft' and id = app_file() and person_id is null)
      or (app_actor() = 'newcomer' and person_id = app_person()))),
    shown as (update plan_item set draft = false where file_id in (select id from own) and member_id is not distinct from of_member
      and item_id = step and draft returning item_id),
    told as (update plan_change set draft = false where file_id in (select id from own) and member_id is not distinct from of_member
      and item_id = step and draft)
  select exists (select from shown)
$$;
revoke execute on function show_draft from public;
grant execute on function show_draft to {{app}};

-- A step that an organization adds under a need of the compartment is on no paper and in no calendar.
alter table plan_item add protected boolean not null default false;
comment on column plan_item.protected is 'written by hand under a need of the compartment: in no print, feed or mail';
