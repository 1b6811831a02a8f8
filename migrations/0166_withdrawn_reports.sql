-- The letter that takes back what was reported of one person, to one who has a file that names them: what it says, and once it left
-- when and how. Until then it may be made again.
create table bureaus.absence_withdrawal (
  municipality_id  integer not null,
  election_id      uuid not null,
  assignment_id    uuid not null,
  addressee        text not null check (addressee in ('main-bureau', 'justice-of-the-peace', 'public-prosecutor')),
  sealed           bytea not null,   -- all that it says
  settings_version integer not null, -- of the municipality, with the arms that stand on it
  pdf_sha256       bytea not null check (length(pdf_sha256) = 32),
  made_at          timestamptz not null,
  made_by          text not null,
  means            text check (means in ('sealed-envelope', 'registered', 'digital')),
  sent_on          date,
  noted_at         timestamptz,
  noted_by         text,
  primary key (municipality_id, election_id, assignment_id, addressee),
  foreign key (municipality_id, election_id, assignment_id) references bureaus.assignment,
  constraint sent_as_a_whole check (num_nonnulls(means, sent_on, noted_at, noted_by) in (0, 4))
);
grant select, insert, update on bureaus.absence_withdrawal to kiesloket_app;
call platform.protect_tenant_table('bureaus.absence_withdrawal');
