-- An assessment keeps the version of the questions it began with; an answer says who gave it and when it was last said to be true.
alter table file add question_set text not null default '2026-11';
comment on column file.question_set is 'the version of the questions this assessment began with';
alter table answer add given_label text, add confirmed_at timestamptz;
comment on column answer.given_label is 'the name of the agent or organization that wrote it down; null when the person did';
comment on column answer.confirmed_at is 'when the person last said that it is still true';
