-- The rest of the HSDS 3.1 model, so that nothing a source says has to be left aside.
alter table organization
  add tax_status text, add logo text, add uri text,
  add parent_organization_id uuid references organization deferrable initially deferred,
  add gone_at timestamptz;
comment on column organization.gone_at is 'since when its source lists it no more; it is suspended, never deleted, and comes back when listed again';

alter table service
  add interpretation_services text, add fees text,
  add minimum_age double precision, add maximum_age double precision,
  add assured_date date, add assurer_email text, add alert text,
  add french_level text, add gone_at timestamptz;
comment on column service.french_level is 'what French a person needs to use it, in the words of the source or of the organization (Échelle québécoise)';
comment on column service.assured_date is 'HSDS: the day a person last said that the entry is right; null until someone does, whatever last_modified says';
comment on column service.gone_at is 'since when its source lists it no more';

alter table location
  add url text, add external_identifier text, add external_identifier_type text, add gone_at timestamptz;

create table contact (
  id uuid primary key,
  organization_id uuid references organization,
  service_id uuid references service,
  service_at_location_id uuid references service_at_location,
  location_id uuid references location,
  source_id text not null references directory_source,
  source_key text not null,
  name text, title text, department text, email text,
  private boolean not null default false,
  original jsonb not null default '{}',
  unique (source_id, source_key)
);
comment on table contact is 'owner: directory; purpose: HSDS contacts of services; retention: as what it belongs to; personal: no';
comment on column contact.private is 'a person who is not for the public: in no page, answer or export, nor their telephones';
create index on contact (organization_id);
create index on contact (service_id);
create index on contact (location_id);
create index on contact (service_at_location_id);

alter table phone add contact_id uuid references contact;
alter table phone add original jsonb not null default '{}';
create index on phone (contact_id);
create index on phone (service_at_location_id);

alter table schedule
  add dtstart date, add until date, add count integer, add wkst text check (wkst in ('MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU')),
  add interval integer, add byweekno text, add bymonthday text, add byyearday text, add timezone double precision,
  add schedule_link text, add attending_type text, add notes text,
  add original jsonb not null default '{}';
create index on schedule (service_at_location_id);

alter table language add phone_id uuid references phone, add note text;
create index on language (location_id);
create index on language (phone_id);
alter table accessibility add url text;
alter table taxonomy add uri text, add version text;
alter table taxonomy_term add language text, add term_uri text, add taxonomy text;
create index on taxonomy_term (parent_id);
create index on taxonomy_term (taxonomy_id);
alter table attribute add link_type text, add value text, add label text;
alter table attribute drop constraint attribute_link_entity_check;

create table organization_identifier (
  id uuid primary key,
  organization_id uuid not null references organization,
  source_id text not null references directory_source, source_key text not null,
  identifier_scheme text, identifier_type text not null, identifier text not null,
  unique (source_id, source_key)
);
comment on table organization_identifier is 'owner: directory; purpose: numbers by which others know an organization; retention: as its organization; personal: no';
create index on organization_identifier (organization_id);

create table url (
  id uuid primary key,
  organization_id uuid references organization, service_id uuid references service,
  source_id text not null references directory_source, source_key text not null,
  label text, url text not null,
  unique (source_id, source_key)
);
comment on table url is 'owner: directory; purpose: further web addresses; retention: as what it belongs to; personal: no';
create index on url (organization_id);
create index on url (service_id);

create table cost_option (
  id uuid primary key,
  service_id uuid not null references service,
  source_id text not null references directory_source, source_key text not null,
  valid_from date, valid_to date, option text, currency text, amount double precision, amount_description text,
  unique (source_id, source_key)
);
comment on table cost_option is 'owner: directory; purpose: what a service costs; retention: as its service; personal: no';
create index on cost_option (service_id);

create table required_document (
  id uuid primary key,
  service_id uuid not null references service,
  source_id text not null references directory_source, source_key text not null,
  document text, uri text,
  unique (source_id, source_key)
);
comment on table required_document is 'owner: directory; purpose: what to bring; retention: as its service; personal: no';
create index on required_document (service_id);

create table funding (
  id uuid primary key,
  organization_id uuid references organization, service_id uuid references service,
  source_id text not null references directory_source, source_key text not null,
  source text,
  unique (source_id, source_key)
);
comment on table funding is 'owner: directory; purpose: who pays for a service; retention: as what it belongs to; personal: no';
create index on funding (organization_id);
create index on funding (service_id);

create table service_area (
  id uuid primary key,
  service_id uuid references service, service_at_location_id uuid references service_at_location,
  source_id text not null references directory_source, source_key text not null,
  name text, description text, extent text, extent_type text, uri text,
  unique (source_id, source_key)
);
comment on table service_area is 'owner: directory; purpose: the territory a service covers; retention: as its service; personal: no';
create index on service_area (service_id);
create index on service_area (service_at_location_id);

create table unit (
  id uuid primary key,
  source_id text not null references directory_source, source_key text not null,
  name text not null, scheme text, identifier text, uri text,
  unique (source_id, source_key)
);
comment on table unit is 'owner: directory; purpose: what a capacity is counted in; retention: as its capacities; personal: no';

create table service_capacity (
  id uuid primary key,
  service_id uuid not null references service, unit_id uuid not null references unit,
  source_id text not null references directory_source, source_key text not null,
  available double precision not null, maximum double precision, description text, updated timestamptz not null,
  unique (source_id, source_key)
);
comment on table service_capacity is 'owner: directory; purpose: places a service says it has; retention: as its service; personal: no';
create index on service_capacity (service_id);
create index on service_capacity (unit_id);

create table metadata (
  id uuid primary key,
  resource_id uuid not null, resource_type text not null,
  source_id text not null references directory_source, source_key text not null,
  run_id uuid references import_run,
  last_action_date timestamptz not null,
  last_action_type text not null check (last_action_type in ('create', 'update', 'delete')),
  field_name text not null, previous_value text not null, replacement_value text not null,
  updated_by text not null,
  unique (source_id, source_key)
);
comment on table metadata is 'owner: directory; purpose: where each field of an entry came from, and when (HSDS metadata); retention: 24 months after the entry ended; personal: no';
create index on metadata (resource_id);
create index on metadata (run_id);

alter table service_status add valid_from date, add valid_to date;
comment on column service_status.valid_to is 'an agreement or a programme may end: after this day the answer is "to check" again';

grant select on contact, organization_identifier, url, cost_option, required_document, funding, service_area, unit, service_capacity,
  metadata to {{app}};
