-- Each of a household is reminded of their own dates, once each; the mail is the person's whose file it is.
alter table reminder drop constraint reminder_pkey, add member_id uuid references member on delete cascade;
alter table reminder add constraint reminder_one unique nulls not distinct (file_id, member_id, kind, due_on);
create index on reminder (member_id) where member_id is not null;
comment on column reminder.member_id is 'whose date it was; without, the person''s whose file it is';
