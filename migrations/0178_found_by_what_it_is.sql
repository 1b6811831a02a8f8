-- Beside its key, a table of bureaus is found by what a row is about: a seat, a person, a letter. Those indexes began with the municipality
-- and the election, as the key does, and each of them could then serve to read everything of an election. The planner takes one row to be
-- there for a municipality that its sample does not know, so that all of them look alike to it, and of a town of six hundred bureaus it read
-- hundreds of rows for each that was asked. What a row is about comes first now, and no index but the key serves for another's question.
-- The rules stay as they are: the same columns are unique, in another order.

drop index bureaus.assignment_of_member, bureaus.assignment_of_seat, bureaus.one_person_in_a_seat, bureaus.one_seat_of_a_person;
create index assignment_of_member on bureaus.assignment (member_id);
create index assignment_of_seat on bureaus.assignment (seat_id);
create unique index one_person_in_a_seat on bureaus.assignment (seat_id, election_id, municipality_id)
  where designation in ('PROPOSED', 'DESIGNATED') and attendance not in ('ABSENT', 'DISMISSED', 'LEFT');
create unique index one_seat_of_a_person on bureaus.assignment (member_id, election_id, municipality_id)
  where designation in ('PROPOSED', 'DESIGNATED');

alter table bureaus.member
  drop constraint one_member_of_a_person,
  add constraint one_member_of_a_person unique (nrn_index, election_id, municipality_id);
drop index bureaus.member_by_person; -- the rule finds a person by the same

alter table bureaus.listed_person
  drop constraint one_row_of_a_listed_person,
  add constraint one_row_of_a_listed_person unique (nrn_index, election_id, municipality_id);
drop index bureaus.drawn_person_by_person;
create index drawn_person_by_person on bureaus.drawn_person (nrn_index);

drop index bureaus.seat_of_bureau, bureaus.one_seat_of_an_ordinal;
create index seat_of_bureau on bureaus.seat (bureau_id);
create unique index one_seat_of_an_ordinal on bureaus.seat (bureau_id, role, ordinal, election_id, municipality_id)
  where given_up_at is null;
drop index bureaus.counted_by;
create index counted_by on bureaus.counted_bureau (counting_id);

alter table bureaus.member_letter
  drop constraint one_letter_of_a_version,
  add constraint one_letter_of_a_version unique (assignment_id, kind, version, election_id, municipality_id);
drop index bureaus.member_letter_to_follow;
create index member_letter_to_follow on bureaus.member_letter (campaign_id, state);

drop index bureaus.one_open_excuse, bureaus.evidence_of_excuse;
create unique index one_open_excuse on bureaus.excuse (assignment_id, election_id, municipality_id) where outcome is null;
create index evidence_of_excuse on bureaus.evidence (excuse_id);

alter table bureaus.payment
  drop constraint one_payment_of_an_attempt,
  add constraint one_payment_of_an_attempt unique (assignment_id, attempt, election_id, municipality_id);
drop index bureaus.one_payment_of_a_claim, bureaus.payment_of_batch;
create unique index one_payment_of_a_claim on bureaus.payment (assignment_id, election_id, municipality_id)
  where state <> 'BOUNCED';
create index payment_of_batch on bureaus.payment (batch_id, end_to_end_id);

drop index bureaus.deed_of_bureau, bureaus.incident_of_bureau, bureaus.oath_of_member;
create index deed_of_bureau on bureaus.day_deed (bureau_id, noted_at);
create index incident_of_bureau on bureaus.incident (bureau_id, happened_at);
create index oath_of_member on bureaus.oath (member_id);

drop index bureaus.absence_remark_of_assignment, bureaus.signed_sheet_of_assignment, bureaus.reserve_call_of_member,
  bureaus.reserve_call_of_volunteer, bureaus.training_of_member, bureaus.message_of_group;
create index absence_remark_of_assignment on bureaus.absence_remark (assignment_id);
create index signed_sheet_of_assignment on bureaus.signed_assignment (assignment_id);
create index reserve_call_of_member on bureaus.reserve_call (member_id);
create index reserve_call_of_volunteer on bureaus.reserve_call (volunteer_id);
create index training_of_member on bureaus.training_enrolment (member_id);
create index message_of_group on bureaus.message (group_id) where group_id is not null;
