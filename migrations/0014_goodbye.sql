-- Saying goodbye to the data of an election: when its result was validated, what holds a purge back, what was purged;
-- and letters on paper that the post brought back.

create schema retention;
grant usage on schema retention to kiesloket_app;

create table retention.validation (
  municipality_id integer not null references municipalities.municipality,
  election_id     uuid not null,
  validated_on    date not null,
  source          text not null,
  appeal_until    date, -- last day on which somebody can appeal, where data is kept until then
  recorded_at     timestamptz not null,
  recorded_by     text not null,
  primary key (municipality_id, election_id),
  foreign key (municipality_id, election_id) references elections.election
);
grant select, insert, update on retention.validation to kiesloket_app;
call platform.protect_tenant_table('retention.validation');

create table retention.legal_hold (
  municipality_id integer not null references municipalities.municipality,
  election_id     uuid not null,
  hold_id         uuid not null,
  reason          text not null,
  source          text not null,
  placed_at       timestamptz not null,
  placed_by       text not null,
  lifted_on       date, -- day of the decision that ended it
  lifted_because  text,
  lifted_at       timestamptz,
  lifted_by       text,
  primary key (municipality_id, election_id, hold_id),
  foreign key (municipality_id, election_id) references elections.election
);
create unique index one_open_hold on retention.legal_hold (municipality_id, election_id) where lifted_at is null;
grant select, insert, update on retention.legal_hold to kiesloket_app;
call platform.protect_tenant_table('retention.legal_hold');

-- One row for each step that was carried out, written in its transaction: a purge that was killed goes on behind it.
create table retention.purged (
  municipality_id integer not null references municipalities.municipality,
  election_id     uuid not null,
  step            text not null,
  part            text not null,
  table_name      text not null,
  row_count       bigint not null,
  rule_key        text not null,
  article         text not null,
  due_on          date not null,
  purged_at       timestamptz not null,
  purged_by       text not null,
  primary key (municipality_id, election_id, step),
  foreign key (municipality_id, election_id) references elections.election
);
grant select, insert on retention.purged to kiesloket_app;
call platform.protect_tenant_table('retention.purged');

create table letters.returned_letter (
  municipality_id integer not null,
  election_id     uuid not null,
  letter_id       uuid not null,
  reason          text not null,
  returned_on     date not null,
  recorded_at     timestamptz not null,
  recorded_by     text not null,
  follow_up       text,
  followed_up_at  timestamptz,
  followed_up_by  text,
  primary key (municipality_id, election_id, letter_id),
  check ((follow_up is null) = (followed_up_at is null))
);
grant select, insert, update on letters.returned_letter to kiesloket_app;
call platform.protect_tenant_table('letters.returned_letter');

-- The functions below run as the owner of the tables, who is under the policies too: within the scope of the session
-- he may do what they need, and no more than the session's municipalities.

create or replace procedure platform.protect_tenant_table(tenant_table regclass)
  language plpgsql as $$
begin
  execute format('alter table %s enable row level security', tenant_table);
  execute format('alter table %s force row level security', tenant_table);
  execute format(
    'create policy staff on %s to kiesloket_app
       using (municipality_id = any ((select platform.staff_municipalities())::integer[]))
       with check (municipality_id = any ((select platform.staff_municipalities())::integer[]))',
    tenant_table);
  execute format(
    'create policy owner_in_scope on %s to current_user
       using (municipality_id = any ((select platform.staff_municipalities())::integer[]))
       with check (municipality_id = any ((select platform.staff_municipalities())::integer[]))',
    tenant_table);
end
$$;

do $$
declare tenant_table regclass;
begin
  for tenant_table in
    select c.oid from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and not c.relispartition and c.relrowsecurity
      and n.nspname in ('elections', 'voters', 'delivery', 'letters', 'retention')
  loop
    execute format(
      'create policy owner_in_scope on %s to current_user
         using (municipality_id = any ((select platform.staff_municipalities())::integer[]))
         with check (municipality_id = any ((select platform.staff_municipalities())::integer[]))',
      tenant_table);
  end loop;
end
$$;

-- What every step of a purge asks first, and holds until its transaction ends: the election is one of the session's
-- municipality, its result was validated, and no legal hold stands. Placing a hold waits for the same lock.
create function retention.begin_purge(municipality integer, election uuid) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform retention.lock_election(municipality, election);
  if not exists (select from retention.validation v where v.municipality_id = municipality and v.election_id = election)
    then raise exception 'the result of this election was not validated' using errcode = 'insufficient_privilege'; end if;
  if exists (select from retention.legal_hold h
             where h.municipality_id = municipality and h.election_id = election and h.lifted_at is null)
    then raise exception 'a legal hold stands' using errcode = 'insufficient_privilege'; end if;
end
$$;

create function retention.lock_election(municipality integer, election uuid) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(format('retention %s %s', municipality, election), 0));
  -- said here as well as in the policies: a superuser is under none
  if not coalesce(municipality = any (platform.staff_municipalities()), false) or not exists (select from elections.election e where e.municipality_id = municipality and e.election_id = election)
    then raise exception 'no such election in this scope' using errcode = 'insufficient_privilege'; end if;
end
$$;

create function retention.campaigns_of(municipality integer, election uuid) returns uuid[]
  language sql stable security definer set search_path = pg_catalog as $$
  select coalesce(array_agg(c.campaign_id), '{}') from delivery.campaign c
  where c.municipality_id = municipality and c.reference = election::text
$$;

-- Drops the partitions of an election, with all that is in them; answers how many rows that were.
create function retention.drop_partitions(municipality integer, election uuid, parent text) returns bigint
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  keys    uuid[];
  key     uuid;
  part    regclass;
  found   bigint;
  foreigners bigint;
  gone    bigint := 0;
begin
  perform retention.begin_purge(municipality, election);
  if parent not in ('voters.voter', 'delivery.delivery', 'delivery.attempt', 'letters.letter', 'letters.paper_letter')
    then raise exception '% is not purged by partition', parent; end if;
  keys := case when parent like 'delivery.%' then retention.campaigns_of(municipality, election) else array[election] end;
  foreach key in array keys loop
    part := to_regclass(format('%I.%I', split_part(parent, '.', 1),
                               platform.partition_name(split_part(parent, '.', 2), key)));
    continue when part is null;
    execute format('select count(*), count(*) filter (where municipality_id <> $1) from %s', part)
      into found, foreigners using municipality;
    if foreigners > 0 then raise exception '% holds rows of another municipality', part; end if;
    execute format('drop table %s', part);
    gone := gone + found;
  end loop;
  return gone;
end
$$;

-- Deletes the rows of an election from a table that is not partitioned.
create function retention.delete_rows(municipality integer, election uuid, tenant_table regclass) returns bigint
  language plpgsql security definer set search_path = pg_catalog as $$
declare gone bigint;
begin
  perform retention.begin_purge(municipality, election);
  if not exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace
                 where c.oid = tenant_table and c.relkind = 'r' and c.relrowsecurity
                   and n.nspname in ('voters', 'delivery', 'letters'))
    then raise exception '% is not purged by row', tenant_table; end if;
  if exists (select from pg_attribute a where a.attrelid = tenant_table and a.attname = 'election_id') then
    execute format('delete from %s where municipality_id = $1 and election_id = $2', tenant_table)
      using municipality, election;
  else
    execute format('delete from %s where municipality_id = $1 and campaign_id = any ($2)', tenant_table)
      using municipality, retention.campaigns_of(municipality, election);
  end if;
  get diagnostics gone = row_count;
  return gone;
end
$$;

-- Letters that are nobody's letter any more, or never were.
create function retention.delete_ended_letters(municipality integer, election uuid) returns bigint
  language plpgsql security definer set search_path = pg_catalog as $$
declare gone bigint;
begin
  perform retention.begin_purge(municipality, election);
  delete from letters.whole_letter w
  where w.municipality_id = municipality and w.election_id = election and not exists (
    select from letters.letter l where l.municipality_id = municipality and l.election_id = election
      and l.letter_id = w.letter_id and l.state = 'released');
  delete from letters.letter l
  where l.municipality_id = municipality and l.election_id = election and l.state <> 'released';
  get diagnostics gone = row_count;
  return gone;
end
$$;

-- A sample keeps its hash and who took it; which voters it showed goes.
create function retention.empty_samples(municipality integer, election uuid) returns bigint
  language plpgsql security definer set search_path = pg_catalog as $$
declare emptied bigint;
begin
  perform retention.begin_purge(municipality, election);
  update letters.sample s set contents = '{}' where s.municipality_id = municipality and s.election_id = election;
  get diagnostics emptied = row_count;
  return emptied;
end
$$;

-- A certificate is kept as its copy for publication, which holds no small counts.
create function retention.replace_certificate(municipality integer, election uuid, certificate uuid, public_copy text)
  returns void language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform retention.begin_purge(municipality, election);
  update letters.certificate c set jws = public_copy
  where c.municipality_id = municipality and c.election_id = election and c.certificate_id = certificate;
end
$$;

revoke execute on function retention.begin_purge from public;
revoke execute on function retention.campaigns_of from public;
do $$
declare function_name text;
begin
  foreach function_name in array array['lock_election', 'drop_partitions', 'delete_rows', 'delete_ended_letters',
    'empty_samples', 'replace_certificate'] loop
    execute format('revoke execute on function retention.%I from public', function_name);
    execute format('grant execute on function retention.%I to kiesloket_app', function_name);
  end loop;
end
$$;

-- What was purged does not come back: there is no room any more for voters of that election.
create function voters.is_purged(election uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog as $$
  select exists (select from retention.purged p where p.election_id = election)
$$;
revoke execute on function voters.is_purged from public;
grant execute on function voters.is_purged to kiesloket_app;

create or replace function voters.add_partition(election uuid) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  if voters.is_purged(election) then raise exception 'the data of this election was purged'; end if;
  call platform.ensure_partition('voters.voter', election, 'partition by list (list_id)');
end
$$;
