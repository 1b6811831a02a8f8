-- What every module stands on: the application's role, the three scopes of row-level security,
-- the installation's own facts and the audit log. Migrations run as the owner; the application
-- connects as a member of kiesloket_app, which owns nothing and cannot bypass a policy.

do $$
begin
  if not exists (select from pg_roles where rolname = 'kiesloket_app') then
    create role kiesloket_app nologin nosuperuser nobypassrls nocreatedb nocreaterole;
  end if;
exception when duplicate_object or unique_violation then null; -- two databases of one server migrated at once
end
$$;

create schema platform;
grant usage on schema platform to kiesloket_app;

-- The scopes are set per transaction (set local), so a pooled connection never carries one over.

create function platform.staff_municipalities() returns integer[]
  language sql stable parallel safe
  return string_to_array(nullif(current_setting('kiesloket.municipalities', true), ''), ',')::integer[];

create function platform.person_index() returns bytea
  language sql stable parallel safe
  return decode(nullif(current_setting('kiesloket.person', true), ''), 'hex');

create function platform.authority() returns text
  language sql stable parallel safe
  return nullif(current_setting('kiesloket.authority', true), '');

create function platform.reads_directory() returns boolean
  language sql stable parallel safe
  return coalesce(current_setting('kiesloket.directory', true), '') = 'on';

-- Every tenant table gets the same protection in one call: policies forced on the owner too,
-- staff may do what the table's grants allow within the municipalities of their session.
create procedure platform.protect_tenant_table(tenant_table regclass)
  language plpgsql as $$
begin
  execute format('alter table %s enable row level security', tenant_table);
  execute format('alter table %s force row level security', tenant_table);
  execute format(
    'create policy staff on %s to kiesloket_app
       using (municipality_id = any ((select platform.staff_municipalities())::integer[]))
       with check (municipality_id = any ((select platform.staff_municipalities())::integer[]))',
    tenant_table);
end
$$;
revoke execute on procedure platform.protect_tenant_table from public;

create table platform.installation (
  only_row    boolean primary key default true check (only_row),
  environment text not null check (environment in ('development', 'production')),
  created_at  timestamptz not null default now()
);
grant select on platform.installation to kiesloket_app;

-- Main bureaus and provinces see the area that was granted to them, nothing else.
create table platform.authority_grant (
  municipality_id integer not null,
  authority       text not null,
  granted_at      timestamptz not null default now(),
  granted_by      text not null,
  primary key (municipality_id, authority)
);
grant select, insert, delete on platform.authority_grant to kiesloket_app;
call platform.protect_tenant_table('platform.authority_grant');
create policy authority_reads on platform.authority_grant for select to kiesloket_app
  using (authority = (select platform.authority()));

create function platform.authority_municipalities() returns integer[]
  language sql stable parallel safe
  return (select array_agg(granted.municipality_id)
          from platform.authority_grant granted
          where granted.authority = platform.authority());

-- The audit log: appended freely, never changed; sealed per municipality and minute, so that
-- writers do not queue behind one row while a removed or altered event still shows.
create table platform.audit_event (
  municipality_id integer not null,
  event_id        bigint generated always as identity,
  happened_at     timestamptz not null default clock_timestamp(),
  actor           text not null,
  action          text not null,
  subject         text,
  details         jsonb not null default '{}',
  primary key (municipality_id, event_id)
);
create index audit_event_by_time on platform.audit_event (municipality_id, happened_at);
grant select, insert on platform.audit_event to kiesloket_app;
call platform.protect_tenant_table('platform.audit_event');

create table platform.audit_seal (
  municipality_id integer not null,
  seal_number     integer not null,
  up_to           timestamptz not null,
  last_event_id   bigint not null,
  event_count     integer not null check (event_count > 0),
  seal            bytea not null,
  primary key (municipality_id, seal_number)
);
grant select, insert on platform.audit_seal to kiesloket_app;
call platform.protect_tenant_table('platform.audit_seal');
