-- What the municipality tells the chairs of its bureaus, behind the letter that calls them. A version is never changed: the letter says
-- which went with it, and its text.
create table bureaus.chair_instructions (
  municipality_id integer not null,
  election_id     uuid not null,
  bureau          text not null check (bureau in ('POLLING', 'COUNTING', 'MAIN')),
  version         integer not null check (version > 0),
  text            text not null check (text <> ''),
  written_at      timestamptz not null,
  written_by      text not null,
  primary key (municipality_id, election_id, bureau, version),
  foreign key (municipality_id, election_id) references elections.election
);
grant select, insert on bureaus.chair_instructions to kiesloket_app;
call platform.protect_tenant_table('bureaus.chair_instructions');

-- When the municipality wrote down where somebody lives: a list that comes later does not take it away.
alter table bureaus.member add column address_corrected_at timestamptz;
