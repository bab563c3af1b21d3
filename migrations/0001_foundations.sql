-- Who asks, as the request's transaction says it (platform/db/actor.ts). Policies compare with these;
-- each is written as (select app_…()) so that PostgreSQL evaluates it once a statement, not once a row.
create extension if not exists unaccent;
create extension if not exists pg_trgm;

create function app_actor() returns text language sql stable as $$ select coalesce(nullif(current_setting('app.actor', true), ''), 'nobody') $$;
create function app_actor_id() returns uuid language sql stable as $$ select nullif(current_setting('app.actor_id', true), '')::uuid $$;
create function app_file() returns uuid language sql stable as $$ select nullif(current_setting('app.file', true), '')::uuid $$;
create function app_person() returns uuid language sql stable as $$ select nullif(current_setting('app.person', true), '')::uuid $$;
create function app_referral() returns uuid language sql stable as $$ select nullif(current_setting('app.referral', true), '')::uuid $$;
create function app_organization() returns uuid language sql stable as $$ select nullif(current_setting('app.organization', true), '')::uuid $$;
create function app_regions() returns text[] language sql stable as $$ select coalesce(nullif(current_setting('app.regions', true), ''), '{}')::text[] $$;
create function app_bearer() returns text language sql stable as $$ select nullif(current_setting('app.bearer', true), '') $$;
create function app_request_key() returns text language sql stable as $$ select nullif(current_setting('app.request_key', true), '') $$;
