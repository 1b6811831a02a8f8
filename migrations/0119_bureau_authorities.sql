-- Courts and main bureaus that decide who sits in the bureaus of an election. They log in as organisations of their own, and see
-- the bureaus of what is granted here. That they may come in at all stands in `platform.authority_grant`, under the same number.
create table bureaus.authority (
  municipality_id   integer not null,
  election_id       uuid not null,
  enterprise_number text not null check (enterprise_number ~ '^[0-9]{10}$'),
  name              text not null check (name <> ''),
  kind              text not null check (kind in ('COURT', 'CANTON_MAIN', 'MUNICIPAL_MAIN')),
  granted_at        timestamptz not null,
  granted_by        text not null,
  primary key (municipality_id, election_id, enterprise_number),
  foreign key (municipality_id, election_id) references elections.election
);
grant select, insert, update, delete on bureaus.authority to kiesloket_app;
call platform.protect_tenant_table('bureaus.authority');
