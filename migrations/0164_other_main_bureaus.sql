-- The main bureaus of a district of a city, of a provincial district and of a constituency come too. In a city with districts each has
-- its own, and sees no other.
alter table bureaus.authority
  drop constraint authority_kind_check,
  add constraint authority_kind_check check (kind in ('COURT', 'CANTON_MAIN', 'MUNICIPAL_MAIN', 'DISTRICT_MAIN',
    'PROVINCE_DISTRICT_MAIN', 'CONSTITUENCY_MAIN')),
  add column district text check (district <> '');
