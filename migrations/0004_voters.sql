-- The voters list: imported, checked, accepted, closed. Partitioned by election, so that a purge
-- is a dropped partition.

create schema voters;
grant usage on schema voters to kiesloket_app;

create table voters.voters_list (
  municipality_id integer not null,
  election_id     uuid not null,
  list_id         uuid not null,
  state           text not null check (state in ('imported', 'accepted', 'closed', 'replaced')),
  source_name     text not null,
  source_sha256   bytea not null,
  voter_count     integer not null,
  finding_counts  jsonb not null default '{}',
  list_sha256     bytea,
  imported_at     timestamptz not null default now(),
  imported_by     text not null,
  accepted_at     timestamptz,
  accepted_by     text,
  closed_at       timestamptz,
  closed_by       text,
  primary key (municipality_id, election_id, list_id),
  foreign key (municipality_id, election_id) references elections.election
);
create unique index one_current_list on voters.voters_list (municipality_id, election_id)
  where state in ('accepted', 'closed');
grant select, insert, update, delete on voters.voters_list to kiesloket_app;
call platform.protect_tenant_table('voters.voters_list');

-- Warnings that the clerk reads before accepting; a list with errors is never stored.
create table voters.import_finding (
  municipality_id integer not null,
  election_id     uuid not null,
  list_id         uuid not null,
  finding_number  integer not null,
  row_number      integer,
  column_name     text,
  code            text not null,
  primary key (municipality_id, election_id, list_id, finding_number),
  foreign key (municipality_id, election_id, list_id) references voters.voters_list on delete cascade
);
grant select, insert on voters.import_finding to kiesloket_app;
call platform.protect_tenant_table('voters.import_finding');

create table voters.voter (
  municipality_id    integer not null,
  election_id        uuid not null,
  list_id            uuid not null,
  voter_id           uuid not null,
  list_number        integer not null check (list_number > 0),
  state              text not null default 'enrolled' check (state in ('enrolled', 'struck', 'added')),
  nrn_cipher         bytea not null,
  nrn_index          bytea not null,
  category           text not null,
  last_name          text not null,
  first_names        text not null,
  birth_date         date,
  section            integer not null,
  list_address       jsonb not null,
  delivery_address   jsonb,
  no_post            text check (no_post in ('GONE', 'RETURNED')),
  requested_language text,
  added_late         boolean not null default false, -- not part of the frozen list
  primary key (municipality_id, election_id, list_id, voter_id),
  unique (municipality_id, election_id, list_id, list_number)
) partition by list (election_id);
create index voter_by_person on voters.voter (nrn_index);
create index voter_by_section on voters.voter (municipality_id, election_id, list_id, section, list_number);
grant select, insert, update, delete on voters.voter to kiesloket_app;
call platform.protect_tenant_table('voters.voter');
create policy person_reads on voters.voter for select to kiesloket_app
  using (nrn_index = (select platform.person_index()));

-- Deaths, strikes and late additions after the freeze keep their ground and source.
create table voters.amendment (
  municipality_id integer not null,
  election_id     uuid not null,
  amendment_id    uuid not null,
  voter_id        uuid not null,
  kind            text not null check (kind in ('struck', 'added', 'corrected')),
  ground          text not null,
  source          text not null,
  recorded_at     timestamptz not null default now(),
  recorded_by     text not null,
  primary key (municipality_id, election_id, amendment_id)
);
grant select, insert on voters.amendment to kiesloket_app;
call platform.protect_tenant_table('voters.amendment');

-- The application's role owns nothing, so it asks for its partition here. A partition is reached
-- through its parent only (and so under the parent's policies): it gets no grants of its own.
create function voters.add_partition(election uuid) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  execute format('create table if not exists voters.%I partition of voters.voter for values in (%L)',
                 'voter_' || replace(election::text, '-', ''), election);
end
$$;
revoke execute on function voters.add_partition from public;
grant execute on function voters.add_partition to kiesloket_app;
