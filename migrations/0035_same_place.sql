-- The same organization from two sources: an editor says which is shown; the other is suspended, never merged nor deleted.
create table listing_pair (
  one uuid not null references organization on delete cascade,
  other uuid not null references organization on delete cascade,
  kept uuid references organization on delete cascade,
  by_label text not null,
  at timestamptz not null,
  primary key (one, other),
  check (one < other)
);
comment on table listing_pair is 'owner: directory; purpose: whether two entries are the same, as an editor said; retention: as the entries; personal: no';
comment on column listing_pair.kept is 'the one that is shown; null when they are not the same';
create index on listing_pair (other);
create index on listing_pair (kept);
grant select on listing_pair to {{app}};

create function decide_pair(first uuid, second uuid, keeps uuid, who text, moment timestamptz) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare dropped uuid;
begin
  if app_actor() <> 'agent' or first >= second or (keeps is not null and keeps not in (first, second)) then return false; end if;
  if (select count(*) from organization where id in (first, second)) <> 2 then return false; end if;
  insert into listing_pair values (first, second, keeps, who, moment)
    on conflict (one, other) do update set kept = excluded.kept, by_label = excluded.by_label, at = excluded.at;
  dropped := case keeps when first then second when second then first end;
  -- said again otherwise, what was dropped comes back
  update organization set status = case when id = dropped then 'suspended' else 'active' end, last_modified = moment
  where id in (first, second) and gone_at is null and status <> 'defunct'
    and status <> case when id = dropped then 'suspended' else 'active' end;
  perform refresh_search(array(select id from service where organization_id in (first, second)));
  return true;
end $$;
revoke all on function decide_pair(uuid, uuid, uuid, text, timestamptz) from public;
grant execute on function decide_pair(uuid, uuid, uuid, text, timestamptz) to {{app}};
create index on phone (right(regexp_replace(number, '\D', '', 'g'), 10)) where organization_id is not null;
create function plain_name(name text) returns text language sql immutable parallel safe as $$
  select regexp_replace(lower(public.unaccent('public.unaccent'::regdictionary, name)), '[^a-z0-9]+', '', 'g')
$$;
create index on organization (plain_name(name));
