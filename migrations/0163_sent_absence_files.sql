-- To whom a file of who stayed away was handed, when and how, with the digest of the document that left; and what members and witnesses
-- said of one person (LPKD 143 3°), which stands in the next file.

create table bureaus.absence_sending (
  municipality_id integer not null,
  election_id     uuid not null,
  bureau_id       uuid not null,
  version         integer not null,
  addressee       text not null check (addressee in ('main-bureau', 'justice-of-the-peace', 'public-prosecutor')),
  means           text not null check (means in ('sealed-envelope', 'registered', 'digital')),
  pdf_sha256      bytea not null check (length(pdf_sha256) = 32),
  sent_on         date not null,
  noted_at        timestamptz not null,
  noted_by        text not null,
  primary key (municipality_id, election_id, bureau_id, version, addressee),
  foreign key (municipality_id, election_id, bureau_id, version) references bureaus.absence_report
);
grant select, insert on bureaus.absence_sending to kiesloket_app;
call platform.protect_tenant_table('bureaus.absence_sending');

create table bureaus.absence_remark (
  municipality_id integer not null,
  election_id     uuid not null,
  remark_id       uuid not null,
  assignment_id   uuid not null,
  said_by         text not null check (said_by in ('member', 'witness')),
  sealed          bytea not null, -- what was said
  noted_at        timestamptz not null,
  noted_by        text not null,
  primary key (municipality_id, election_id, remark_id),
  foreign key (municipality_id, election_id, assignment_id) references bureaus.assignment
);
create index absence_remark_of_assignment on bureaus.absence_remark (municipality_id, election_id, assignment_id);
grant select, insert, update (sealed) on bureaus.absence_remark to kiesloket_app;
call platform.protect_tenant_table('bureaus.absence_remark');
