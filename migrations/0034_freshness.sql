-- An entry is as good as the last word of somebody about it: who said it, when and how; never the day a row changed.
alter table service
  add rhythm_months integer not null default 6 check (rhythm_months between 1 and 12),
  add asked_at timestamptz, add reminded_at timestamptz;
comment on column service.rhythm_months is 'how often its organization is asked whether the entry is still right';
comment on column service.asked_at is 'since when an answer is awaited; null when none is';

create table verification (
  id uuid primary key,
  service_id uuid not null references service on delete cascade,
  said text not null check (said in ('right', 'changed', 'closed')),
  by_kind text not null check (by_kind in ('organization', 'editor')),
  by_label text not null,
  how text not null check (how in ('link', 'telephone')),
  at timestamptz not null
);
comment on table verification is 'owner: directory; purpose: who said when and how that an entry is right, changed or closed; retention: as its service; personal: no';
comment on column verification.by_label is 'the organization''s name, or the editor''s working name';
create index on verification (service_id, at);

create table listing_issue (
  id uuid primary key,
  service_id uuid not null references service on delete cascade,
  kind text not null check (kind in ('report', 'changed', 'closed', 'to-call')),
  block text check (block in ('phone', 'hours', 'place', 'who', 'cost', 'closed', 'other')),
  note_sealed bytea,
  at timestamptz not null,
  ended_at timestamptz,
  ended_by text,
  outcome text check (outcome in ('mended', 'right', 'closed', 'nothing'))
);
comment on table listing_issue is 'owner: directory; purpose: what somebody must mend in the directory, and why; retention: 12 months after it ended; personal: yes';
comment on column listing_issue.note_sealed is 'encrypted; what a reader wrote, who may have named somebody';
create index on listing_issue (at) where ended_at is null;
create unique index on listing_issue (service_id, kind) where ended_at is null and kind <> 'report';
alter table listing_issue enable row level security;
create policy agents_work on listing_issue using ((select app_actor()) = 'agent');
grant select, update (ended_at, ended_by, outcome) on listing_issue to {{app}};
grant select on verification to {{app}};

alter table link add service_id uuid references service on delete cascade;
create index on link (service_id) where service_id is not null;
alter table link drop constraint link_purpose_check;
alter table link add constraint link_purpose_check check (purpose in ('registration', 'staff', 'referral', 'witness', 'withdraw', 'check-in', 'unsubscribe', 'resume', 'feed', 'listing'));

-- A reader needs no account to say that something is wrong.
create function report_listing(new_id uuid, service uuid, in_block text, note bytea, moment timestamptz) returns boolean
language sql security definer set search_path = public, pg_temp as $$
  with written as (
    insert into listing_issue (id, service_id, kind, block, note_sealed, at)
    select new_id, s.service_id, 'report', in_block, note, moment from service_search s where s.service_id = service and s.offered
    returning 1
  ) select exists (select from written)
$$;

-- The answer of whoever holds the link of a listing; it works once. Null when the link is not (or no longer) good.
create function answer_listing(hash text, new_id uuid, issue_id uuid, answer text, takes boolean, moment timestamptz) returns uuid
language plpgsql security definer set search_path = public, pg_temp as $$
declare listing link%rowtype; name text;
begin
  select * into listing from link where token_hash = hash and purpose = 'listing' and used_at is null and expires_at > moment for update;
  if listing.id is null or listing.service_id is null or answer not in ('right', 'changed', 'closed') then return null; end if;
  update link set used_at = moment where id = listing.id;
  select o.name into name from service s join organization o on o.id = s.organization_id where s.id = listing.service_id;
  insert into verification values (new_id, listing.service_id, answer, 'organization', name, 'link', moment);
  update service set asked_at = null, reminded_at = null,
    assured_date = case when answer = 'right' then (moment at time zone 'America/Toronto')::date else assured_date end,
    hidden_at = case when answer = 'closed' then moment when answer = 'right' then null else hidden_at end,
    takes_new = coalesce(takes, takes_new), takes_new_on = case when takes is null then takes_new_on else (moment at time zone 'America/Toronto')::date end,
    last_modified = moment
  where id = listing.service_id;
  update organization_contact c set confirmed_on = (moment at time zone 'America/Toronto')::date
    from service s where answer = 'right' and s.id = listing.service_id and c.organization_id = s.organization_id;
  if answer in ('changed', 'closed') then
    insert into listing_issue (id, service_id, kind, at) values (issue_id, listing.service_id, answer, moment) on conflict do nothing;
  end if;
  perform refresh_search(array[listing.service_id]);
  return listing.service_id;
end $$;

-- What an editor was told on the telephone, or decides; only an agent may say so.
create function verify_listing(new_id uuid, service uuid, answer text, who text, moment timestamptz) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if app_actor() <> 'agent' or answer not in ('right', 'closed') then return false; end if;
  update service s set asked_at = null, reminded_at = null,
    assured_date = case when answer = 'right' then (moment at time zone 'America/Toronto')::date else assured_date end,
    hidden_at = case when answer = 'closed' then moment else null end, last_modified = moment
  where id = service;
  if not found then return false; end if;
  insert into verification values (new_id, service, answer, 'editor', who, 'telephone', moment);
  perform refresh_search(array[service]);
  return true;
end $$;

-- The daily round: whom to ask, whom to remind, what to hide. Each is claimed by being marked: of two rounds at once, one gets it.
create function due_listings(moment timestamptz, most integer)
returns table (service_id uuid, service_name text, organization_id uuid, organization_name text, email text, step text)
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if app_actor() <> 'job' then return; end if;
  with hidden as (
    update service s set hidden_at = moment where s.assured_date is not null and s.hidden_at is null and s.asked_at < moment - interval '6 months' returning s.id
  ) select refresh_search(coalesce(array_agg(id), '{}')) from hidden into step;
  return query
    with due as (
      select s.id, case when s.asked_at is null or (s.assured_date is null and s.asked_at < moment - make_interval(months => s.rhythm_months)) then 'ask' else 'remind' end as step
      from service s join service_search r on r.service_id = s.id and r.offered join directory_source src on src.id = s.source_id and not src.invented
      where (s.asked_at is null and (s.assured_date is null or s.assured_date + make_interval(months => s.rhythm_months) <= moment))
        or (s.asked_at < moment - interval '14 days' and s.reminded_at is null)
        or (s.assured_date is null and s.asked_at < moment - make_interval(months => s.rhythm_months))
      order by s.asked_at nulls first, s.id limit most for update of s skip locked
    ), marked as (
      update service s set asked_at = case when due.step = 'ask' then moment else s.asked_at end,
        reminded_at = case when due.step = 'remind' then moment end
      from due where s.id = due.id returning s.id, s.name, s.organization_id, s.email, due.step
    )
    select m.id, m.name, o.id, o.name, coalesce(m.email, o.email), m.step from marked m join organization o on o.id = m.organization_id;
end $$;

-- Nobody to write to: the rhythm makes it an editor's to call.
create function call_listing(new_id uuid, service uuid, moment timestamptz) returns void
language sql security definer set search_path = public, pg_temp as $$
  insert into listing_issue (id, service_id, kind, at) select new_id, service, 'to-call', moment where app_actor() = 'job' on conflict do nothing
$$;
revoke all on function report_listing(uuid, uuid, text, bytea, timestamptz), answer_listing(text, uuid, uuid, text, boolean, timestamptz),
  verify_listing(uuid, uuid, text, text, timestamptz), due_listings(timestamptz, integer), call_listing(uuid, uuid, timestamptz) from public;
grant execute on function report_listing(uuid, uuid, text, bytea, timestamptz), answer_listing(text, uuid, uuid, text, boolean, timestamptz),
  verify_listing(uuid, uuid, text, text, timestamptz), due_listings(timestamptz, integer), call_listing(uuid, uuid, timestamptz) to {{app}};
