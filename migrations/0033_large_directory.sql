-- A hundred thousand services: nothing that grows faster than they do, and no index that is written and never read.

-- Most of these columns are empty in most rows: an entry has one owner.
drop index phone_organization_id_idx, phone_service_id_idx, phone_location_id_idx, phone_contact_id_idx, phone_service_at_location_id_idx;
create index on phone (organization_id) where organization_id is not null;
create index on phone (service_id) where service_id is not null;
create index on phone (location_id) where location_id is not null;
create index on phone (contact_id) where contact_id is not null;
create index on phone (service_at_location_id) where service_at_location_id is not null;
drop index schedule_service_id_idx, schedule_location_id_idx, schedule_service_at_location_id_idx;
create index on schedule (service_id) where service_id is not null;
create index on schedule (location_id) where location_id is not null;
create index on schedule (service_at_location_id) where service_at_location_id is not null;
drop index language_service_id_idx, language_location_id_idx, language_phone_id_idx;
create index on language (service_id) where service_id is not null;
create index on language (location_id) where location_id is not null;
create index on language (phone_id) where phone_id is not null;
-- names are searched without accents, through service_search: this one was read by nobody
drop index service_name_idx;

-- One index for what searches combine: it answers "these words or this need, in this region, in this language" by itself, where several
-- would each give thousands of rows to be read and thrown away.
drop index service_search_words_idx, service_search_needs_idx, service_search_languages_idx, service_search_regions_idx,
  service_search_all_regions_idx;
create index service_search_found_idx on service_search using gin (words, needs, languages, regions) where offered;
comment on column service_search.regions is 'of its places and its organization; and "all" where it serves all of Québec, so that one condition finds both';

-- The same as before, asked of each service in turn: however wrong an estimate is, twice the services take twice the time.
create or replace function refresh_search(services uuid[]) returns integer language sql security definer set search_path = public, pg_temp as $$
  with chosen as (
    select s.*, o.name as organization_name, o.alternate_name as organization_alternate, o.region, o.status as organization_status,
      o.confirmed_on, src.opened_at
    from service s join organization o on o.id = s.organization_id join directory_source src on src.id = s.source_id
    where s.id = any (services)
  ), written as (
    insert into service_search
    select s.id, s.organization_id,
      s.opened_at is not null and s.status = 'active' and s.organization_status = 'active' and s.gone_at is null and s.hidden_at is null,
      lower(unaccent(named.by)),
      setweight(to_tsvector('french_plain', named.by), 'A') || setweight(to_tsvector('english_plain', named.by), 'A')
        || setweight(to_tsvector('french_plain', left(s.description, 20000)), 'C')
        || setweight(to_tsvector('english_plain', left(s.description, 20000)), 'C'),
      coalesce((select array_agg(n.need_id order by n.need_id) from service_need n where n.service_id = s.id), '{}'),
      coalesce((select array_agg(distinct coalesce(l.code, l.name)) from language l where l.service_id = s.id and coalesce(l.code, l.name) is not null), '{}'),
      array_remove(coalesce(p.regions, '{}') || array[s.region, case when s.all_regions then 'all' end], null),
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
        case when exists (select from phone t where t.service_id = s.id)
          or exists (select from phone t where t.organization_id = s.organization_id) then 'phone' end,
        case when coalesce(p.virtual, false) then 'online' end], null),
      s.takes_new, s.confirmed_on is not null or s.assured_date is not null,
      (substring(s.wait_time from '^\s*(\d{1,3})\s*(?:jour|day)'))::integer,
      zone_of(p.latitude, p.longitude), coalesce(w.open, '{}')
    from chosen s
      cross join lateral (values (concat_ws(' ', s.name, s.alternate_name, s.organization_name, s.organization_alternate))) as named (by)
      cross join lateral (
        select bool_or(l.confidential) as confidential,
          (array_agg(l.latitude order by k.source_key) filter (where l.latitude is not null and l.longitude is not null))[1] as latitude,
          (array_agg(l.longitude order by k.source_key) filter (where l.latitude is not null and l.longitude is not null))[1] as longitude,
          array_remove(array_agg(distinct l.region), null) as regions,
          bool_or(l.location_type = 'physical') as physical, bool_or(l.location_type = 'virtual') as virtual
        from service_at_location k join location l on l.id = k.location_id and l.gone_at is null
        where k.service_id = s.id
      ) p
      cross join lateral (
        select bool_or(x.closes_at > '18:00') as evening, bool_or(x.byday ~ '(SA|SU)') as weekend
        from (
          select own.closes_at, own.byday from schedule own where own.service_id = s.id
          union all select at_place.closes_at, at_place.byday
            from service_at_location k join schedule at_place on at_place.location_id = k.location_id where k.service_id = s.id
        ) x
      ) h
      cross join lateral (
        select range_agg(int4range(
          day.number * 1440 + (extract(hour from x.opens_at) * 60 + extract(minute from x.opens_at))::integer,
          day.number * 1440 + (extract(hour from x.closes_at) * 60 + extract(minute from x.closes_at))::integer)) as open
        from schedule x cross join lateral unnest(string_to_array(x.byday, ',')) as said (weekday)
          join (values ('MO', 0), ('TU', 1), ('WE', 2), ('TH', 3), ('FR', 4), ('SA', 5), ('SU', 6)) as day (weekday, number)
            on day.weekday = said.weekday
        where x.id = any (array(
            select own.id from schedule own where own.service_id = s.id
            union all select at_place.id
              from service_at_location k join schedule at_place on at_place.location_id = k.location_id
              where k.service_id = s.id and not exists (select from schedule own where own.service_id = s.id)))
          and coalesce(x.freq, 'WEEKLY') = 'WEEKLY' and coalesce(x.interval, 1) = 1 and x.opens_at < x.closes_at
          and (x.valid_from is null or x.valid_from <= current_date) and (x.valid_to is null or x.valid_to >= current_date)
      ) w
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
-- only these rows read otherwise than before
update service_search set regions = regions || array['all'] where all_regions;
