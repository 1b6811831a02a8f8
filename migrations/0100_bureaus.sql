-- Bureaus of an election: which there are, their seats, who sits where, and everything that happened to each assignment. Contact
-- data, notifications, excuses, attendance and claims refer to assignments and come in tables of their own.

create schema bureaus;
grant usage on schema bureaus to kiesloket_app;

-- What is given up with people in its past stays, with the moment: the timeline of those people has to say where it was.

create table bureaus.bureau (
  municipality_id integer not null,
  election_id     uuid not null,
  bureau_id       uuid not null,
  kind            text not null check (kind in ('POLLING', 'COUNTING', 'MAIN', 'RESERVE')),
  code            text not null, -- which of its kind, as the forms name it: G, P, S; of a reserve the kind it is for; '' of a polling bureau
  number          text not null check (number ~ '^[A-Z]{0,3}[0-9]{0,5}$' and number <> ''),
  voting_mode     text not null check (voting_mode in ('PAPER', 'DIGITAL')),
  section         integer check (section > 0), -- whose voters vote here
  district        text,
  place           text,
  room            text,
  given_up_at     timestamptz,
  primary key (municipality_id, election_id, bureau_id),
  foreign key (municipality_id, election_id) references elections.election,
  unique (municipality_id, election_id, bureau_id, code), -- for what is counted
  check ((kind = 'POLLING') = (section is not null)),
  check (kind <> 'POLLING' or code = ''),
  check (kind <> 'RESERVE' or code in ('POLLING', 'COUNTING')),
  -- Numbers move up when a bureau is put between two others, all in one transaction: judged at its end.
  constraint one_bureau_of_a_number exclude using btree (municipality_id with =, election_id with =, number with =)
    where (given_up_at is null) deferrable initially deferred
);
create unique index one_polling_bureau_of_a_section on bureaus.bureau (municipality_id, election_id, section)
  where given_up_at is null;
create unique index one_reserve_of_a_kind on bureaus.bureau (municipality_id, election_id, code)
  where kind = 'RESERVE' and given_up_at is null;
grant select, insert, update, delete on bureaus.bureau to kiesloket_app;
call platform.protect_tenant_table('bureaus.bureau');

-- Which polling bureaus a counting bureau counts. Of each kind of ballot a polling bureau has, one bureau counts.
create table bureaus.counted_bureau (
  municipality_id integer not null,
  election_id     uuid not null,
  code            text not null check (code <> ''),
  polling_id      uuid not null,
  counting_id     uuid not null,
  primary key (municipality_id, election_id, code, polling_id),
  foreign key (municipality_id, election_id, counting_id, code)
    references bureaus.bureau (municipality_id, election_id, bureau_id, code) on delete cascade,
  foreign key (municipality_id, election_id, polling_id) references bureaus.bureau on delete cascade
);
create index counted_by on bureaus.counted_bureau (municipality_id, election_id, counting_id);
grant select, insert, update, delete on bureaus.counted_bureau to kiesloket_app;
call platform.protect_tenant_table('bureaus.counted_bureau');

create table bureaus.seat (
  municipality_id integer not null,
  election_id     uuid not null,
  seat_id         uuid not null,
  bureau_id       uuid not null,
  role            text not null
    check (role in ('CHAIR', 'DEPUTY_CHAIR', 'SECRETARY', 'ADJUNCT_SECRETARY', 'ASSESSOR', 'SUBSTITUTE')),
  ordinal         integer not null check (ordinal > 0), -- within the role
  optional        boolean not null,                     -- the law lets it be added, and asks for none
  given_up_at     timestamptz,
  primary key (municipality_id, election_id, seat_id),
  foreign key (municipality_id, election_id, bureau_id) references bureaus.bureau
);
create unique index one_seat_of_an_ordinal on bureaus.seat (municipality_id, election_id, bureau_id, role, ordinal)
  where given_up_at is null;
create index seat_of_bureau on bureaus.seat (municipality_id, election_id, bureau_id);
grant select, insert, update, delete on bureaus.seat to kiesloket_app;
call platform.protect_tenant_table('bureaus.seat');

-- A person in the bureaus of one election; of no other election, so that nothing outlives the purge of this one.
create table bureaus.member (
  municipality_id integer not null,
  election_id     uuid not null,
  member_id       uuid not null,
  nrn_cipher      bytea not null,
  nrn_index       bytea not null,
  last_name       text not null,
  first_names     text not null,
  birth_date      date,
  address         jsonb, -- null: not asked, of who was appointed on the spot
  voter_id        uuid,  -- when this person is on the voters list; the list goes before the member does
  recorded_at     timestamptz not null,
  primary key (municipality_id, election_id, member_id),
  foreign key (municipality_id, election_id) references elections.election,
  constraint one_member_of_a_person unique (municipality_id, election_id, nrn_index)
);
create index member_by_person on bureaus.member (nrn_index);
grant select, insert, update on bureaus.member to kiesloket_app;
call platform.protect_tenant_table('bureaus.member');
create policy person_reads on bureaus.member for select to kiesloket_app
  using (nrn_index = (select platform.person_index()));

-- One person for one seat. Where it stands is told by five axes, so that "late, paid and reported" can be said: designation,
-- delivery, reply (with `confirmed`: bound, by silence too), attendance, aftercare (payment and sanction).
-- docs/states/bureau-assignment.md draws them.
create table bureaus.assignment (
  municipality_id integer not null,
  election_id     uuid not null,
  assignment_id   uuid not null,
  seat_id         uuid not null,
  member_id       uuid not null,
  origin          text not null
    check (origin in ('CATEGORY', 'DRAW', 'VOLUNTEER', 'EX_OFFICIO', 'CHAIR_CHOICE', 'ON_THE_SPOT', 'OTHER')),
  draw_rank       integer check (draw_rank > 0),
  called_up       boolean not null, -- a substitute or deputy who took this seat
  replaces        uuid,             -- whose place it takes, or the earlier seat of the same person
  designation     text not null
    check (designation in ('PROPOSED', 'DESIGNATED', 'CANCELLED', 'REVOKED', 'REPLACED', 'EXCUSED')),
  delivery        text not null check (delivery in ('NOT_SENT', 'SENT', 'DELIVERED', 'UNDELIVERED')),
  reply           text not null check (reply in ('NONE', 'ACKNOWLEDGED', 'EXCUSE_PENDING', 'EXCUSE_REFUSED', 'NO_REPLY')),
  confirmed       boolean not null,
  attendance      text not null check (attendance in ('UNKNOWN', 'PRESENT', 'LATE', 'ABSENT', 'DISMISSED')),
  payment         text not null check (payment in ('OPEN', 'EXPORTED', 'PAID')),
  sanction        text not null check (sanction in ('NONE', 'REPORTED', 'EXCUSED_AFTER')),
  designated_at   timestamptz,
  delivered_at    timestamptz,
  excuse_until    timestamptz,
  version         integer not null check (version > 0),
  primary key (municipality_id, election_id, assignment_id),
  foreign key (municipality_id, election_id, seat_id) references bureaus.seat,
  foreign key (municipality_id, election_id, member_id) references bureaus.member,
  foreign key (municipality_id, election_id, replaces) references bureaus.assignment,
  constraint drawn_has_a_rank check (draw_rank is null or origin = 'DRAW'),
  constraint nobody_is_written_to_before_designation
    check (designation not in ('PROPOSED', 'CANCELLED') or (delivery = 'NOT_SENT' and not confirmed)),
  constraint nobody_answers_before_delivery check (delivery = 'DELIVERED' or reply = 'NONE'),
  constraint only_who_asked_is_excused check (designation <> 'EXCUSED' or reply = 'EXCUSE_PENDING'),
  constraint refused_is_bound check (reply <> 'EXCUSE_REFUSED' or confirmed),
  constraint bound_by_an_answer_or_silence
    check (not confirmed or origin = 'ON_THE_SPOT' or reply <> 'NONE'),
  constraint only_who_is_bound_is_awaited
    check (attendance = 'UNKNOWN' or (designation in ('DESIGNATED', 'REPLACED') and confirmed and reply <> 'EXCUSE_PENDING')),
  constraint who_moved_on_was_there check (designation <> 'REPLACED' or attendance in ('UNKNOWN', 'PRESENT', 'LATE')),
  constraint only_who_came_is_paid
    check (payment = 'OPEN' or (designation = 'DESIGNATED' and attendance in ('PRESENT', 'LATE', 'DISMISSED'))),
  constraint only_who_stayed_away_is_reported
    check (sanction = 'NONE' or (designation = 'DESIGNATED' and attendance in ('ABSENT', 'LATE'))),
  constraint delivered_has_a_moment check ((delivery = 'DELIVERED') = (delivered_at is not null)),
  constraint designated_has_a_moment check ((designation in ('PROPOSED', 'CANCELLED')) = (designated_at is null)),
  constraint on_the_spot_was_there
    check (origin <> 'ON_THE_SPOT'
           or (designation = 'DESIGNATED' and delivery = 'NOT_SENT' and reply = 'NONE' and confirmed
               and attendance in ('PRESENT', 'DISMISSED')))
);
-- Who stays away or is sent home leaves the seat, and stays bound: nobody can be put in two seats by that.
create unique index one_person_in_a_seat on bureaus.assignment (municipality_id, election_id, seat_id)
  where designation in ('PROPOSED', 'DESIGNATED') and attendance not in ('ABSENT', 'DISMISSED');
create unique index one_seat_of_a_person on bureaus.assignment (municipality_id, election_id, member_id)
  where designation in ('PROPOSED', 'DESIGNATED');
create index assignment_of_seat on bureaus.assignment (municipality_id, election_id, seat_id);
create index assignment_of_member on bureaus.assignment (municipality_id, election_id, member_id);
grant select, insert, update on bureaus.assignment to kiesloket_app;
call platform.protect_tenant_table('bureaus.assignment');
create policy person_reads on bureaus.assignment for select to kiesloket_app
  using (exists (select from bureaus.member mine
                 where mine.municipality_id = assignment.municipality_id and mine.election_id = assignment.election_id
                   and mine.member_id = assignment.member_id and mine.nrn_index = (select platform.person_index())));

-- The timeline: appended, never changed. `version` is that of the assignment after it.
create table bureaus.assignment_event (
  municipality_id integer not null,
  election_id     uuid not null,
  assignment_id   uuid not null,
  version         integer not null,
  transition      text not null,
  actor           text not null, -- who wrote it down
  authority       text not null check (authority in ('municipality', 'magistrate', 'person', 'chair', 'system')), -- in whose power
  reason          text,
  details         jsonb not null,
  axes            jsonb not null, -- where it stood after this
  happened_at     timestamptz not null,
  primary key (municipality_id, election_id, assignment_id, version)
);
grant select, insert on bureaus.assignment_event to kiesloket_app;
call platform.protect_tenant_table('bureaus.assignment_event');

-- No assignment stands anywhere without the event that brought it there.
alter table bureaus.assignment add constraint no_state_without_its_event
  foreign key (municipality_id, election_id, assignment_id, version)
  references bureaus.assignment_event (municipality_id, election_id, assignment_id, version) deferrable initially deferred;

-- Which bureaus there are is public (KWB 102); a person who is called reads here where to be.
create policy person_reads on bureaus.bureau for select to kiesloket_app using ((select platform.person_index()) is not null);
create policy person_reads on bureaus.seat for select to kiesloket_app using ((select platform.person_index()) is not null);

-- The purge takes people along: the same function as before, with one schema more.
create or replace function retention.delete_rows(municipality integer, election uuid, tenant_table regclass) returns bigint
  language plpgsql security definer set search_path = pg_catalog as $$
declare gone bigint;
begin
  perform retention.begin_purge(municipality, election);
  if not exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace
                 where c.oid = tenant_table and c.relkind = 'r' and c.relrowsecurity
                   and n.nspname in ('voters', 'delivery', 'letters', 'portal', 'bureaus'))
    then raise exception '% is not purged by row', tenant_table; end if;
  if exists (select from pg_attribute a where a.attrelid = tenant_table and a.attname = 'election_id') then
    execute format('delete from %s where municipality_id = $1 and election_id = $2', tenant_table)
      using municipality, election;
  else
    execute format('delete from %s where municipality_id = $1 and campaign_id = any ($2)', tenant_table)
      using municipality, retention.campaigns_of(municipality, election);
  end if;
  get diagnostics gone = row_count;
  return gone;
end
$$;
