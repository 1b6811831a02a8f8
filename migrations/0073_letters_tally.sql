-- How the letters of an election stand, by section and plate, and how many are on paper: kept by the database in the transaction
-- in which a letter moves. The fingerprint is of the voters they are for, as in the sums of the voters list.

create table letters.tally (
  municipality_id integer not null,
  election_id     uuid not null,
  section         integer not null,
  plate_sha256    bytea not null,
  state           text not null,
  was_released    boolean not null,
  letters         integer not null,
  fingerprint     numeric not null,
  primary key (municipality_id, election_id, section, plate_sha256, state, was_released)
) with (fillfactor = 70);
grant select, insert, update on letters.tally to kiesloket_app;
call platform.protect_tenant_table('letters.tally');

create table letters.paper_tally (
  municipality_id integer not null,
  election_id     uuid not null,
  exception       text not null, -- '': in a print file
  letters         integer not null,
  primary key (municipality_id, election_id, exception)
) with (fillfactor = 70);
grant select, insert, update on letters.paper_tally to kiesloket_app;
call platform.protect_tenant_table('letters.paper_tally');

-- What a statement added and took away. One function for each kind of statement: it names only what that statement has.

create function letters.tally_came() returns trigger
  language plpgsql set search_path = pg_catalog as $$
begin
  insert into letters.tally as t
  select l.municipality_id, l.election_id, l.section, l.plate_sha256, l.state, l.release_id is not null, count(*),
    sum(uuid_hash_extended(l.voter_id, 0))
  from came l group by 1, 2, 3, 4, 5, 6 order by 1, 2, 3, 4, 5, 6
  on conflict (municipality_id, election_id, section, plate_sha256, state, was_released) do update
  set letters = t.letters + excluded.letters, fingerprint = t.fingerprint + excluded.fingerprint;
  return null;
end
$$;

create function letters.tally_moved() returns trigger
  language plpgsql set search_path = pg_catalog as $$
begin
  insert into letters.tally as t
  select l.municipality_id, l.election_id, l.section, l.plate_sha256, l.state, l.release_id is not null, sum(l.one),
    sum(l.one * uuid_hash_extended(l.voter_id, 0)::numeric)
  from (select c.municipality_id, c.election_id, c.section, c.plate_sha256, c.state, c.release_id, c.voter_id, 1 as one from came c
        union all select w.municipality_id, w.election_id, w.section, w.plate_sha256, w.state, w.release_id, w.voter_id, -1
        from went w) l
  group by 1, 2, 3, 4, 5, 6 having sum(l.one) <> 0 or sum(l.one * uuid_hash_extended(l.voter_id, 0)::numeric) <> 0
  order by 1, 2, 3, 4, 5, 6
  on conflict (municipality_id, election_id, section, plate_sha256, state, was_released) do update
  set letters = t.letters + excluded.letters, fingerprint = t.fingerprint + excluded.fingerprint;
  return null;
end
$$;

create function letters.tally_went() returns trigger
  language plpgsql set search_path = pg_catalog as $$
begin
  insert into letters.tally as t
  select l.municipality_id, l.election_id, l.section, l.plate_sha256, l.state, l.release_id is not null, -count(*),
    -sum(uuid_hash_extended(l.voter_id, 0))
  from went l group by 1, 2, 3, 4, 5, 6 order by 1, 2, 3, 4, 5, 6
  on conflict (municipality_id, election_id, section, plate_sha256, state, was_released) do update
  set letters = t.letters + excluded.letters, fingerprint = t.fingerprint + excluded.fingerprint;
  return null;
end
$$;

create trigger tally_came after insert on letters.letter
  referencing new table as came for each statement execute function letters.tally_came();
create trigger tally_moved after update on letters.letter
  referencing new table as came old table as went for each statement execute function letters.tally_moved();
create trigger tally_went after delete on letters.letter
  referencing old table as went for each statement execute function letters.tally_went();

create function letters.paper_came() returns trigger
  language plpgsql set search_path = pg_catalog as $$
begin
  insert into letters.paper_tally as t
  select p.municipality_id, p.election_id, coalesce(p.exception, ''), count(*) from came p group by 1, 2, 3 order by 1, 2, 3
  on conflict (municipality_id, election_id, exception) do update set letters = t.letters + excluded.letters;
  return null;
end
$$;

create function letters.paper_moved() returns trigger
  language plpgsql set search_path = pg_catalog as $$
begin
  insert into letters.paper_tally as t
  select p.municipality_id, p.election_id, coalesce(p.exception, ''), sum(p.one)
  from (select c.*, 1 as one from came c union all select w.*, -1 from went w) p
  group by 1, 2, 3 having sum(p.one) <> 0 order by 1, 2, 3
  on conflict (municipality_id, election_id, exception) do update set letters = t.letters + excluded.letters;
  return null;
end
$$;

create function letters.paper_went() returns trigger
  language plpgsql set search_path = pg_catalog as $$
begin
  insert into letters.paper_tally as t
  select p.municipality_id, p.election_id, coalesce(p.exception, ''), -count(*) from went p group by 1, 2, 3 order by 1, 2, 3
  on conflict (municipality_id, election_id, exception) do update set letters = t.letters + excluded.letters;
  return null;
end
$$;

create trigger paper_came after insert on letters.paper_letter
  referencing new table as came for each statement execute function letters.paper_came();
create trigger paper_moved after update on letters.paper_letter
  referencing new table as came old table as went for each statement execute function letters.paper_moved();
create trigger paper_went after delete on letters.paper_letter
  referencing old table as went for each statement execute function letters.paper_went();

select set_config('kiesloket.municipalities', coalesce(string_agg(m.municipality_id::text, ','), ''), true)
from municipalities.municipality m;
insert into letters.tally
select l.municipality_id, l.election_id, l.section, l.plate_sha256, l.state, l.release_id is not null, count(*),
  sum(uuid_hash_extended(l.voter_id, 0))
from letters.letter l group by 1, 2, 3, 4, 5, 6;
insert into letters.paper_tally
select p.municipality_id, p.election_id, coalesce(p.exception, ''), count(*) from letters.paper_letter p group by 1, 2, 3;
select set_config('kiesloket.municipalities', '', true);
