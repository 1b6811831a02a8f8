-- The sheet on which a magistrate signed designations by hand, kept with what it designates, and which key of a reader the copy of a
-- case was made for.

create table bureaus.signed_sheet (
  municipality_id integer not null,
  election_id     uuid not null,
  sheet_id        uuid not null,
  type            text not null check (type in ('application/pdf', 'image/jpeg', 'image/png')),
  sealed          bytea not null, -- packed, and sealed by the vault: it names people
  bytes           integer not null check (bytes > 0),
  sha256          bytea not null check (length(sha256) = 32),
  signed_on       date not null,
  kept_by         text not null,
  kept_at         timestamptz not null,
  primary key (municipality_id, election_id, sheet_id),
  foreign key (municipality_id, election_id) references elections.election
);
grant select, insert, delete, update (sealed) on bureaus.signed_sheet to kiesloket_app; -- sealed anew, when the data key changes
call platform.protect_tenant_table('bureaus.signed_sheet');

create table bureaus.signed_assignment (
  municipality_id integer not null,
  election_id     uuid not null,
  sheet_id        uuid not null,
  assignment_id   uuid not null,
  primary key (municipality_id, election_id, sheet_id, assignment_id),
  foreign key (municipality_id, election_id, sheet_id) references bureaus.signed_sheet on delete cascade,
  foreign key (municipality_id, election_id, assignment_id) references bureaus.assignment on delete cascade
);
create index signed_sheet_of_assignment on bureaus.signed_assignment (municipality_id, election_id, assignment_id);
grant select, insert, delete on bureaus.signed_assignment to kiesloket_app;
call platform.protect_tenant_table('bureaus.signed_assignment');

-- Null: the copy was made before this was written down, and whether it opens shows when it is opened.
alter table bureaus.case_copy add column reader_key bytea;
