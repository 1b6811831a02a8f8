-- What is written to members of bureaus by e-mail or SMS: pointers and practical information, beside the letters (decision 0132).

-- The wording that a municipality made its own, each version kept. The wording that comes with the product is version 0, in a file.
create table bureaus.message_wording (
  municipality_id integer not null,
  election_id     uuid not null,
  template        text not null,
  language        text not null,
  version         integer not null check (version > 0),
  subject         text not null,
  body            text not null,
  sms             text not null,
  back_to         integer, -- of which earlier version it is a copy
  changed_by      text not null,
  changed_at      timestamptz not null,
  primary key (municipality_id, election_id, template, language, version),
  foreign key (municipality_id, election_id) references elections.election
);
grant select, insert on bureaus.message_wording to kiesloket_app;
call platform.protect_tenant_table('bureaus.message_wording');

-- Whether a template leaves by itself, and when. No row: it does not.
create table bureaus.message_schedule (
  municipality_id integer not null,
  election_id     uuid not null,
  template        text not null,
  is_on           boolean not null,
  days_before     integer not null, -- of polling day; below 0: after it
  hour            text not null check (hour ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  changed_by      text not null,
  changed_at      timestamptz not null,
  primary key (municipality_id, election_id, template),
  foreign key (municipality_id, election_id) references elections.election
);
grant select, insert, update on bureaus.message_schedule to kiesloket_app;
call platform.protect_tenant_table('bureaus.message_schedule');

-- A message to everybody of a filter: one person asks, another releases what the hash fixes.
create table bureaus.group_message (
  municipality_id integer not null,
  election_id     uuid not null,
  group_id        uuid not null,
  subject         text not null,
  body            text not null,
  sms             text not null,
  filter          jsonb not null,
  sha256          bytea not null, -- of text, filter and recipients
  people          integer not null,
  asked_by        text not null,
  asked_at        timestamptz not null,
  released_by     text,
  released_at     timestamptz,
  ended_by        text, -- taken back before the release, or stopped after it
  ended_at        timestamptz,
  primary key (municipality_id, election_id, group_id),
  foreign key (municipality_id, election_id) references elections.election,
  check (released_by <> asked_by),
  check ((released_by is null) = (released_at is null)),
  check ((ended_by is null) = (ended_at is null))
);
grant select, insert, update on bureaus.group_message to kiesloket_app;
call platform.protect_tenant_table('bureaus.group_message');

-- What leaves, and what became of it. The key is why nobody gets the same twice, whoever sits where.
create table bureaus.message (
  municipality_id integer not null,
  election_id     uuid not null,
  member_id       uuid not null,
  event           text not null, -- 'eve', 'pointer-' with the letter, 'group-' with the message
  assignment_id   uuid not null,
  template        text not null, -- 'group' is none of the templates
  group_id        uuid,
  language        text not null,
  version         integer, -- of the wording with which it left
  channel         text check (channel in ('EMAIL', 'SMS')),
  state           text not null default 'waiting' check (state in
    ('waiting', 'sending', 'sent', 'refused', 'unconfirmed', 'dropped', 'bounced')),
  attempts        integer not null default 0,
  written_at      timestamptz not null,
  next_attempt_at timestamptz not null,
  claim           uuid,
  claimed_at      timestamptz,
  code            text, -- a number, or why there was none; never words of the other side
  message_key     bytea, -- as the mail or the SMS bears it, so that what comes back is known
  finished_at     timestamptz,
  primary key (municipality_id, election_id, member_id, event),
  foreign key (municipality_id, election_id, member_id) references bureaus.member on delete cascade,
  check ((template = 'group') = (group_id is not null))
);
create index message_to_do on bureaus.message (municipality_id, next_attempt_at) where state in ('waiting', 'sending');
create index message_of_group on bureaus.message (municipality_id, election_id, group_id) where group_id is not null;
create index message_by_key on bureaus.message (municipality_id, message_key) where message_key is not null;
grant select, insert, update on bureaus.message to kiesloket_app;
call platform.protect_tenant_table('bureaus.message');
create policy person_reads on bureaus.message for select to kiesloket_app
  using (exists (select from bureaus.member mine
                 where mine.municipality_id = message.municipality_id and mine.election_id = message.election_id
                   and mine.member_id = message.member_id and mine.nrn_index = (select platform.person_index())));

-- An address that takes nothing: nothing more is sent to it until the person or the municipality gives another.
create table bureaus.unreachable (
  municipality_id integer not null,
  election_id     uuid not null,
  member_id       uuid not null,
  channel         text not null check (channel in ('EMAIL', 'SMS')),
  code            text not null,
  noted_at        timestamptz not null,
  primary key (municipality_id, election_id, member_id, channel),
  foreign key (municipality_id, election_id, member_id) references bureaus.member on delete cascade
);
grant select, insert, update, delete on bureaus.unreachable to kiesloket_app;
call platform.protect_tenant_table('bureaus.unreachable');
