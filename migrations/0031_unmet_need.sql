-- What was looked for and not found: counts only, so that what is missing can be seen without knowing who missed it.
create table unmet_need (
  day date not null,
  need_id text not null,
  region text not null,
  language text not null,
  status_group text not null,
  times integer not null check (times > 0),
  primary key (day, need_id, region, language, status_group)
);
comment on table unmet_need is 'owner: matching; purpose: needs without an offer, by region, language and kind of status; retention: 60 months; personal: no';
comment on column unmet_need.region is 'two digits, or 00 where no place was said';
create function count_unmet(on_day date, need text, in_region text, spoken text, of_group text) returns void
language sql security definer set search_path = public, pg_temp as $$
  insert into unmet_need values (on_day, need, in_region, spoken, of_group, 1)
  on conflict (day, need_id, region, language, status_group) do update set times = unmet_need.times + 1
$$;
revoke all on function count_unmet(date, text, text, text, text) from public;
grant execute on function count_unmet(date, text, text, text, text) to {{app}};
grant select on unmet_need to {{app}};
