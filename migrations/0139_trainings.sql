-- Trainings of members of bureaus: when and where, for whom, with how many places; who has a place or waits for one, and who was there.

create table bureaus.training (
  municipality_id integer not null,
  election_id     uuid not null,
  training_id     uuid not null,
  title           text not null check (title <> ''),
  kinds           text[] not null check (cardinality(kinds) > 0 and kinds <@ array['POLLING', 'COUNTING', 'MAIN', 'RESERVE']),
  roles           text[] not null
    check (cardinality(roles) > 0
           and roles <@ array['CHAIR', 'DEPUTY_CHAIR', 'SECRETARY', 'ADJUNCT_SECRETARY', 'ASSESSOR', 'SUBSTITUTE']),
  starts_at       timestamptz not null,
  ends_at         timestamptz not null,
  place           text, -- null: online only
  link            text, -- null: in a place only
  capacity        integer not null check (capacity > 0),
  enrol_until     timestamptz not null, -- for members themselves; staff can enrol later
  moved_at        timestamptz, -- when day, hour or place last changed: who enrolled before that has to be told
  cancelled_at    timestamptz,
  version         integer not null check (version > 0),
  primary key (municipality_id, election_id, training_id),
  foreign key (municipality_id, election_id) references elections.election,
  unique (municipality_id, election_id, training_id, capacity), -- for the places of it
  constraint ends_after_it_starts check (ends_at > starts_at),
  constraint enrolled_before_it_starts check (enrol_until <= starts_at),
  constraint held_somewhere check (place is not null or link is not null)
);
grant select, insert, update on bureaus.training to kiesloket_app;
call platform.protect_tenant_table('bureaus.training');

-- Who has one of the places, and who waits. The capacity stands here too, and follows that of the training: so the database itself knows
-- that there is no fourth place of three, and that nobody has the place of somebody else.
create table bureaus.training_enrolment (
  municipality_id integer not null,
  election_id     uuid not null,
  training_id     uuid not null,
  member_id       uuid not null,
  capacity        integer not null,
  place_number    integer check (place_number > 0), -- null: waits
  queue           integer not null check (queue > 0), -- the order in which they came, and in which they move up
  channel         text not null check (channel in ('PORTAL', 'PHONE', 'COUNTER')),
  enrolled_at     timestamptz not null,
  moved_up_at     timestamptz, -- got a place after waiting
  attendance      text check (attendance in ('PRESENT', 'ABSENT')),
  noted_at        timestamptz,
  noted_by        text,
  primary key (municipality_id, election_id, training_id, member_id),
  -- Judged at the end of the transaction, in which a training gets more places and its enrolments follow.
  foreign key (municipality_id, election_id, training_id, capacity)
    references bureaus.training (municipality_id, election_id, training_id, capacity) deferrable initially deferred,
  foreign key (municipality_id, election_id, member_id) references bureaus.member,
  constraint no_place_beyond_the_capacity check (place_number <= capacity),
  constraint one_member_on_a_place unique (municipality_id, election_id, training_id, place_number) deferrable initially deferred,
  constraint one_turn_in_the_queue unique (municipality_id, election_id, training_id, queue),
  constraint only_who_had_a_place_was_there check (attendance is null or place_number is not null),
  constraint noted_by_somebody check ((attendance is null) = (noted_at is null) and (noted_at is null) = (noted_by is null))
);
create index training_of_member on bureaus.training_enrolment (municipality_id, election_id, member_id);
grant select, insert, update, delete on bureaus.training_enrolment to kiesloket_app;
call platform.protect_tenant_table('bureaus.training_enrolment');
