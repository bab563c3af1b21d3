-- A calendar that follows a plan is read by its token alone, as the person; only that person sees that it exists, and ends it.
create policy newcomer_sees_feeds on link for select using ((select app_actor()) = 'newcomer' and purpose = 'feed' and file_id = (select app_file()));
create policy newcomer_ends_feeds on link for update using ((select app_actor()) = 'newcomer' and purpose = 'feed' and file_id = (select app_file()));

-- Whoever holds a link that acts for a person learns who that is, and nothing else.
create or replace function person_of_link(hash text) returns table (person_id uuid, file_id uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select f.person_id, f.id from link l join file f on f.id = l.file_id
  where l.token_hash = hash and l.purpose in ('witness', 'withdraw', 'feed') and f.person_id is not null
$$;
