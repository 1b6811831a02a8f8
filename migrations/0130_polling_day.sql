-- The day of a bureau: what its chair, or a clerk on the telephone, wrote down. Where a person stands is told by the assignment and
-- its events; here is what belongs to the bureau, and every deed once, whenever and however often a telephone sends it.

create table bureaus.day_deed (
  municipality_id integer not null,
  election_id     uuid not null,
  deed_id         uuid not null, -- made where the deed was done
  bureau_id       uuid not null,
  kind            text not null
    check (kind in ('check-in', 'note-absent', 'dismiss', 'swear', 'call-up', 'appoint', 'checkpoint', 'incident')),
  assignment_id   uuid,          -- whom it is about, when that was somebody of the bureau
  happened_at     timestamptz not null, -- by the clock of who noted it
  noted_at        timestamptz not null,
  noted_by        text not null,
  access_id       uuid,          -- with which access of a chair
  refused_for     text,          -- a code; none: it was done
  primary key (municipality_id, election_id, deed_id),
  foreign key (municipality_id, election_id, bureau_id) references bureaus.bureau on delete cascade
);
create index deed_of_bureau on bureaus.day_deed (municipality_id, election_id, bureau_id, noted_at);
grant select, insert, update on bureaus.day_deed to kiesloket_app;
call platform.protect_tenant_table('bureaus.day_deed');

create table bureaus.oath (
  municipality_id integer not null,
  election_id     uuid not null,
  bureau_id       uuid not null,
  member_id       uuid not null,
  oath            text not null, -- which, by its key in the rules
  sworn_at        timestamptz not null,
  noted_by        text not null,
  primary key (municipality_id, election_id, bureau_id, member_id),
  foreign key (municipality_id, election_id, bureau_id) references bureaus.bureau on delete cascade,
  foreign key (municipality_id, election_id, member_id) references bureaus.member on delete cascade
);
create index oath_of_member on bureaus.oath (municipality_id, election_id, member_id);
grant select, insert on bureaus.oath to kiesloket_app;
call platform.protect_tenant_table('bureaus.oath');

create table bureaus.checkpoint (
  municipality_id integer not null,
  election_id     uuid not null,
  bureau_id       uuid not null,
  checkpoint      text not null
    check (checkpoint in ('FORMED', 'OPENED', 'CLOSED', 'COUNT_STARTED', 'COUNTED', 'HANDED_OVER')),
  reached_at      timestamptz not null,
  noted_by        text not null,
  primary key (municipality_id, election_id, bureau_id, checkpoint),
  foreign key (municipality_id, election_id, bureau_id) references bureaus.bureau on delete cascade
);
grant select, insert on bureaus.checkpoint to kiesloket_app;
call platform.protect_tenant_table('bureaus.checkpoint');

create table bureaus.incident (
  municipality_id integer not null,
  election_id     uuid not null,
  deed_id         uuid not null, -- that noted it
  bureau_id       uuid not null,
  kind            text not null,
  note            text not null, -- what happened, without names
  happened_at     timestamptz not null,
  noted_by        text not null,
  primary key (municipality_id, election_id, deed_id),
  foreign key (municipality_id, election_id, bureau_id) references bureaus.bureau on delete cascade
);
create index incident_of_bureau on bureaus.incident (municipality_id, election_id, bureau_id, happened_at);
grant select, insert on bureaus.incident to kiesloket_app;
call platform.protect_tenant_table('bureaus.incident');
