-- Draws of voters: what was fixed and made known before chance spoke, what chance said, and the order that followed.

create table bureaus.draw (
  municipality_id integer not null,
  election_id     uuid not null,
  draw_id         uuid not null,
  state           text not null check (state in ('COMMITTED', 'DRAWN', 'WITHDRAWN')),
  frozen          jsonb not null, -- all that was fixed, except the pools; docs/formats/draw.md
  commitment      text not null check (commitment ~ '^[0-9a-f]{64}$'),
  known_at        timestamptz not null, -- when chance speaks
  committed_at    timestamptz not null,
  committed_by    text not null,
  two_people      boolean not null, -- whoever committed may not draw
  public_value    text,
  dice            integer[],
  seed            text check (seed ~ '^[0-9a-f]{64}$'),
  drawn_at        timestamptz,
  drawn_by        text,
  withdrawn_why   text,
  primary key (municipality_id, election_id, draw_id),
  foreign key (municipality_id, election_id) references elections.election,
  constraint committed_before_chance check (committed_at < known_at),
  constraint drawn_after_chance check (drawn_at >= known_at),
  constraint drawn_with_all_that_chance_said
    check ((state = 'DRAWN') = (seed is not null) and (seed is null) = (drawn_at is null) and (seed is null) = (drawn_by is null)
           and (seed is null) = (public_value is null) and (seed is null) = (dice is null)),
  constraint drawn_by_another check (not two_people or drawn_by <> committed_by),
  constraint withdrawn_for_a_reason check ((state = 'WITHDRAWN') = (withdrawn_why is not null))
);
create unique index one_draw_that_counts on bureaus.draw (municipality_id, election_id) where state <> 'WITHDRAWN';
grant select, insert, update on bureaus.draw to kiesloket_app;
call platform.protect_tenant_table('bureaus.draw');

-- Out of whom is drawn: by pseudonym, and by the voter or the person of list A it stands for. The rank comes when chance has spoken.
create table bureaus.drawn_person (
  municipality_id integer not null,
  election_id     uuid not null,
  draw_id         uuid not null,
  unit            text not null,
  pseudonym       bytea not null,
  nrn_index       bytea not null,
  rank            integer check (rank > 0),
  primary key (municipality_id, election_id, draw_id, unit, pseudonym),
  constraint drawn_person_of_a_draw foreign key (municipality_id, election_id, draw_id)
    references bureaus.draw deferrable initially deferred -- the commitment is known when all are in
);
create index drawn_person_in_order on bureaus.drawn_person (municipality_id, election_id, draw_id, unit, rank);
create index drawn_person_by_person on bureaus.drawn_person (municipality_id, election_id, nrn_index);
grant select, insert, update, delete on bureaus.drawn_person to kiesloket_app;
call platform.protect_tenant_table('bureaus.drawn_person');
