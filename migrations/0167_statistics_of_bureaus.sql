-- A plan that was adopted just now looks as if there were no seat in it: whoever is in a seat was looked for among all seats of the
-- municipality, and those among all its bureaus. In a town of sixty bureaus one question took thirteen seconds. Reads a sample of what
-- rows are found by, and does nothing else.
create or replace function bureaus.refresh_statistics() returns void
  language plpgsql security definer set search_path = pg_catalog as $$
begin
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
