-- Letters of a whole city. They are released by one update of all of them: it stays within the page of each letter, and
-- touches no index, when no index looks at the state and half of the page was left free.

alter table letters.letter add constraint current_until_it_ends
  check ((ended_at is null) = (state in ('composed', 'released')));

-- Within a partition all letters are of one election: what tells them apart stands first.
alter table letters.letter
  drop constraint letter_municipality_id_election_id_voter_id_version_key,
  add constraint one_letter_of_a_version unique (voter_id, version, election_id, municipality_id);
drop index letters.one_current_letter, letters.letter_by_number, letters.letter_by_section;
create unique index one_current_letter on letters.letter (voter_id, election_id, municipality_id)
  where ended_at is null;
create index letter_by_number on letters.letter (list_number);
create index letter_by_section on letters.letter (section, list_number);

create or replace function letters.add_partition(election uuid) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  call platform.ensure_partition('letters.letter', election, 'with (fillfactor = 48)');
  call platform.ensure_partition('letters.paper_letter', election);
end
$$;

-- For while the letters are being made: without any statistics each page of them would read all those before it.
create function letters.ensure_statistics(election uuid) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  if exists (select from pg_class c where c.reltuples < 0
             and c.oid = to_regclass(format('letters.%I', platform.partition_name('letter', election))))
  then perform letters.refresh_statistics(election); end if;
end
$$;
revoke execute on function letters.ensure_statistics from public;
grant execute on function letters.ensure_statistics to kiesloket_app;
