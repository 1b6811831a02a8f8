-- Who gave a reason after polling day gets the decision by letter too: it was taken, or it was not.
alter table bureaus.member_letter
  drop constraint member_letter_kind_check,
  add constraint member_letter_kind_check check (kind in ('designation', 'called-up', 'retracted', 'excuse-granted',
    'excuse-refused', 'reason-accepted', 'reason-refused'));
