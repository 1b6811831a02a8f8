-- Attendance that was noted wrongly is corrected by a deed of its own.

alter table bureaus.day_deed
  drop constraint day_deed_kind_check,
  add constraint day_deed_kind_check check (kind in ('check-in', 'note-absent', 'correct', 'dismiss', 'swear', 'call-up',
    'appoint', 'checkpoint', 'incident'));
