-- The directory in the words of HSDS 3.1. It holds no newcomer: everyone reads it.
create table directory_source (
  id text primary key check (id ~ '^[a-z0-9-]{2,60}$'),
  name text not null,
  invented boolean not null default false,
  imported_at timestamptz,
  opened_at timestamptz
);
comment on table directory_source is 'owner: directory; purpose: where directory entries come from, and whether an editor opened them to newcomers; retention: as long as its entries; personal: no';

create table organization (
  id uuid primary key,
  source_id text not null references directory_source,
  source_key text not null,
  name text not null,
  alternate_name text,
  description text not null,
  email text,
  website text,
  tax_id text,
  year_incorporated integer,
  legal_status text,
  region text check (region ~ '^(0[1-9]|1[0-7])$'),
  city text,
  status text not null default 'active' check (status in ('active', 'defunct', 'suspended')),
  confirmed_on date,
  original jsonb not null default '{}',
  last_modified timestamptz not null default now(),
  unique (source_id, source_key)
);
comment on table organization is 'owner: directory; purpose: who offers services; retention: kept, suspended when its source stops listing it; personal: no';
comment on column organization.confirmed_on is 'the day the organization itself confirmed its entry; null reads "to be confirmed by the organization"';

create table program (
  id uuid primary key,
  organization_id uuid not null references organization,
  source_id text not null references directory_source,
  source_key text not null,
  name text not null,
  alternate_name text,
  description text not null,
  unique (source_id, source_key)
);
comment on table program is 'owner: directory; purpose: HSDS programs of an organization; retention: as its organization; personal: no';

create table service (
  id uuid primary key,
  organization_id uuid references organization,
  program_id uuid references program,
  source_id text not null references directory_source,
  source_key text not null,
  name text not null,
  alternate_name text,
  description text not null,
  url text,
  email text,
  status text not null check (status in ('active', 'inactive', 'defunct', 'temporarily closed')),
  all_regions boolean not null default false,
  application_process text,
  fees_description text,
  wait_time text,
  eligibility_description text,
  accreditations text,
  licenses text,
  original jsonb not null default '{}',
  last_modified timestamptz not null default now(),
  unique (source_id, source_key)
);
comment on table service is 'owner: directory; purpose: what an organization does for people; retention: kept, inactive when its source stops listing it; personal: no';
comment on column service.organization_id is 'null only for imported rows whose organization is unknown: kept from export and from readers';
create index on service (organization_id);
create index on service (last_modified);
create index on organization (last_modified);
create index on service using gin (name gin_trgm_ops);

create table location (
  id uuid primary key,
  organization_id uuid references organization,
  source_id text not null references directory_source,
  source_key text not null,
  location_type text not null default 'physical' check (location_type in ('physical', 'postal', 'virtual')),
  name text,
  alternate_name text,
  description text,
  transportation text,
  latitude double precision,
  longitude double precision,
  region text check (region ~ '^(0[1-9]|1[0-7])$'),
  confidential boolean not null default false,
  original jsonb not null default '{}',
  unique (source_id, source_key)
);
comment on table location is 'owner: directory; purpose: where services are given; retention: as its services; personal: no';
comment on column location.confidential is 'a shelter: the address is shown nowhere, exports included; telephone only';

create table service_at_location (
  id uuid primary key,
  service_id uuid not null references service,
  location_id uuid not null references location,
  source_id text not null references directory_source,
  source_key text not null,
  description text,
  unique (source_id, source_key)
);
comment on table service_at_location is 'owner: directory; purpose: which service is given where; retention: as its service; personal: no';
create index on service_at_location (service_id);
create index on service_at_location (location_id);

create table address (
  id uuid primary key,
  location_id uuid not null references location,
  source_id text not null references directory_source,
  source_key text not null,
  attention text,
  address_1 text not null,
  address_2 text,
  city text not null,
  region text,
  state_province text not null,
  postal_code text not null,
  country text not null,
  address_type text not null default 'physical' check (address_type in ('physical', 'postal', 'virtual')),
  unique (source_id, source_key)
);
comment on table address is 'owner: directory; purpose: HSDS addresses of locations; retention: as its location; personal: no';
create index on address (location_id);

create table phone (
  id uuid primary key,
  organization_id uuid references organization,
  service_id uuid references service,
  location_id uuid references location,
  service_at_location_id uuid references service_at_location,
  source_id text not null references directory_source,
  source_key text not null,
  number text not null,
  extension text,
  type text,
  description text,
  unique (source_id, source_key)
);
comment on table phone is 'owner: directory; purpose: public telephone numbers of organizations and services; retention: as what it belongs to; personal: no';
create index on phone (organization_id);
create index on phone (service_id);
create index on phone (location_id);

create table schedule (
  id uuid primary key,
  service_id uuid references service,
  location_id uuid references location,
  service_at_location_id uuid references service_at_location,
  source_id text not null references directory_source,
  source_key text not null,
  name text,
  freq text check (freq in ('WEEKLY', 'MONTHLY')),
  byday text,
  opens_at time,
  closes_at time,
  valid_from date,
  valid_to date,
  description text,
  unique (source_id, source_key)
);
comment on table schedule is 'owner: directory; purpose: when a service or a place is open; retention: as what it belongs to; personal: no';
create index on schedule (service_id);
create index on schedule (location_id);

create table language (
  id uuid primary key,
  service_id uuid references service,
  location_id uuid references location,
  source_id text not null references directory_source,
  source_key text not null,
  name text,
  code text,
  unique (source_id, source_key)
);
comment on table language is 'owner: directory; purpose: languages a service is given in; retention: as its service; personal: no';
create index on language (service_id);

create table accessibility (
  id uuid primary key,
  location_id uuid not null references location,
  source_id text not null references directory_source,
  source_key text not null,
  description text,
  details text,
  unique (source_id, source_key)
);
comment on table accessibility is 'owner: directory; purpose: how a place receives people with a disability; retention: as its location; personal: no';
create index on accessibility (location_id);

create table taxonomy (
  id uuid primary key,
  source_id text not null references directory_source,
  source_key text not null,
  name text not null,
  description text not null,
  unique (source_id, source_key)
);
comment on table taxonomy is 'owner: directory; purpose: vocabularies that classify services; retention: as its terms; personal: no';

create table taxonomy_term (
  id uuid primary key,
  taxonomy_id uuid references taxonomy,
  parent_id uuid references taxonomy_term,
  source_id text not null references directory_source,
  source_key text not null,
  code text,
  name text not null,
  description text not null,
  unique (source_id, source_key)
);
comment on table taxonomy_term is 'owner: directory; purpose: terms that classify services; retention: as long as used; personal: no';

create table attribute (
  id uuid primary key,
  link_id uuid not null,
  link_entity text not null check (link_entity in ('service', 'organization', 'location')),
  taxonomy_term_id uuid not null references taxonomy_term,
  source_id text not null references directory_source,
  source_key text not null,
  unique (source_id, source_key)
);
comment on table attribute is 'owner: directory; purpose: which term describes which entry; retention: as the entry; personal: no';
create index on attribute (link_id);
create index on attribute (taxonomy_term_id);

-- What Québec needs beyond HSDS ---------------------------------------------------------------
create table service_need (
  service_id uuid not null references service,
  need_id text not null,
  primary key (service_id, need_id)
);
comment on table service_need is 'owner: directory; purpose: which needs of reference/needs.json a service answers; retention: as its service; personal: no';
create index on service_need (need_id);

create table service_status (
  service_id uuid not null references service,
  status text not null,
  accepts boolean not null,
  source text,
  confidence text not null,
  as_of date not null,
  primary key (service_id, status)
);
comment on table service_status is 'owner: directory; purpose: which immigration statuses a service takes, where a source says so; absent reads "to check"; retention: as its service; personal: no';

create table import_run (
  id uuid primary key,
  source_id text not null references directory_source,
  started_at timestamptz not null,
  ended_at timestamptz,
  loaded integer,
  refused integer,
  added integer,
  changed integer
);
comment on table import_run is 'owner: directory; purpose: what each import did; retention: 24 months; personal: no';

create table import_problem (
  run_id uuid not null references import_run,
  number integer not null,
  kind text not null check (kind in ('refused', 'warning')),
  file text not null,
  line integer not null,
  reason text not null,
  primary key (run_id, number)
);
comment on table import_problem is 'owner: directory; purpose: each row an import refused or doubts, with where and why; retention: 24 months; personal: no';

grant select on directory_source, organization, program, service, location, service_at_location, address, phone, schedule, language,
  accessibility, taxonomy, taxonomy_term, attribute, service_need, service_status, import_run, import_problem to {{app}};
grant update (opened_at) on directory_source to {{app}};
