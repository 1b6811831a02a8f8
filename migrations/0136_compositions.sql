-- The composition of the bureaus as a municipality handed it to a court or main bureau: who sits where, sealed, with the hash of what it
-- says. The next version says what changed since. It goes after the day until which the law has it kept (LPKD 47 and 50).
create table bureaus.composition (
  municipality_id   integer not null,
  election_id       uuid not null,
  composition_id    uuid not null,
  enterprise_number text not null check (enterprise_number ~ '^[0-9]{10}$'), -- to whom
  version           integer not null check (version > 0),                    -- of what that organisation got
  sealed            bytea not null,
  content_sha256    bytea not null check (length(content_sha256) = 32),
  bureaus           integer not null check (bureaus >= 0),
  people            integer not null check (people >= 0),
  sent_at           timestamptz not null,
  sent_by           text not null,
  opened_at         timestamptz, -- when the receiver opened or took it first
  opened_by         text,
  primary key (municipality_id, election_id, composition_id),
  foreign key (municipality_id, election_id) references elections.election,
  constraint one_composition_of_a_version unique (municipality_id, election_id, enterprise_number, version),
  check ((opened_at is null) = (opened_by is null))
);
grant select, insert, update, delete on bureaus.composition to kiesloket_app;
call platform.protect_tenant_table('bureaus.composition');
-- Who got it sees in one look what came from all municipalities of the area; only while it is still granted.
create policy authority_reads on bureaus.composition for select to kiesloket_app
  using (enterprise_number = (select platform.authority())
         and exists (select from bureaus.authority granted
                     where granted.municipality_id = composition.municipality_id
                       and granted.election_id = composition.election_id
                       and granted.enterprise_number = composition.enterprise_number));
