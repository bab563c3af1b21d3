-- The shell of a referral (states, dates, coded reasons) and its content are two tables: an organization keeps
-- the shell of what was addressed to it, and reads the content only while a consent covering it is in force.
create table consent (
  id uuid primary key,
  number bigint generated always as identity,
  file_id uuid not null references file on delete cascade,
  referral_id uuid not null,
  organization_id uuid not null references organization,
  purpose text not null check (purpose in ('referral')),
  text_version text not null,
  language text not null,
  channel text not null check (channel in ('screen', 'oral')),
  state text not null check (state in ('asked', 'given', 'refused', 'withdrawn')),
  asked_at timestamptz not null,
  given_at timestamptz,
  ended_at timestamptz,
  recorded_by uuid references staff
);
comment on table consent is 'owner: consent; purpose: who may read what, since when, in which words and language it was asked; retention: as its file, at least 5 years after its end; personal: yes';
comment on column consent.number is 'of several consents to one referral the latest counts: one asked on a screen may stay open when another is recorded aloud';
create index on consent (referral_id, number);
create index on consent (file_id);

create table referral (
  id uuid primary key,
  file_id uuid not null references file on delete cascade,
  need_id text not null,
  service_id uuid not null references service,
  organization_id uuid not null references organization,
  sender_id uuid not null references staff,
  region text check (region ~ '^(0[1-9]|1[0-7])$'),
  status text not null check (status in ('draft', 'requested', 'accepted', 'rejected', 'in-progress', 'on-hold', 'completed', 'failed', 'cancelled', 'entered-in-error')),
  business_status text check (business_status in ('delivered', 'opened', 'detail-asked', 'contacting', 'contacted', 'appointment-booked', 'no-show', 'waitlisted', 'first-service-given')),
  status_reason text check (status_reason in ('capacity', 'not-eligible', 'out-of-area', 'language-not-available', 'wrong-service', 'cannot-reach-client', 'client-declined', 'client-moved', 'consent-withdrawn', 'no-answer', 'taken-elsewhere', 'duplicate')),
  outcome text check (outcome in ('client-accepted', 'client-declined', 'organization-declined')),
  proposed_at timestamptz,
  next_service_id uuid references service,
  organization_confirmed_at timestamptz,
  person_confirmed_at timestamptz,
  due_at timestamptz,
  created_at timestamptz not null,
  since timestamptz not null,
  version integer not null default 1,
  check ((due_at is null) = (status in ('rejected', 'completed', 'failed', 'cancelled', 'entered-in-error'))),
  check (status not in ('completed', 'rejected', 'failed') or outcome is not null),
  check (status <> 'cancelled' or status_reason is not null)
);
comment on table referral is 'owner: referral; purpose: the shell of a hand-over to one service for one need, with its states (HL7 SDOH Clinical Care 3.0); retention: 5 years, de-identified; personal: yes';
create index on referral (file_id);
create index on referral (organization_id);
create index referral_open on referral (due_at) where due_at is not null;

create table referral_content (
  referral_id uuid primary key references referral on delete cascade,
  file_id uuid not null references file on delete cascade,
  content_sealed bytea not null
);
comment on table referral_content is 'owner: referral; purpose: what the organization needs to help, no more than consented; retention: as its referral''s file; personal: yes';
create index on referral_content (file_id);
comment on column referral_content.content_sealed is 'encrypted; first name, how to reach the person, the need in their words, what is already done, language';

create table referral_event (
  id uuid primary key,
  number bigint generated always as identity,
  referral_id uuid not null references referral on delete cascade,
  file_id uuid not null references file on delete cascade,
  at timestamptz not null,
  side text not null check (side in ('requester', 'target', 'person', 'system')),
  actor_label text,
  kind text not null check (kind in ('created', 'moved', 'business-status', 'witness', 'opened')),
  from_status text,
  to_status text,
  business_status text,
  reason text
);
comment on table referral_event is 'owner: referral; purpose: each state a referral passed, who set it and when; append only; retention: as its referral; personal: yes';
create index on referral_event (referral_id, number);
create index on referral_event (file_id);

alter table session add foreign key (referral_id) references referral on delete cascade;
alter table link add foreign key (referral_id) references referral on delete cascade;
alter table link add foreign key (consent_id) references consent on delete cascade;
alter table message add foreign key (referral_id) references referral on delete cascade;
alter table task add foreign key (referral_id) references referral on delete cascade;
alter table consent add foreign key (referral_id) references referral on delete cascade;

alter table consent enable row level security;
create policy through_file on consent for select using (exists (select from file where file.id = consent.file_id));
-- Who may read what is asked and recorded by an agent, answered and taken back by the person, and erased by nobody.
create policy agent_asks on consent for insert with check ((select app_actor()) = 'agent' and recorded_by = (select app_actor_id())
  and exists (select from referral r where r.id = consent.referral_id and r.file_id = consent.file_id and r.organization_id = consent.organization_id));
create policy newcomer_answers on consent for update using ((select app_actor()) = 'newcomer' and exists (select from file where file.id = consent.file_id));
create policy link_its_referral on consent for select using ((select app_actor()) = 'link' and referral_id = (select app_referral()));

alter table referral enable row level security;
create policy through_file on referral for select using (exists (select from file where file.id = referral.file_id));
create policy actors_move on referral for update using (exists (select from file where file.id = referral.file_id));
create policy agent_prepares on referral for insert with check ((select app_actor()) = 'agent' and sender_id = (select app_actor_id())
  and exists (select from file where file.id = referral.file_id));
create policy link_its_referral on referral for select using ((select app_actor()) = 'link' and id = (select app_referral()) and organization_id = (select app_organization()));
create policy link_answers on referral for update using ((select app_actor()) = 'link' and id = (select app_referral()) and organization_id = (select app_organization()));

alter table referral_content enable row level security;
create policy through_file on referral_content for select using (exists (select from file where file.id = referral_content.file_id));
create policy agent_prepares on referral_content for insert with check ((select app_actor()) = 'agent'
  and exists (select from referral r where r.id = referral_content.referral_id and r.file_id = referral_content.file_id));
create policy link_with_consent on referral_content for select using ((select app_actor()) = 'link' and referral_id = (select app_referral())
  and (select c.state from consent c where c.referral_id = referral_content.referral_id order by c.number desc limit 1) = 'given'
  -- the consent is for this help, and ends with it
  and exists (select from referral r where r.id = referral_content.referral_id and r.due_at is not null));

alter table referral_event enable row level security;
create policy through_file on referral_event for select using (exists (select from file where file.id = referral_event.file_id));
create policy link_its_referral on referral_event for select using ((select app_actor()) = 'link' and referral_id = (select app_referral()));
create policy actors_record on referral_event for insert with check (
  exists (select from referral r where r.id = referral_event.referral_id and r.file_id = referral_event.file_id));

create table organization_contact (
  organization_id uuid primary key references organization,
  email_sealed bytea not null,
  confirmed_on date not null
);
comment on table organization_contact is 'owner: directory; purpose: the confirmed address that receives referrals; without it a referral is refused with "call them"; retention: until replaced, or 6 months without confirmation; personal: yes';
alter table organization_contact enable row level security;
create policy agent_writes_to on organization_contact for select using ((select app_actor()) = 'agent');
create policy link_own on organization_contact for select using ((select app_actor()) = 'link' and organization_id = (select app_organization()));
create policy job_any on organization_contact for select using ((select app_actor()) = 'job');

grant select, insert, update on consent, referral to {{app}};
grant select, insert on referral_content to {{app}};
grant select, insert on referral_event to {{app}};
grant select on organization_contact to {{app}};

-- What a token link shows before its POST: sender, need and initials, and no more; only to the token's holder.
create function referral_glance(hash text)
returns table (referral_id uuid, organization_id uuid, organization_name text, need_id text, initial text, status text, sent_at timestamptz, expires_at timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  select r.id, r.organization_id, o.name, case when readable then r.need_id end, case when readable then left(p.first_name, 1) end, r.status, r.since, l.expires_at
  from link l join referral r on r.id = l.referral_id join organization o on o.id = r.organization_id
    join file f on f.id = r.file_id left join person p on p.id = f.person_id
    cross join lateral (select r.due_at is not null and (select c.state from consent c where c.referral_id = r.id order by c.number desc limit 1) = 'given' as readable)
  where l.token_hash = hash and l.purpose = 'referral'
$$;
-- A link that confirms or withdraws acts for the person it was sent to: its holder learns who that is, and nothing else.
create function person_of_link(hash text) returns table (person_id uuid, file_id uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select f.person_id, f.id from link l join file f on f.id = l.file_id where l.token_hash = hash and l.purpose in ('witness', 'withdraw') and f.person_id is not null
$$;
revoke execute on function referral_glance, person_of_link from public;
grant execute on function referral_glance, person_of_link to {{app}};

-- Who moves is still owed what was promised: what is open follows the file to its new territory.
create function follow_file() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update task set region = new.region where file_id = new.id and done_at is null;
  update referral set region = new.region where file_id = new.id and due_at is not null;
  return null;
end $$;
revoke execute on function follow_file from public;
create trigger follow_file after update of region on file for each row when (old.region is distinct from new.region) execute function follow_file();
