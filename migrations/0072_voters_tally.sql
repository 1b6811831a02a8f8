-- How many voters a list has, by section and category: kept by the database, so that a page of a city does not count them.
-- The fingerprint adds up a hash of each voter's id. Two sums of the same voters are the same: that is how a page knows, without
-- looking at a voter, that each of a section has a letter. Whoever releases or certifies counts the voters themselves.

create table voters.tally (
  municipality_id integer not null,
  election_id     uuid not null,
  list_id         uuid not null,
  section         integer not null,
  category        text not null,
  state           text not null,
  added_late      boolean not null,
  voters          integer not null,
  fingerprint     numeric not null,
  primary key (municipality_id, election_id, list_id, section, category, state, added_late)
);
grant select, insert, update, delete on voters.tally to kiesloket_app;
call platform.protect_tenant_table('voters.tally');

create function voters.tally_new() returns trigger
  language plpgsql set search_path = pg_catalog as $$
begin
  insert into voters.tally as t
  select v.municipality_id, v.election_id, v.list_id, v.section, v.category, v.state, v.added_late, count(*),
    sum(uuid_hash_extended(v.voter_id, 0))
  from came v group by 1, 2, 3, 4, 5, 6, 7 order by 1, 2, 3, 4, 5, 6, 7
  on conflict (municipality_id, election_id, list_id, section, category, state, added_late) do update
  set voters = t.voters + excluded.voters, fingerprint = t.fingerprint + excluded.fingerprint;
  return null;
end
$$;

create function voters.tally_moved() returns trigger
  language plpgsql set search_path = pg_catalog as $$
begin
  insert into voters.tally as t
  select v.municipality_id, v.election_id, v.list_id, v.section, v.category, v.state, v.added_late, sum(v.one),
    sum(v.one * uuid_hash_extended(v.voter_id, 0)::numeric)
  from (select c.*, 1 as one from came c union all select w.*, -1 from went w) v
  group by 1, 2, 3, 4, 5, 6, 7 having sum(v.one) <> 0 or sum(v.one * uuid_hash_extended(v.voter_id, 0)::numeric) <> 0
  order by 1, 2, 3, 4, 5, 6, 7
  on conflict (municipality_id, election_id, list_id, section, category, state, added_late) do update
  set voters = t.voters + excluded.voters, fingerprint = t.fingerprint + excluded.fingerprint;
  return null;
end
$$;

create trigger tally_new after insert on voters.voter
  referencing new table as came for each statement execute function voters.tally_new();
create trigger tally_moved after update on voters.voter
  referencing new table as came old table as went for each statement execute function voters.tally_moved();

-- A list is filled aside, where no trigger sees it: it is summed when it becomes part of the voters, and let go of as a whole.

create or replace function voters.attach_list(municipality integer, election uuid, list uuid) returns boolean
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  part regclass := voters.list_table(municipality, list);
begin
  call elections.require_in_scope(election);
  execute format('revoke insert on %s from kiesloket_app', part);
  begin
    execute format('alter table voters.%I attach partition %s for values in (%L)',
                   platform.partition_name('voter', election), part, list);
  exception when unique_violation then
    return false;
  end;
  execute format('analyze %s (municipality_id, election_id, list_id, voter_id, list_number, state, nrn_index, category,
                    section, no_post, added_late, requested_language)', part);
  execute format('insert into voters.tally
                    select municipality_id, election_id, list_id, section, category, state, added_late, count(*),
                      sum(uuid_hash_extended(voter_id, 0)) from %s group by 1, 2, 3, 4, 5, 6, 7', part);
  return true;
end
$$;

create or replace function voters.drop_list(municipality integer, list uuid) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  execute format('drop table %s', voters.list_table(municipality, list));
  delete from voters.tally t where t.municipality_id = municipality and t.list_id = list;
end
$$;

select set_config('kiesloket.municipalities', coalesce(string_agg(m.municipality_id::text, ','), ''), true)
from municipalities.municipality m;
insert into voters.tally
select v.municipality_id, v.election_id, v.list_id, v.section, v.category, v.state, v.added_late, count(*),
  sum(uuid_hash_extended(v.voter_id, 0))
from voters.voter v group by 1, 2, 3, 4, 5, 6, 7;
select set_config('kiesloket.municipalities', '', true);

-- Who asked for a language is looked for among all others: few, almost everywhere.
create index voter_by_language on voters.voter (requested_language) where requested_language is not null;
