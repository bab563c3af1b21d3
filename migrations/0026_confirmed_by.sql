-- "Still true" is said by someone: the person, or whoever filled the questions with them.
alter table answer
  add confirmed_by text check (confirmed_by in ('person', 'agent', 'organization')),
  add confirmed_label text;
-- until now an agent's word left no mark: what was confirmed is taken as said by whoever gave the answer
update answer set confirmed_by = given_by, confirmed_label = given_label where confirmed_at is not null;
alter table answer add constraint confirmed_by_someone check ((confirmed_at is null) = (confirmed_by is null));
comment on column answer.confirmed_at is 'when someone last said that it is still true';
comment on column answer.confirmed_by is 'who said so';
comment on column answer.confirmed_label is 'the name of the agent or organization that said so; null when the person did';
