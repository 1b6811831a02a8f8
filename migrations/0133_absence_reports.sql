-- Files of who stayed away or came late in one bureau, as they went to who prosecutes. A file is made again from what it says, byte for
-- byte, and held against its hash; the next version of a bureau's file says what changed since.

create table bureaus.absence_report (
  municipality_id  integer not null,
  election_id      uuid not null,
  bureau_id        uuid not null,
  version          integer not null check (version > 0),
  sealed           bytea not null,   -- all that it says
  content_sha256   bytea not null check (length(content_sha256) = 32),
  settings_version integer not null, -- of the municipality, with the arms that stand on it
  pdf_sha256       bytea not null check (length(pdf_sha256) = 32),
  reported         integer not null check (reported >= 0),
  taken_back       integer not null check (taken_back >= 0),
  made_at          timestamptz not null,
  made_by          text not null,
  primary key (municipality_id, election_id, bureau_id, version),
  foreign key (municipality_id, election_id, bureau_id) references bureaus.bureau
);
grant select, insert on bureaus.absence_report to kiesloket_app;
call platform.protect_tenant_table('bureaus.absence_report');
