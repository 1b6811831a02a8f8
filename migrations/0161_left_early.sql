-- Who goes home before the end by themselves is out of the seat, stays bound, and can be paid or reported as the rules say.
alter table bureaus.assignment
  drop constraint assignment_attendance_check,
  add constraint assignment_attendance_check
    check (attendance in ('UNKNOWN', 'PRESENT', 'LATE', 'ABSENT', 'DISMISSED', 'LEFT')),
  drop constraint only_who_came_is_paid,
  add constraint only_who_came_is_paid
    check (payment = 'OPEN' or (designation = 'DESIGNATED' and attendance in ('PRESENT', 'LATE', 'DISMISSED', 'LEFT'))),
  drop constraint only_who_stayed_away_is_reported,
  add constraint only_who_stayed_away_is_reported
    check (sanction = 'NONE' or (designation = 'DESIGNATED' and attendance in ('ABSENT', 'LATE', 'LEFT'))),
  drop constraint on_the_spot_was_there,
  add constraint on_the_spot_was_there
    check (origin <> 'ON_THE_SPOT'
           or (designation = 'DESIGNATED' and delivery = 'NOT_SENT' and reply = 'NONE' and confirmed
               and attendance in ('PRESENT', 'DISMISSED', 'LEFT')));

drop index bureaus.one_person_in_a_seat;
create unique index one_person_in_a_seat on bureaus.assignment (municipality_id, election_id, seat_id)
  where designation in ('PROPOSED', 'DESIGNATED') and attendance not in ('ABSENT', 'DISMISSED', 'LEFT');

alter table bureaus.day_deed
  drop constraint day_deed_kind_check,
  add constraint day_deed_kind_check check (kind in ('check-in', 'note-absent', 'correct', 'dismiss', 'leave', 'swear', 'call-up',
    'appoint', 'checkpoint', 'incident'));
