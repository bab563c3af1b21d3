-- What an organization says of its own service: proposed by the link of its mail, published by an editor, kept from then on.
alter table service add own_fields text[] not null default '{}';
comment on column service.own_fields is 'columns that its organization wrote: no source writes over them';

create table listing_change (
  issue_id uuid not null references listing_issue on delete cascade,
  field text not null check (field in ('description', 'application_process', 'eligibility_description', 'fees_description', 'wait_time',
    'url', 'email', 'french_level', 'interpretation_services')),
  before text, after text,
  primary key (issue_id, field)
);
comment on table listing_change is 'owner: directory; purpose: what an organization proposes to change, field by field; retention: as its issue; personal: no';
grant select on listing_change to {{app}};

-- Together with the answer "changed"; a second proposal joins the one that still waits.
create function propose_listing(hash text, new_id uuid, new_issue uuid, changes jsonb, takes boolean, moment timestamptz) returns uuid
language plpgsql security definer set search_path = public, pg_temp as $$
declare listing uuid; issue uuid;
begin
  listing := answer_listing(hash, new_id, new_issue, 'changed', takes, moment);
  if listing is null then return null; end if;
  select id into issue from listing_issue where service_id = listing and kind = 'changed' and ended_at is null;
  insert into listing_change (issue_id, field, before, after)
    select issue, c.key, to_jsonb(s) ->> c.key, nullif(c.value, '') from service s, jsonb_each_text(changes) c
    where s.id = listing and coalesce(to_jsonb(s) ->> c.key, '') <> c.value
    on conflict (issue_id, field) do update set after = excluded.after;
  return listing;
end $$;

-- An editor publishes it: each field with its trace, as said by the organization; what was before can be said again.
create function publish_listing(issue uuid, who text, moment timestamptz) returns uuid
language plpgsql security definer set search_path = public, pg_temp as $$
declare listing uuid; source text; name text; change record;
begin
  if app_actor() <> 'agent' then return null; end if;
  update listing_issue set ended_at = moment, ended_by = who, outcome = 'mended'
    where id = issue and ended_at is null and kind = 'changed' and exists (select from listing_change where issue_id = issue)
    returning service_id into listing;
  if listing is null then return null; end if;
  select s.source_id, o.name into source, name from service s join organization o on o.id = s.organization_id where s.id = listing;
  for change in select * from listing_change where issue_id = issue and (after is not null or field <> 'description') loop
    execute format('update service set %1$I = $1, own_fields = array(select distinct unnest(own_fields || $2)) where id = $3', change.field)
      using change.after, change.field, listing;
    insert into metadata (id, resource_id, resource_type, source_id, source_key, last_action_date, last_action_type, field_name,
        previous_value, replacement_value, updated_by)
      select made, listing, 'service', source, made::text, moment, 'update', change.field, coalesce(change.before, ''),
        coalesce(change.after, ''), name from gen_random_uuid() made;
  end loop;
  update service set last_modified = moment, asked_at = null, reminded_at = null, hidden_at = null,
    assured_date = (moment at time zone 'America/Toronto')::date where id = listing;
  perform refresh_search(array[listing]);
  return listing;
end $$;
revoke all on function propose_listing(text, uuid, uuid, jsonb, boolean, timestamptz), publish_listing(uuid, text, timestamptz) from public;
grant execute on function propose_listing(text, uuid, uuid, jsonb, boolean, timestamptz), publish_listing(uuid, text, timestamptz) to {{app}};
