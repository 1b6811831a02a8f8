-- What the application may run as the owner of the tables is held against its scope as well: it makes room, and looks at
-- tables, for elections and campaigns of the municipalities of its session and of nobody else.

create procedure elections.require_in_scope(election uuid)
  language plpgsql set search_path = pg_catalog as $$
begin
  if not exists (select from elections.election e
                 where e.election_id = election and e.municipality_id = any (platform.staff_municipalities()))
  then raise exception 'no such election in this scope' using errcode = 'insufficient_privilege'; end if;
end
$$;
revoke execute on procedure elections.require_in_scope from public;

create procedure delivery.require_in_scope(campaign uuid)
  language plpgsql set search_path = pg_catalog as $$
begin
  if not exists (select from delivery.campaign c
                 where c.campaign_id = campaign and c.municipality_id = any (platform.staff_municipalities()))
  then raise exception 'no such campaign in this scope' using errcode = 'insufficient_privilege'; end if;
end
$$;
revoke execute on procedure delivery.require_in_scope from public;

create or replace function voters.add_partition(election uuid) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  call elections.require_in_scope(election);
  if voters.is_purged(election) then raise exception 'the data of this election was purged'; end if;
  call platform.ensure_partition('voters.voter', election, 'partition by list (list_id)');
end
$$;

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
                    section, no_post, added_late)', part);
  return true;
end
$$;

create or replace function letters.add_partition(election uuid) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  call elections.require_in_scope(election);
  call platform.ensure_partition('letters.letter', election, 'with (fillfactor = 48)');
  call platform.ensure_partition('letters.paper_letter', election);
end
$$;

create or replace function letters.refresh_statistics(election uuid) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  call elections.require_in_scope(election);
  call platform.analyze_partition('letters.letter', election,
    'municipality_id, election_id, letter_id, voter_id, version, state, section, list_number, person_index,
     plate_sha256, typeset_whole, release_id');
  call platform.analyze_partition('letters.paper_letter', election,
    'municipality_id, election_id, letter_id, print_file_id, exception');
end
$$;

create or replace function letters.ensure_statistics(election uuid) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  call elections.require_in_scope(election);
  if exists (select from pg_class c where c.reltuples < 0
             and c.oid = to_regclass(format('letters.%I', platform.partition_name('letter', election))))
  then perform letters.refresh_statistics(election); end if;
end
$$;

-- Room is made before there is a campaign: by somebody of a municipality, and for no campaign of another.
create or replace function delivery.add_partition(campaign uuid) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  if coalesce(cardinality(platform.staff_municipalities()), 0) = 0
     or exists (select from delivery.campaign c where c.campaign_id = campaign
                and c.municipality_id <> all (platform.staff_municipalities()))
  then raise exception 'no such campaign in this scope' using errcode = 'insufficient_privilege'; end if;
  call platform.ensure_partition('delivery.delivery', campaign);
  call platform.ensure_partition('delivery.attempt', campaign);
end
$$;

create or replace function delivery.refresh_statistics(campaign uuid) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  call delivery.require_in_scope(campaign);
  call platform.analyze_partition('delivery.delivery', campaign,
    'municipality_id, campaign_id, document_id, person_index, batch, state, reason, next_attempt_at, finished_at');
end
$$;
