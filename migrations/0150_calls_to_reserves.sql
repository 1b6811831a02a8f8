-- Who of the reserve was phoned in the last days, by whom, and whether they come: a member, or somebody who offered to sit.
create table bureaus.reserve_call (
  municipality_id integer not null,
  election_id     uuid not null,
  call_id         uuid not null,
  member_id       uuid,
  volunteer_id    uuid,
  outcome         text not null check (outcome in ('COMES', 'NO_ANSWER', 'CANNOT')),
  called_at       timestamptz not null,
  called_by       text not null,
  primary key (municipality_id, election_id, call_id),
  foreign key (municipality_id, election_id, member_id) references bureaus.member,
  foreign key (municipality_id, election_id, volunteer_id) references bureaus.volunteer on delete cascade,
  check ((member_id is null) <> (volunteer_id is null))
);
create index reserve_call_of_member on bureaus.reserve_call (municipality_id, election_id, member_id);
create index reserve_call_of_volunteer on bureaus.reserve_call (municipality_id, election_id, volunteer_id);
grant select, insert, delete on bureaus.reserve_call to kiesloket_app;
call platform.protect_tenant_table('bureaus.reserve_call');
