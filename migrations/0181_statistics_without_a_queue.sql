-- Whoever wrote many rows of bureaus tells the planner what there is now, which takes some two seconds with 8,000 bureaus. While somebody
-- else does so another one does not stand in line for it: the sample is taken of all municipalities together, and since 0178 rows are found
-- by what they are about, whatever the sample says.
create or replace function bureaus.refresh_statistics() returns void
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  if not pg_try_advisory_xact_lock(hashtextextended('statistics bureaus', 0)) then
    return;
  end if;
  analyze
    bureaus.bureau (municipality_id, election_id, bureau_id),
    bureaus.seat (municipality_id, election_id, seat_id, bureau_id),
    bureaus.drawn_person, bureaus.listed_person, bureaus.list_entry,
    bureaus.member (municipality_id, election_id, member_id, nrn_index, voter_id),
    bureaus.assignment (municipality_id, election_id, assignment_id, seat_id, member_id, replaces, designation),
    bureaus.assignment_event (municipality_id, election_id, assignment_id, transition, version),
    bureaus.member_letter (municipality_id, election_id, letter_id, assignment_id, state);
end
$$;
