-- Dividing people of the lists over the free seats, as somebody asked for it on a page: a worker computes it, and what it came to is looked
-- at before anybody is proposed.
create table bureaus.seating_run (
  municipality_id    integer not null,
  election_id        uuid not null,
  run_id             uuid not null,
  state              text not null check (state in ('asked', 'running', 'done', 'stopped', 'failed')),
  wishes             jsonb not null,  -- what each wish is worth in metres
  stays_with         uuid,            -- the run whose division is kept where it can be; null: computed afresh
  filled             integer not null default 0, -- rules of the law that are done, of `rules`
  rules              integer not null default 0,
  sources            jsonb,           -- SHA-256 of each thing that was read, as hexadecimal digits
  sum                jsonb,           -- metres together, and how often a wish was not kept
  gap                integer,
  failed_because     text,
  asked_by           text not null,
  asked_at           timestamptz not null,
  stop_asked_at      timestamptz,
  ended_at           timestamptz,
  -- Proposing who sits in this division.
  proposal_asked_by  text,
  proposal_asked_at  timestamptz,
  proposal_refused   jsonb,           -- what changed since it was computed
  proposal_ended_at  timestamptz,
  proposed           integer,
  primary key (municipality_id, election_id, run_id),
  foreign key (municipality_id, election_id) references elections.election,
  check ((state in ('asked', 'running')) = (ended_at is null)),
  check (proposal_asked_at is null or state = 'done'),
  check ((proposal_ended_at is null) or (proposal_asked_at is not null))
);
create unique index one_open_seating on bureaus.seating_run (municipality_id, election_id) where ended_at is null;
grant select, insert, update on bureaus.seating_run to kiesloket_app;
call platform.protect_tenant_table('bureaus.seating_run');

-- Who would sit in a seat, by look-up index alone, or why nobody would. Of the last division and the one before it.
create table bureaus.seating_seat (
  municipality_id integer not null,
  election_id     uuid not null,
  run_id          uuid not null,
  seat_id         uuid not null,
  nrn_index       bytea,          -- null: nobody
  list            text check (list in ('A', 'B', 'OTHER')),
  because         jsonb not null, -- rules in codes and numbers, of nobody else
  primary key (municipality_id, election_id, run_id, seat_id),
  foreign key (municipality_id, election_id, run_id) references bureaus.seating_run on delete cascade,
  foreign key (municipality_id, election_id, seat_id) references bureaus.seat on delete cascade,
  check ((nrn_index is null) = (list is null))
);
grant select, insert, delete on bureaus.seating_seat to kiesloket_app;
call platform.protect_tenant_table('bureaus.seating_seat');

-- What somebody decided by hand before people are proposed: this person in this seat, or not in the bureau of this seat.
create table bureaus.seating_choice (
  municipality_id integer not null,
  election_id     uuid not null,
  choice_id       uuid not null,
  seat_id         uuid not null,
  nrn_index       bytea not null,
  choice          text not null check (choice in ('KEEP', 'NOT_HERE')),
  chosen_by       text not null,
  chosen_at       timestamptz not null,
  primary key (municipality_id, election_id, choice_id),
  constraint one_choice_of_a_person_for_a_seat unique (municipality_id, election_id, seat_id, nrn_index),
  foreign key (municipality_id, election_id, seat_id) references bureaus.seat on delete cascade
);
create unique index one_kept_in_a_seat on bureaus.seating_choice (municipality_id, election_id, seat_id)
  where choice = 'KEEP';
create unique index one_seat_kept_for_a_person on bureaus.seating_choice (municipality_id, election_id, nrn_index)
  where choice = 'KEEP';
grant select, insert, update, delete on bureaus.seating_choice to kiesloket_app;
call platform.protect_tenant_table('bureaus.seating_choice');
