-- Who releases when the releaser is absent: a deputy who was named beforehand, or, when there is none, a person who breaks the
-- glass for one request. Never the person who asked, nor somebody who stands for that person.

create table municipalities.deputy (
  municipality_id integer not null,
  deputy_id       uuid not null,
  absent          uuid not null,
  deputy          uuid not null check (deputy <> absent),
  staff_right     text not null check (staff_right = 'letters.release'),
  from_day        date not null,
  until_day       date not null check (until_day >= from_day), -- the last day
  reason          text not null,
  named_by        uuid not null check (named_by <> deputy),
  named_at        timestamptz not null,
  ended_at        timestamptz,
  ended_by        text,
  primary key (municipality_id, deputy_id),
  foreign key (municipality_id, absent) references municipalities.staff (municipality_id, staff_id),
  foreign key (municipality_id, deputy) references municipalities.staff (municipality_id, staff_id),
  foreign key (municipality_id, named_by) references municipalities.staff (municipality_id, staff_id)
);
grant select, insert, update on municipalities.deputy to kiesloket_app;
call platform.protect_tenant_table('municipalities.deputy');

create table letters.broken_glass (
  municipality_id integer not null,
  election_id     uuid not null,
  release_id      uuid not null,
  broken_by       uuid not null,
  broken_at       timestamptz not null,
  until           timestamptz not null check (until > broken_at),
  reason          text not null,
  primary key (municipality_id, election_id, release_id, broken_by),
  foreign key (municipality_id, election_id, release_id) references letters.release,
  foreign key (municipality_id, broken_by) references municipalities.staff (municipality_id, staff_id)
);
grant select, insert on letters.broken_glass to kiesloket_app;
call platform.protect_tenant_table('letters.broken_glass');

alter table letters.release
  add column decided_as      text check (decided_as in ('deputy', 'broken-glass')), -- null: by the own right
  add column decided_for     uuid check (decided_for <> requested_by and decided_for <> decided_by),
  add column decided_because text,
  add constraint explained_unless_by_own_right check ((decided_as is null) = (decided_because is null));
