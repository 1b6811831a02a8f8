-- Letters on paper by how their letter stands now, and letters that came back by what was done about them: sums of the kind of
-- 0073. The first are over two tables, which different people change at the same time: see letters.look_at_both.

create table letters.printed_tally (
  municipality_id integer not null,
  election_id     uuid not null,
  section         integer not null,
  print_file_id   uuid not null, -- '00000000-0000-0000-0000-000000000000': in none
  exception       text not null, -- '': in a print file
  state           text not null, -- of the letter
  letters         integer not null,
  primary key (municipality_id, election_id, section, print_file_id, exception, state)
) with (fillfactor = 70);
grant select, insert, update on letters.printed_tally to kiesloket_app;
call platform.protect_tenant_table('letters.printed_tally');

create table letters.returned_tally (
  municipality_id integer not null,
  election_id     uuid not null,
  follow_up       text not null, -- '': nothing was done about it yet
  letters         integer not null,
  primary key (municipality_id, election_id, follow_up)
) with (fillfactor = 70);
grant select, insert, update on letters.returned_tally to kiesloket_app;
call platform.protect_tenant_table('letters.returned_tally');

-- Who puts letters on paper and who ends letters each look at what the other wrote. Whichever comes second has to wait until the
-- first is there to be seen, else neither counts what both did. Those who end letters do not wait for each other; one process at a
-- time prints an election, in transactions that are over at once. Taken after the rows were written: the query that follows sees
-- what was committed meanwhile, which it would not in one snapshot.
create function letters.look_at_both(municipality integer, election uuid, puts_on_paper boolean) returns void
  language plpgsql set search_path = pg_catalog as $$
declare
  key bigint := hashtextextended(format('printed %s %s', municipality, election), 0);
begin
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception 'letters are printed and ended at read committed only' using errcode = 'invalid_transaction_state';
  end if;
  if puts_on_paper then perform pg_advisory_xact_lock(key); else perform pg_advisory_xact_lock_shared(key); end if;
end
$$;

-- Both tables hold elections in partitions, and were filled a moment ago: planned for this one election, and looked up row by row.

create function letters.printed_came() returns trigger
  language plpgsql set search_path = pg_catalog set plan_cache_mode = force_custom_plan
  set enable_nestloop = on set enable_hashjoin = off set enable_mergejoin = off as $$
declare
  this record;
begin
  for this in select distinct c.municipality_id, c.election_id from came c order by 1, 2 loop
    perform letters.look_at_both(this.municipality_id, this.election_id, true);
    insert into letters.printed_tally as t
    select this.municipality_id, this.election_id, l.section,
      coalesce(p.print_file_id, '00000000-0000-0000-0000-000000000000'), coalesce(p.exception, ''), l.state, count(*)
    from came p join letters.letter l on l.municipality_id = this.municipality_id and l.election_id = this.election_id
      and l.letter_id = p.letter_id
    where p.municipality_id = this.municipality_id and p.election_id = this.election_id
    group by 3, 4, 5, 6 order by 3, 4, 5, 6
    on conflict (municipality_id, election_id, section, print_file_id, exception, state) do update
    set letters = t.letters + excluded.letters;
  end loop;
  return null;
end
$$;

create function letters.printed_moved() returns trigger
  language plpgsql set search_path = pg_catalog set plan_cache_mode = force_custom_plan
  set enable_nestloop = on set enable_hashjoin = off set enable_mergejoin = off as $$
declare
  this record;
begin
  for this in select distinct c.municipality_id, c.election_id from came c order by 1, 2 loop
    perform letters.look_at_both(this.municipality_id, this.election_id, true);
    insert into letters.printed_tally as t
    select this.municipality_id, this.election_id, l.section,
      coalesce(p.print_file_id, '00000000-0000-0000-0000-000000000000'), coalesce(p.exception, ''), l.state, sum(p.one)
    from (select c.municipality_id, c.election_id, c.letter_id, c.print_file_id, c.exception, 1 as one from came c union all
          select w.municipality_id, w.election_id, w.letter_id, w.print_file_id, w.exception, -1 from went w) p
    join letters.letter l on l.municipality_id = this.municipality_id and l.election_id = this.election_id
      and l.letter_id = p.letter_id
    where p.municipality_id = this.municipality_id and p.election_id = this.election_id
    group by 3, 4, 5, 6 having sum(p.one) <> 0 order by 3, 4, 5, 6
    on conflict (municipality_id, election_id, section, print_file_id, exception, state) do update
    set letters = t.letters + excluded.letters;
  end loop;
  return null;
end
$$;

create function letters.printed_went() returns trigger
  language plpgsql set search_path = pg_catalog set plan_cache_mode = force_custom_plan
  set enable_nestloop = on set enable_hashjoin = off set enable_mergejoin = off as $$
declare
  this record;
begin
  for this in select distinct w.municipality_id, w.election_id from went w order by 1, 2 loop
    perform letters.look_at_both(this.municipality_id, this.election_id, true);
    insert into letters.printed_tally as t
    select this.municipality_id, this.election_id, l.section,
      coalesce(p.print_file_id, '00000000-0000-0000-0000-000000000000'), coalesce(p.exception, ''), l.state, -count(*)
    from went p join letters.letter l on l.municipality_id = this.municipality_id and l.election_id = this.election_id
      and l.letter_id = p.letter_id
    where p.municipality_id = this.municipality_id and p.election_id = this.election_id
    group by 3, 4, 5, 6 order by 3, 4, 5, 6
    on conflict (municipality_id, election_id, section, print_file_id, exception, state) do update
    set letters = t.letters + excluded.letters;
  end loop;
  return null;
end
$$;

create trigger printed_came after insert on letters.paper_letter
  referencing new table as came for each statement execute function letters.printed_came();
create trigger printed_moved after update on letters.paper_letter
  referencing new table as came old table as went for each statement execute function letters.printed_moved();
create trigger printed_went after delete on letters.paper_letter
  referencing old table as went for each statement execute function letters.printed_went();

-- Of letters: a new one is on no paper, and nor is one that was never released. So a first release neither waits nor looks.

create function letters.printed_letter_moved() returns trigger
  language plpgsql set search_path = pg_catalog set plan_cache_mode = force_custom_plan
  set enable_nestloop = on set enable_hashjoin = off set enable_mergejoin = off as $$
declare
  this record;
begin
  for this in select distinct w.municipality_id, w.election_id from went w where w.release_id is not null order by 1, 2 loop
    perform letters.look_at_both(this.municipality_id, this.election_id, false);
    insert into letters.printed_tally as t
    select this.municipality_id, this.election_id, l.section,
      coalesce(p.print_file_id, '00000000-0000-0000-0000-000000000000'), coalesce(p.exception, ''), l.state, sum(l.one)
    from (select c.municipality_id, c.election_id, c.letter_id, c.section, c.state, 1 as one from came c union all
          select w.municipality_id, w.election_id, w.letter_id, w.section, w.state, -1 from went w) l
    join letters.paper_letter p on p.municipality_id = this.municipality_id and p.election_id = this.election_id
      and p.letter_id = l.letter_id
    where l.municipality_id = this.municipality_id and l.election_id = this.election_id
    group by 3, 4, 5, 6 having sum(l.one) <> 0 order by 3, 4, 5, 6
    on conflict (municipality_id, election_id, section, print_file_id, exception, state) do update
    set letters = t.letters + excluded.letters;
  end loop;
  return null;
end
$$;

create function letters.printed_letter_went() returns trigger
  language plpgsql set search_path = pg_catalog set plan_cache_mode = force_custom_plan
  set enable_nestloop = on set enable_hashjoin = off set enable_mergejoin = off as $$
declare
  this record;
begin
  for this in select distinct w.municipality_id, w.election_id from went w where w.release_id is not null order by 1, 2 loop
    perform letters.look_at_both(this.municipality_id, this.election_id, false);
    insert into letters.printed_tally as t
    select this.municipality_id, this.election_id, l.section,
      coalesce(p.print_file_id, '00000000-0000-0000-0000-000000000000'), coalesce(p.exception, ''), l.state, -count(*)
    from went l
    join letters.paper_letter p on p.municipality_id = this.municipality_id and p.election_id = this.election_id
      and p.letter_id = l.letter_id
    where l.municipality_id = this.municipality_id and l.election_id = this.election_id
    group by 3, 4, 5, 6 order by 3, 4, 5, 6
    on conflict (municipality_id, election_id, section, print_file_id, exception, state) do update
    set letters = t.letters + excluded.letters;
  end loop;
  return null;
end
$$;

create trigger printed_letter_moved after update on letters.letter
  referencing new table as came old table as went for each statement execute function letters.printed_letter_moved();
create trigger printed_letter_went after delete on letters.letter
  referencing old table as went for each statement execute function letters.printed_letter_went();

create function letters.returned_came() returns trigger
  language plpgsql set search_path = pg_catalog as $$
begin
  insert into letters.returned_tally as t
  select r.municipality_id, r.election_id, coalesce(r.follow_up, ''), count(*) from came r group by 1, 2, 3 order by 1, 2, 3
  on conflict (municipality_id, election_id, follow_up) do update set letters = t.letters + excluded.letters;
  return null;
end
$$;

create function letters.returned_moved() returns trigger
  language plpgsql set search_path = pg_catalog as $$
begin
  insert into letters.returned_tally as t
  select r.municipality_id, r.election_id, coalesce(r.follow_up, ''), sum(r.one)
  from (select c.*, 1 as one from came c union all select w.*, -1 from went w) r
  group by 1, 2, 3 having sum(r.one) <> 0 order by 1, 2, 3
  on conflict (municipality_id, election_id, follow_up) do update set letters = t.letters + excluded.letters;
  return null;
end
$$;

create trigger returned_came after insert on letters.returned_letter
  referencing new table as came for each statement execute function letters.returned_came();
create trigger returned_moved after update on letters.returned_letter
  referencing new table as came old table as went for each statement execute function letters.returned_moved();

-- What waits for somebody is listed first, the oldest first.
create index returned_to_do on letters.returned_letter (municipality_id, election_id, recorded_at, letter_id)
  where follow_up is null;
create index returned_done on letters.returned_letter (municipality_id, election_id, followed_up_at, letter_id)
  where follow_up is not null;

select set_config('kiesloket.municipalities', coalesce(string_agg(m.municipality_id::text, ','), ''), true)
from municipalities.municipality m;
insert into letters.printed_tally
select p.municipality_id, p.election_id, l.section, coalesce(p.print_file_id, '00000000-0000-0000-0000-000000000000'),
  coalesce(p.exception, ''), l.state, count(*)
from letters.paper_letter p join letters.letter l on l.municipality_id = p.municipality_id and l.election_id = p.election_id
  and l.letter_id = p.letter_id
group by 1, 2, 3, 4, 5, 6;
insert into letters.returned_tally
select r.municipality_id, r.election_id, coalesce(r.follow_up, ''), count(*) from letters.returned_letter r group by 1, 2, 3;
select set_config('kiesloket.municipalities', '', true);
