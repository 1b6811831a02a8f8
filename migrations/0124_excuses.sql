-- Who asks to be excused, why, and the documents behind it, which only who decides can open (decisions 0113 and 0119).

-- Who decides, with the key pair that their passphrase locks.
create table bureaus.evidence_reader (
  municipality_id integer not null,
  staff_id        uuid not null,
  public_key      bytea not null,
  locked          bytea not null,
  made_at         timestamptz not null,
  primary key (municipality_id, staff_id)
);
grant select, insert, delete on bureaus.evidence_reader to kiesloket_app;
call platform.protect_tenant_table('bureaus.evidence_reader');

create table bureaus.excuse (
  municipality_id integer not null,
  election_id     uuid not null,
  excuse_id       uuid not null,
  assignment_id   uuid not null,
  request_sealed  bytea not null, -- ground and text, by the vault: the municipality looks whether it is complete
  in_time         boolean not null,
  channel         text not null check (channel in ('PORTAL', 'PHONE', 'COUNTER')),
  asked_at        timestamptz not null,
  case_key        bytea, -- public half; made with the first document, once somebody can read
  complete_at     timestamptz,
  more_asked      text, -- what is still asked of the person, to be read by them
  outcome         text check (outcome in ('GRANTED', 'REFUSED', 'WITHDRAWN')),
  outcome_reason  text,
  ended_at        timestamptz,
  primary key (municipality_id, election_id, excuse_id),
  foreign key (municipality_id, election_id, assignment_id) references bureaus.assignment on delete cascade,
  check ((outcome is null) = (ended_at is null))
);
create unique index one_open_excuse on bureaus.excuse (municipality_id, election_id, assignment_id) where outcome is null;
create index excuse_by_moment on bureaus.excuse (municipality_id, election_id, asked_at, excuse_id);
grant select, insert, update on bureaus.excuse to kiesloket_app;
call platform.protect_tenant_table('bureaus.excuse');
create policy person_reads on bureaus.excuse for select to kiesloket_app
  using (exists (select from bureaus.assignment a
                 join bureaus.member mine on mine.municipality_id = a.municipality_id and mine.election_id = a.election_id
                   and mine.member_id = a.member_id
                 where a.municipality_id = excuse.municipality_id and a.election_id = excuse.election_id
                   and a.assignment_id = excuse.assignment_id and mine.nrn_index = (select platform.person_index())));

-- The private half of a case, sealed for one reader.
create table bureaus.case_copy (
  municipality_id integer not null,
  election_id     uuid not null,
  excuse_id       uuid not null,
  staff_id        uuid not null,
  sealed_key      bytea not null,
  primary key (municipality_id, election_id, excuse_id, staff_id),
  foreign key (municipality_id, election_id, excuse_id) references bureaus.excuse on delete cascade
);
grant select, insert, update on bureaus.case_copy to kiesloket_app;
call platform.protect_tenant_table('bureaus.case_copy');

create table bureaus.evidence (
  municipality_id integer not null,
  election_id     uuid not null,
  evidence_id     uuid not null,
  excuse_id       uuid not null,
  type            text not null check (type in ('application/pdf', 'image/jpeg', 'image/png')),
  bytes           integer not null check (bytes > 0),
  sealed          bytea not null, -- with its name
  added_at        timestamptz not null,
  primary key (municipality_id, election_id, evidence_id),
  foreign key (municipality_id, election_id, excuse_id) references bureaus.excuse on delete cascade
);
create index evidence_of_excuse on bureaus.evidence (municipality_id, election_id, excuse_id);
grant select, insert on bureaus.evidence to kiesloket_app;
call platform.protect_tenant_table('bureaus.evidence');
create policy person_reads on bureaus.evidence for select to kiesloket_app
  using (exists (select from bureaus.excuse mine
                 where mine.municipality_id = evidence.municipality_id and mine.election_id = evidence.election_id
                   and mine.excuse_id = evidence.excuse_id and (select platform.person_index()) is not null));
