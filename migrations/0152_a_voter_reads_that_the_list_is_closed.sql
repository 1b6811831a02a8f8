-- Who is on a closed list reads where and when they vote before there is a letter (decision 0107); so they may know of their own list
-- that it is closed, and of no other.

create policy person_reads on voters.voters_list for select to kiesloket_app
  using ((select platform.person_index()) is not null and exists (
    select 1 from voters.voter v
    where v.municipality_id = voters_list.municipality_id and v.election_id = voters_list.election_id
      and v.list_id = voters_list.list_id and v.nrn_index = (select platform.person_index())));
