-- Elections with the ruleset they were made under, and where people vote.

create schema elections;
grant usage on schema elections to kiesloket_app;

create table elections.election (
  municipality_id integer not null references municipalities.municipality,
  election_id     uuid not null,
  code            text not null check (code ~ '^[a-z0-9][a-z0-9-]{1,62}$'),
  name            text not null,
  ruleset_id      text not null,
  polling_day     date not null,
  voting_mode     text not null check (voting_mode in ('PAPER', 'DIGITAL')),
  settings        jsonb not null,
  created_at      timestamptz not null default now(),
  created_by      text not null,
  primary key (municipality_id, election_id),
  unique (municipality_id, code)
);
grant select, insert, update on elections.election to kiesloket_app;
call platform.protect_tenant_table('elections.election');

create table elections.polling_place (
  municipality_id  integer not null,
  election_id      uuid not null,
  place_code       text not null,
  name             text not null,
  address          jsonb not null,
  details          jsonb not null default '{}',
  primary key (municipality_id, election_id, place_code),
  foreign key (municipality_id, election_id) references elections.election
);
grant select, insert, update, delete on elections.polling_place to kiesloket_app;
call platform.protect_tenant_table('elections.polling_place');

create table elections.voting_section (
  municipality_id integer not null,
  election_id     uuid not null,
  section         integer not null check (section > 0),
  place_code      text not null,
  room            text not null,
  details         jsonb not null default '{}',
  primary key (municipality_id, election_id, section),
  foreign key (municipality_id, election_id, place_code) references elections.polling_place
);
grant select, insert, update, delete on elections.voting_section to kiesloket_app;
call platform.protect_tenant_table('elections.voting_section');

-- When and where people vote is public: a citizen of any municipality and an authority may read it.
do $$
declare public_table regclass;
begin
  foreach public_table in array array['elections.election', 'elections.polling_place', 'elections.voting_section']::regclass[] loop
    execute format('create policy person_reads on %s for select to kiesloket_app
                      using ((select platform.person_index()) is not null)', public_table);
    execute format('create policy authority_reads on %s for select to kiesloket_app
                      using (municipality_id = any ((select platform.authority_municipalities())::integer[]))', public_table);
  end loop;
end
$$;
