-- Who was written to as a member of a bureau reads which letters those are: what was done with them stands among their own data.

create policy person_reads on bureaus.member_letter for select to kiesloket_app
  using (exists (select from bureaus.assignment mine
                 where mine.municipality_id = member_letter.municipality_id and mine.election_id = member_letter.election_id
                   and mine.assignment_id = member_letter.assignment_id and (select platform.person_index()) is not null));
