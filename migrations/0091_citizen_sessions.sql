-- Citizens who are logged in. A session is nobody's row but of who has its cookie: it is found by the hash of what the cookie
-- holds, and only that one is in scope. Whose it is, is sealed. It belongs to no municipality: one citizen may be on the lists of two.

create schema portal;
grant usage on schema portal to kiesloket_app;

create function platform.citizen_session() returns bytea
  language sql stable parallel safe
  return decode(nullif(current_setting('kiesloket.session', true), ''), 'hex');

create table portal.citizen_session (
  token_sha256  bytea primary key,
  person_sealed bytea not null,
  started_at    timestamptz not null,
  last_seen_at  timestamptz not null,
  ends_at       timestamptz not null
);
create index citizen_session_by_end on portal.citizen_session (ends_at);
alter table portal.citizen_session enable row level security;
alter table portal.citizen_session force row level security;
create policy holder on portal.citizen_session to kiesloket_app
  using (token_sha256 = (select platform.citizen_session()))
  with check (token_sha256 = (select platform.citizen_session()));
grant select, insert, update, delete on portal.citizen_session to kiesloket_app;

-- What nobody logged out of is gone when its time is over: asked at each login, a few at once.
create policy owner_sweeps on portal.citizen_session to current_user using (ends_at < now());
create function portal.sweep_citizen_sessions() returns void
  language sql security definer set search_path = pg_catalog
  begin atomic
    delete from portal.citizen_session s where s.token_sha256 in
      (select o.token_sha256 from portal.citizen_session o where o.ends_at < now() limit 200);
  end;
revoke execute on function portal.sweep_citizen_sessions from public;
grant execute on function portal.sweep_citizen_sessions to kiesloket_app;
