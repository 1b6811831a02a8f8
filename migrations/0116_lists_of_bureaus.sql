-- Lists of people who can be called to a bureau: list A of professions, as bodies and employers deliver it, and what the college
-- decided of lists A and B. List B is drawn: its people stand in bureaus.drawn_person (0117).

-- A person on list A. Whether they are a voter, or were struck, is looked up in the voters list when it is asked.
create table bureaus.listed_person (
  municipality_id integer not null,
  election_id     uuid not null,
  person_id       uuid not null,
  nrn_cipher      bytea not null,
  nrn_index       bytea not null,
  last_name       text not null,
  first_names     text not null,
  birth_date      date,
  address         jsonb, -- null: the body that named this person did not say
  recorded_at     timestamptz not null,
  primary key (municipality_id, election_id, person_id),
  foreign key (municipality_id, election_id) references elections.election,
  constraint one_row_of_a_listed_person unique (municipality_id, election_id, nrn_index)
);
grant select, insert, update, delete on bureaus.listed_person to kiesloket_app;
call platform.protect_tenant_table('bureaus.listed_person');

-- Who named the person, and as what. Somebody whom two bodies name has two of these, and keeps both.
create table bureaus.list_entry (
  municipality_id integer not null,
  election_id     uuid not null,
  person_id       uuid not null,
  category        text not null, -- a profession of the rules, by its key
  source          text not null, -- the body or the employer
  place           integer check (place > 0), -- within the category: the roll, seniority; null: it has no order
  profession      text not null,
  received_on     date,
  primary key (municipality_id, election_id, person_id, category, source),
  foreign key (municipality_id, election_id, person_id) references bureaus.listed_person on delete cascade
);
grant select, insert, update, delete on bureaus.list_entry to kiesloket_app;
call platform.protect_tenant_table('bureaus.list_entry');

-- Who stands for election, by look-up index alone: there is nothing to open in it.
create table bureaus.election_candidate (
  municipality_id integer not null,
  election_id     uuid not null,
  nrn_index       bytea not null,
  primary key (municipality_id, election_id, nrn_index),
  foreign key (municipality_id, election_id) references elections.election
);
grant select, insert, delete on bureaus.election_candidate to kiesloket_app;
call platform.protect_tenant_table('bureaus.election_candidate');

-- What the college decided of a list, and to whom it was sent. A list that was adopted is changed in a new version, with its reason.
create table bureaus.member_list (
  municipality_id integer not null,
  election_id     uuid not null,
  kind            text not null check (kind in ('A', 'B')),
  version         integer not null check (version > 0),
  state           text not null check (state in ('DRAFT', 'ADOPTED', 'SENT')),
  reopened_why    text, -- of a version after the first
  decision        text,
  decided_on      date,
  content_sha256  bytea,
  people          integer,
  adopted_by      text,
  sent_to         text,
  sent_on         date,
  sent_by         text,
  primary key (municipality_id, election_id, kind, version),
  foreign key (municipality_id, election_id) references elections.election,
  constraint adopted_by_a_decision
    check ((state = 'DRAFT') = (decision is null) and (decision is null) = (decided_on is null)
           and (decision is null) = (content_sha256 is null) and (decision is null) = (people is null)
           and (decision is null) = (adopted_by is null)),
  constraint sent_to_somebody
    check ((state = 'SENT') = (sent_to is not null) and (sent_to is null) = (sent_on is null) and (sent_to is null) = (sent_by is null))
);
grant select, insert, update on bureaus.member_list to kiesloket_app;
call platform.protect_tenant_table('bureaus.member_list');
