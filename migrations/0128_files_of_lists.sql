-- A file for list A, or of the candidates, while it waits for somebody who looked at what it changes to take it over. One of a kind.
create table bureaus.list_file (
  municipality_id integer not null,
  election_id     uuid not null,
  what            text not null check (what in ('list-a', 'candidates')),
  sealed          bytea not null, -- packed, and sealed by the vault: it holds national numbers
  sha256          bytea not null check (length(sha256) = 32),
  kept_by         text not null,
  kept_at         timestamptz not null,
  primary key (municipality_id, election_id, what),
  foreign key (municipality_id, election_id) references elections.election
);
grant select, insert, update, delete on bureaus.list_file to kiesloket_app;
call platform.protect_tenant_table('bureaus.list_file');

-- The decision of the college on a version of a list, as the document that it is. It may name people.
create table bureaus.list_document (
  municipality_id integer not null,
  election_id     uuid not null,
  kind            text not null,
  version         integer not null,
  sealed          bytea not null, -- a PDF, packed and sealed by the vault
  bytes           integer not null check (bytes > 0),
  primary key (municipality_id, election_id, kind, version),
  foreign key (municipality_id, election_id, kind, version) references bureaus.member_list on delete cascade
);
grant select, insert, delete on bureaus.list_document to kiesloket_app;
call platform.protect_tenant_table('bureaus.list_document');

create index listed_person_by_name on bureaus.listed_person (municipality_id, election_id, last_name, first_names, person_id);
