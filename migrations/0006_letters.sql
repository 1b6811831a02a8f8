-- Election letters: facts and hashes are kept, not the PDFs; the plates they were pressed from are.

create schema letters;
grant usage on schema letters to kiesloket_app;

create table letters.plate (
  municipality_id  integer not null,
  election_id      uuid not null,
  plate_key        text not null,
  plate_sha256     bytea not null,
  template_version text not null,
  press_version    text not null,
  facts            jsonb not null,
  plate            bytea not null,
  made_at          timestamptz not null default now(),
  released_at      timestamptz,
  primary key (municipality_id, election_id, plate_sha256),
  foreign key (municipality_id, election_id) references elections.election
);
grant select, insert, update on letters.plate to kiesloket_app;
call platform.protect_tenant_table('letters.plate');
create policy person_reads on letters.plate for select to kiesloket_app
  using ((select platform.person_index()) is not null);

create table letters.letter (
  municipality_id integer not null,
  election_id     uuid not null,
  letter_id       uuid not null,
  voter_id        uuid not null,
  version         integer not null check (version > 0),
  state           text not null check (state in ('composed', 'released', 'superseded', 'withdrawn')),
  section         integer not null,
  list_number     integer not null,
  person_index    bytea not null,
  plate_sha256    bytea not null,
  facts           jsonb not null,
  facts_sha256    bytea not null,
  pdf_sha256      bytea not null,
  pdf_bytes       integer not null,
  typeset_whole   text,
  composed_at     timestamptz not null default now(),
  release_id      uuid,
  ended_at        timestamptz,
  end_reason      text,
  primary key (municipality_id, election_id, letter_id),
  unique (municipality_id, election_id, voter_id, version)
) partition by list (election_id);
create unique index one_current_letter on letters.letter (municipality_id, election_id, voter_id)
  where state in ('composed', 'released');
create index letter_by_person on letters.letter (person_index);
create index letter_by_number on letters.letter (municipality_id, election_id, list_number);
create index letter_by_section on letters.letter (municipality_id, election_id, section, list_number);
grant select, insert, update, delete on letters.letter to kiesloket_app;
call platform.protect_tenant_table('letters.letter');
create policy person_reads on letters.letter for select to kiesloket_app
  using (person_index = (select platform.person_index()));

-- The few letters that do not fit a plate are typeset whole; those bytes are kept.
create table letters.whole_letter (
  municipality_id integer not null,
  election_id     uuid not null,
  letter_id       uuid not null,
  pdf             bytea not null,
  primary key (municipality_id, election_id, letter_id)
);
grant select, insert, delete on letters.whole_letter to kiesloket_app;
call platform.protect_tenant_table('letters.whole_letter');
create policy person_reads on letters.whole_letter for select to kiesloket_app
  using (exists (select from letters.letter mine
                 where mine.municipality_id = whole_letter.municipality_id
                   and mine.election_id = whole_letter.election_id
                   and mine.letter_id = whole_letter.letter_id
                   and mine.person_index = (select platform.person_index())));

create table letters.sample (
  municipality_id integer not null,
  election_id     uuid not null,
  sample_id       uuid not null,
  sample_sha256   bytea not null,
  contents        jsonb not null,
  taken_at        timestamptz not null default now(),
  taken_by        text not null,
  primary key (municipality_id, election_id, sample_id)
);
grant select, insert on letters.sample to kiesloket_app;
call platform.protect_tenant_table('letters.sample');

-- Two people release: whoever asks can't be who releases, by the table itself.
create table letters.release (
  municipality_id integer not null,
  election_id     uuid not null,
  release_id      uuid not null,
  sample_id       uuid not null,
  sample_sha256   bytea not null,
  state           text not null check (state in ('requested', 'released', 'refused')),
  requested_by    uuid not null,
  requested_at    timestamptz not null default now(),
  decided_by      uuid,
  decided_at      timestamptz,
  refusal_reason  text,
  letter_count    integer,
  campaign_id     uuid,
  primary key (municipality_id, election_id, release_id),
  foreign key (municipality_id, election_id, sample_id) references letters.sample,
  foreign key (municipality_id, requested_by) references municipalities.staff (municipality_id, staff_id),
  foreign key (municipality_id, decided_by) references municipalities.staff (municipality_id, staff_id),
  check (decided_by is null or decided_by <> requested_by)
);
grant select, insert, update on letters.release to kiesloket_app;
call platform.protect_tenant_table('letters.release');

-- The paper channel: each letter is in one print file, or is a named exception.
create table letters.print_file (
  municipality_id integer not null,
  election_id     uuid not null,
  print_file_id   uuid not null,
  name            text not null,
  letter_count    integer not null,
  page_count      integer not null,
  file_sha256     bytea not null,
  index_sha256    bytea not null,
  made_at         timestamptz not null default now(),
  made_by         text not null,
  reprint_of      uuid,
  reprint_reason  text,
  primary key (municipality_id, election_id, print_file_id),
  unique (municipality_id, election_id, name),
  foreign key (municipality_id, election_id, reprint_of) references letters.print_file,
  check ((reprint_of is null) = (reprint_reason is null))
);
grant select, insert on letters.print_file to kiesloket_app;
call platform.protect_tenant_table('letters.print_file');

create table letters.paper_letter (
  municipality_id integer not null,
  election_id     uuid not null,
  letter_id       uuid not null,
  print_file_id   uuid,
  exception       text,
  primary key (municipality_id, election_id, letter_id),
  check ((print_file_id is null) <> (exception is null))
) partition by list (election_id);
grant select, insert, update, delete on letters.paper_letter to kiesloket_app;
call platform.protect_tenant_table('letters.paper_letter');

create table letters.certificate (
  municipality_id integer not null,
  election_id     uuid not null,
  certificate_id  uuid not null,
  jws             text not null,
  merkle_root     bytea not null,
  written_at      timestamptz not null default now(),
  written_by      text not null,
  primary key (municipality_id, election_id, certificate_id)
);
grant select, insert on letters.certificate to kiesloket_app;
call platform.protect_tenant_table('letters.certificate');

create function letters.add_partition(election uuid) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
declare suffix text := replace(election::text, '-', '');
begin
  execute format('create table if not exists letters.%I partition of letters.letter for values in (%L)',
                 'letter_' || suffix, election);
  execute format('create table if not exists letters.%I partition of letters.paper_letter for values in (%L)',
                 'paper_letter_' || suffix, election);
end
$$;
revoke execute on function letters.add_partition from public;
grant execute on function letters.add_partition to kiesloket_app;
