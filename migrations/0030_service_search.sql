-- What a search reads of a service, in one row: kept beside the entries by whoever changes them, with refresh_search().
create text search configuration french_plain (copy = french);
alter text search configuration french_plain alter mapping for hword, hword_part, word with unaccent, french_stem;
create text search configuration english_plain (copy = english);
alter text search configuration english_plain alter mapping for hword, hword_part, word with unaccent, english_stem;

alter table service
  add takes_new boolean, add takes_new_on date,
  add hidden_at timestamptz;
comment on column service.takes_new is 'whether it takes new people, as the organization says; null until it says';
comment on column service.takes_new_on is 'the day it said so';
comment on column service.hidden_at is 'since when it is kept from readers, for nobody confirmed it any more';

-- Îles-de-la-Madeleine live by Halifax; the coast east of 63° W keeps Atlantic time all year (RLRQ c T-5.1); the rest by Montréal.
create function zone_of(lat double precision, lon double precision) returns text language sql immutable parallel safe as $$
  select case when lon > -63 and lon < -61 and lat between 46.9 and 48.2 then 'America/Halifax'
    when lon > -63 and lat > 49.5 then 'America/Blanc-Sablon' else 'America/Toronto' end
$$;

create table service_search (
  service_id uuid primary key references service on delete cascade,
  organization_id uuid not null references organization,
  offered boolean not null,
  names text not null,
  words tsvector not null,
  needs text[] not null,
  languages text[] not null,
  regions text[] not null,
  all_regions boolean not null,
  latitude double precision,
  longitude double precision,
  accepts text[] not null,
  refuses text[] not null,
  free boolean,
  evening boolean not null,
  weekend boolean not null,
  channels text[] not null,
  takes_new boolean,
  confirmed boolean not null,
  wait_days integer,
  zone text not null,
  open_week int4multirange not null
);
comment on table service_search is 'owner: directory; purpose: one row a service, for searches; retention: as its service; personal: no';
comment on column service_search.offered is 'of an opened source, active, of an active organization, and not hidden for want of a confirmation';
comment on column service_search.open_week is 'minutes since Monday 0:00 of the place, in which its weekly hours say that it is open';
comment on column service_search.refuses is 'statuses that a source says are not taken; without a source it is only a question';
create index on service_search using gin (words) where offered;
create index on service_search using gin (names gin_trgm_ops) where offered;
create index on service_search using gin (needs) where offered;
create index on service_search using gin (languages) where offered;
create index on service_search using gin (regions) where offered;
create index on service_search (all_regions) where offered and all_regions;
create index on service_search (latitude, longitude) where offered;
create index on service_search (organization_id);
grant select on service_search to {{app}};

-- Hours in the evening are those that end after 18:00; days as RFC 5545 writes them.
create function refresh_search(services uuid[]) returns integer language sql security definer set search_path = public, pg_temp as $$
  with chosen as (
    select s.*, o.name as organization_name, o.alternate_name as organization_alternate, o.region, o.status as organization_status,
      o.confirmed_on, src.opened_at
    from service s join organization o on o.id = s.organization_id join directory_source src on src.id = s.source_id
    where s.id = any (services)
  ), places as (
    select k.service_id, bool_or(l.confidential) as confidential,
      (array_agg(l.latitude order by k.source_key) filter (where l.latitude is not null and l.longitude is not null))[1] as latitude,
      (array_agg(l.longitude order by k.source_key) filter (where l.latitude is not null and l.longitude is not null))[1] as longitude,
      array_remove(array_agg(distinct l.region), null) as regions,
      bool_or(l.location_type = 'physical') as physical, bool_or(l.location_type = 'virtual') as virtual
    from service_at_location k join location l on l.id = k.location_id and l.gone_at is null
    where k.service_id = any (services) group by k.service_id
  ), hours as (
    select x.service_id, bool_or(h.closes_at > '18:00') as evening, bool_or(h.byday ~ '(SA|SU)') as weekend
    from (
      select s.id as service_id, h.id from chosen s join schedule h on h.service_id = s.id
      union select k.service_id, h.id from service_at_location k join schedule h on h.location_id = k.location_id
        where k.service_id = any (services)
    ) x join schedule h on h.id = x.id group by x.service_id
  ), open_minutes as (
    select x.service_id, range_agg(int4range(
        day.number * 1440 + (extract(hour from h.opens_at) * 60 + extract(minute from h.opens_at))::integer,
        day.number * 1440 + (extract(hour from h.closes_at) * 60 + extract(minute from h.closes_at))::integer)) as week
    from (
      select s.id as service_id, h.id from chosen s join schedule h on h.service_id = s.id
      union select k.service_id, h.id from service_at_location k join schedule h on h.location_id = k.location_id
        where k.service_id = any (services) and not exists (select from schedule own where own.service_id = k.service_id)
    ) x join schedule h on h.id = x.id
      cross join lateral unnest(string_to_array(h.byday, ',')) as said (weekday)
      join (values ('MO', 0), ('TU', 1), ('WE', 2), ('TH', 3), ('FR', 4), ('SA', 5), ('SU', 6)) as day (weekday, number)
        on day.weekday = said.weekday
    where coalesce(h.freq, 'WEEKLY') = 'WEEKLY' and coalesce(h.interval, 1) = 1 and h.opens_at < h.closes_at
      and (h.valid_from is null or h.valid_from <= current_date) and (h.valid_to is null or h.valid_to >= current_date)
    group by x.service_id
  ), written as (
    insert into service_search
    select s.id, s.organization_id,
      s.opened_at is not null and s.status = 'active' and s.organization_status = 'active' and s.gone_at is null and s.hidden_at is null,
      lower(unaccent(concat_ws(' ', s.name, s.alternate_name, s.organization_name, s.organization_alternate))),
      setweight(to_tsvector('french_plain', concat_ws(' ', s.name, s.alternate_name, s.organization_name, s.organization_alternate)), 'A')
        || setweight(to_tsvector('english_plain', concat_ws(' ', s.name, s.alternate_name, s.organization_name, s.organization_alternate)), 'A')
        || setweight(to_tsvector('french_plain', left(s.description, 20000)), 'C')
        || setweight(to_tsvector('english_plain', left(s.description, 20000)), 'C'),
      coalesce((select array_agg(n.need_id order by n.need_id) from service_need n where n.service_id = s.id), '{}'),
      coalesce((select array_agg(distinct coalesce(l.code, l.name)) from language l where l.service_id = s.id and coalesce(l.code, l.name) is not null), '{}'),
      array_remove(coalesce(p.regions, '{}') || array[s.region], null),
      s.all_regions,
      case when p.confidential then null else p.latitude end, case when p.confidential then null else p.longitude end,
      coalesce((select array_agg(t.status) from service_status t where t.service_id = s.id and t.accepts
        and (t.valid_from is null or t.valid_from <= current_date) and (t.valid_to is null or t.valid_to >= current_date)), '{}'),
      coalesce((select array_agg(t.status) from service_status t where t.service_id = s.id and not t.accepts and t.source is not null
        and (t.valid_from is null or t.valid_from <= current_date) and (t.valid_to is null or t.valid_to >= current_date)), '{}'),
      case when exists (select from cost_option c where c.service_id = s.id and c.amount > 0) then false
        when exists (select from cost_option c where c.service_id = s.id and c.amount = 0)
          or concat_ws(' ', s.fees, s.fees_description) ~* '^\s*(gratuit|sans frais|free|no (cost|fee|charge)|none|0( ?\$)?)' then true end,
      coalesce(h.evening, false), coalesce(h.weekend, false),
      array_remove(array[case when coalesce(p.physical, false) then 'in-person' end,
        case when exists (select from phone t where t.service_id = s.id or t.organization_id = s.organization_id) then 'phone' end,
        case when coalesce(p.virtual, false) then 'online' end], null),
      s.takes_new, s.confirmed_on is not null or s.assured_date is not null,
      (substring(s.wait_time from '^\s*(\d{1,3})\s*(?:jour|day)'))::integer,
      zone_of(p.latitude, p.longitude), coalesce(m.week, '{}')
    from chosen s left join open_minutes m on m.service_id = s.id left join places p on p.service_id = s.id left join hours h on h.service_id = s.id
    on conflict (service_id) do update set organization_id = excluded.organization_id, offered = excluded.offered,
      names = excluded.names, words = excluded.words, needs = excluded.needs, languages = excluded.languages,
      regions = excluded.regions, all_regions = excluded.all_regions, latitude = excluded.latitude, longitude = excluded.longitude,
      accepts = excluded.accepts, refuses = excluded.refuses, free = excluded.free, evening = excluded.evening,
      weekend = excluded.weekend, channels = excluded.channels, takes_new = excluded.takes_new,
      confirmed = excluded.confirmed, wait_days = excluded.wait_days,
      zone = excluded.zone, open_week = excluded.open_week
    returning 1
  )
  select count(*)::integer from written
$$;
comment on function refresh_search(uuid[]) is 'writes again what searches read of these services; after every change of an entry';
revoke all on function refresh_search(uuid[]) from public;
grant execute on function refresh_search(uuid[]) to {{app}};
select refresh_search(array(select id from service));

-- The words of a query, each to be met in a name: weight A on every lexeme.
create function in_names(query tsquery) returns tsquery language sql immutable parallel safe as $$
  select regexp_replace(query::text, '''(?=[ )&|<]|$)', ''':A', 'g')::tsquery
$$;
