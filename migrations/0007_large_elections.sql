-- Large elections beside small ones. A voters list gets a table of its own, filled before it is indexed; partitions
-- are made aside and attached, which holds nobody up; and what was filled a moment ago gets its statistics at once.

-- The names that partitions go by.

create function platform.partition_name(parent text, key uuid) returns text
  language sql immutable parallel safe set search_path = pg_catalog
  return parent || '_' || replace(key::text, '-', '');

-- Makes a partition aside and attaches it, unless it is there. `create table … partition of` would lock the parent for
-- everybody until the transaction ends; attaching lets others read and write meanwhile. One at a time per name.
-- `further`: how the partition itself is partitioned.
create procedure platform.ensure_partition(parent regclass, key uuid, further text default '')
  language plpgsql set search_path = pg_catalog as $$
declare
  schema_name text;
  parent_name text;
  part        text;
begin
  select n.nspname, c.relname into schema_name, parent_name
  from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.oid = parent;
  part := format('%I.%I', schema_name, platform.partition_name(parent_name, key));
  if to_regclass(part) is not null then return; end if;
  perform pg_advisory_xact_lock(hashtextextended('partition ' || part, 0));
  begin
    execute format('create table %s (like %s including all) %s', part, parent, further);
  exception when duplicate_table then
    return; -- made by another session while this one waited
  end;
  execute format('alter table %s attach partition %s for values in (%L)', parent, part, key);
end
$$;
revoke execute on procedure platform.ensure_partition from public;

-- In a partition that holds one list, what stands in the key before the number only makes an index longer.

alter table voters.voter add column source_row integer; -- row of the file; null for who was added after the close
drop index voters.voter_by_section;
create index voter_by_section on voters.voter (section, list_number);

create or replace function voters.add_partition(election uuid) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  call platform.ensure_partition('voters.voter', election, 'partition by list (list_id)');
end
$$;

create or replace function letters.add_partition(election uuid) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  call platform.ensure_partition('letters.letter', election);
  call platform.ensure_partition('letters.paper_letter', election);
end
$$;

create or replace function delivery.add_partition(campaign uuid) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  call platform.ensure_partition('delivery.delivery', campaign);
  call platform.ensure_partition('delivery.attempt', campaign);
end
$$;

-- The table of one list: opened empty and without indexes, filled by COPY, then indexed, attached and closed, all in
-- the transaction of one import. COPY cannot be used under row-level security, so until it is attached a check on
-- every row says whose it is, and the application may only insert: nobody reads it but through its parent.

create function voters.list_table(municipality integer, list uuid) returns regclass
  language plpgsql stable set search_path = pg_catalog as $$
declare
  part regclass := to_regclass(format('voters.%I', platform.partition_name('voter_list', list)));
begin
  if part is null or not coalesce(municipality = any (platform.staff_municipalities()), false)
     or not exists (select from pg_constraint c where c.conrelid = part and c.conname = 'of_municipality_' || municipality)
  then raise exception 'no such voters list in this scope' using errcode = 'insufficient_privilege'; end if;
  return part;
end
$$;
revoke execute on function voters.list_table from public;

create function voters.open_list(municipality integer, election uuid, list uuid) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  part text := format('voters.%I', platform.partition_name('voter_list', list));
begin
  execute format('create table %s (like voters.voter including defaults including constraints)', part);
  execute format('alter table %s alter municipality_id set default %L, alter election_id set default %L,
                    alter list_id set default %L, add constraint %I check
                      (municipality_id = %L::integer and election_id = %L::uuid and list_id = %L::uuid)',
                 part, municipality, election, list, 'of_municipality_' || municipality, municipality, election, list);
  perform voters.list_table(municipality, list);
  execute format('grant insert on %s to kiesloket_app', part);
end
$$;
revoke execute on function voters.open_list from public;
grant execute on function voters.open_list to kiesloket_app;

-- Indexes the list and makes it part of the voters of its election. Answers false, and leaves it as it was, when a
-- person or a list number stands on it twice.
create function voters.attach_list(municipality integer, election uuid, list uuid) returns boolean
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  part regclass := voters.list_table(municipality, list);
begin
  execute format('revoke insert on %s from kiesloket_app', part);
  begin
    execute format('alter table voters.%I attach partition %s for values in (%L)',
                   platform.partition_name('voter', election), part, list);
  exception when unique_violation then
    return false;
  end;
  execute format('analyze %s (municipality_id, election_id, list_id, voter_id, list_number, state, nrn_index, category,
                    section, no_post, added_late)', part);
  return true;
end
$$;
revoke execute on function voters.attach_list from public;
grant execute on function voters.attach_list to kiesloket_app;

-- Rows of the file whose person (or list number) stands in an earlier row too, with the first of those rows. Row
-- numbers are all that comes out, so it can be asked before the list is attached.
create function voters.doubles_on_list(municipality integer, list uuid, key text)
  returns table (source_row integer, first_row integer)
  language plpgsql stable security definer set search_path = pg_catalog set work_mem = '64MB' as $$
begin
  if key not in ('voter_id', 'list_number') then raise exception 'nothing is double by %', key; end if;
  return query execute format(
    'with doubled as (select a.%1$I, min(a.source_row) as first_row from %2$s a group by a.%1$I having count(*) > 1)
     select a.source_row, d.first_row from doubled d join %2$s a using (%1$I)
     where a.source_row <> d.first_row order by a.source_row', key, voters.list_table(municipality, list));
end
$$;
revoke execute on function voters.doubles_on_list from public;
grant execute on function voters.doubles_on_list to kiesloket_app;

-- Lets go of a list that is replaced, with its table: nothing is left to clean up.
create function voters.drop_list(municipality integer, list uuid) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  execute format('drop table %s', voters.list_table(municipality, list));
end
$$;
revoke execute on function voters.drop_list from public;
grant execute on function voters.drop_list to kiesloket_app;

-- Lists that came in before: from the partition of their election to a table each.
do $$
declare
  election_part record;
  one_list      record;
begin
  for election_part in
    select c.oid::regclass as old, substring(pg_get_expr(c.relpartbound, c.oid) from '[0-9a-f-]{36}')::uuid as election
    from pg_inherits i join pg_class c on c.oid = i.inhrelid where i.inhparent = 'voters.voter'::regclass
  loop
    execute format('alter table voters.voter detach partition %s', election_part.old);
    execute format('alter table %s rename to before_0007', election_part.old);
    perform voters.add_partition(election_part.election);
    for one_list in execute 'select distinct municipality_id, list_id from voters.before_0007' loop
      perform set_config('kiesloket.municipalities', one_list.municipality_id::text, true);
      perform voters.open_list(one_list.municipality_id, election_part.election, one_list.list_id);
      execute format('insert into voters.%I select * from voters.before_0007 where list_id = %L',
                     platform.partition_name('voter_list', one_list.list_id), one_list.list_id);
      perform voters.attach_list(one_list.municipality_id, election_part.election, one_list.list_id);
    end loop;
    drop table voters.before_0007;
  end loop;
  perform set_config('kiesloket.municipalities', '', true);
end
$$;

-- Until autovacuum comes by, a partition that was filled just now looks to the planner as if next to nothing fitted
-- a condition, and it joins whole elections row by row. These read a sample of the partitions of one election or
-- campaign, and do nothing else.

create procedure platform.analyze_partition(parent regclass, key uuid, column_names text)
  language plpgsql set search_path = pg_catalog as $$
declare
  part regclass;
begin
  select c.oid into part from pg_inherits i join pg_class c on c.oid = i.inhrelid
  where i.inhparent = parent
    and c.relname = platform.partition_name((select p.relname from pg_class p where p.oid = parent), key);
  if part is null then raise exception '% has no partition for %', parent, key using errcode = 'undefined_table'; end if;
  execute format('analyze %s (%s)', part, column_names);
end
$$;
revoke execute on procedure platform.analyze_partition from public;

create function letters.refresh_statistics(election uuid) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  call platform.analyze_partition('letters.letter', election,
    'municipality_id, election_id, letter_id, voter_id, version, state, section, list_number, person_index,
     plate_sha256, typeset_whole, release_id');
  call platform.analyze_partition('letters.paper_letter', election,
    'municipality_id, election_id, letter_id, print_file_id, exception');
end
$$;
revoke execute on function letters.refresh_statistics from public;
grant execute on function letters.refresh_statistics to kiesloket_app;

create function delivery.refresh_statistics(campaign uuid) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  call platform.analyze_partition('delivery.delivery', campaign,
    'municipality_id, campaign_id, document_id, person_index, batch, state, reason, next_attempt_at, finished_at');
end
$$;
revoke execute on function delivery.refresh_statistics from public;
grant execute on function delivery.refresh_statistics to kiesloket_app;
