-- With a consent in force, an organization edits the same plan: the steps of its need that the person agreed to share, and those it adds.
alter table referral_content add step_ids text[] not null default '{}';
comment on column referral_content.step_ids is 'the steps of the person''s plan for this need, shown to the person before they agreed; none that few statuses have';
alter table plan_item add referral_id uuid references referral on delete set null;
comment on column plan_item.referral_id is 'the referral under which an organization added the step';
create index on plan_item (referral_id) where referral_id is not null;

-- referral_content has its own wall: it opens to a link only while the consent holds and the help goes on.
create policy link_sees_shared on plan_item for select using ((select app_actor()) = 'link' and member_id is null
  and exists (select from referral_content c where c.referral_id = (select app_referral()) and c.file_id = plan_item.file_id
    and (plan_item.item_id = any(c.step_ids) or plan_item.referral_id = c.referral_id)));
create policy link_changes_shared on plan_item for update using ((select app_actor()) = 'link' and member_id is null
  and exists (select from referral_content c where c.referral_id = (select app_referral()) and c.file_id = plan_item.file_id
    and (plan_item.item_id = any(c.step_ids) or plan_item.referral_id = c.referral_id)));
create policy link_adds_shared on plan_item for insert with check ((select app_actor()) = 'link' and member_id is null and changed_by = 'organization'
  and exists (select from referral_content c where c.referral_id = (select app_referral()) and c.file_id = plan_item.file_id
    and (plan_item.item_id = any(c.step_ids) or plan_item.referral_id = c.referral_id)));
create policy link_records on plan_change for insert with check ((select app_actor()) = 'link' and by_kind = 'organization' and member_id is null
  and exists (select from plan_item i where i.file_id = plan_change.file_id and i.item_id = plan_change.item_id));
