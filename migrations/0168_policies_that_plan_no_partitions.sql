-- A policy is planned with every question about its table, also for staff, whom it does not let through. One that looks into a divided
-- table opens all parts of it: with the lists of 285 municipalities each question about one list took 1.7 seconds to plan, and 60
-- milliseconds once its parts were open. A function is planned when it is called, and it is called for a citizen only.

create function voters.is_on_list(municipality integer, election uuid, list uuid) returns boolean
  language plpgsql stable as $$
begin
  return exists (
    select from voters.voter v
    where v.municipality_id = municipality and v.election_id = election and v.list_id = list
      and v.nrn_index = platform.person_index());
end
$$;
revoke execute on function voters.is_on_list from public;
grant execute on function voters.is_on_list to kiesloket_app;

alter policy person_reads on voters.voters_list
  using ((select platform.person_index()) is not null
    and voters.is_on_list(municipality_id, election_id, list_id));

create function letters.is_addressee(municipality integer, election uuid, letter uuid) returns boolean
  language plpgsql stable as $$
begin
  return exists (
    select from letters.letter mine
    where mine.municipality_id = municipality and mine.election_id = election and mine.letter_id = letter
      and mine.person_index = platform.person_index());
end
$$;
revoke execute on function letters.is_addressee from public;
grant execute on function letters.is_addressee to kiesloket_app;

alter policy person_reads on letters.whole_letter
  using ((select platform.person_index()) is not null
    and letters.is_addressee(municipality_id, election_id, letter_id));
