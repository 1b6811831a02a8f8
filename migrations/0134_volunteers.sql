-- Who offers to sit in a bureau: whether a municipality asks for volunteers, what they told, what was decided, and the mail about it.

-- Whether there is a form for everybody. No row: there never was one.
create table bureaus.volunteer_call (
  municipality_id integer not null,
  election_id     uuid not null,
  is_open         boolean not null,
  changed_at      timestamptz not null,
  changed_by      text not null,
  primary key (municipality_id, election_id),
  foreign key (municipality_id, election_id) references elections.election
);
grant select, insert, update on bureaus.volunteer_call to kiesloket_app;
call platform.protect_tenant_table('bureaus.volunteer_call');

-- What somebody offers. A person may have more than one of these: who types a number proves nothing yet, so it takes the place of no other.
create table bureaus.volunteer (
  municipality_id integer not null,
  election_id     uuid not null,
  volunteer_id    uuid not null,
  nrn_cipher      bytea not null,
  nrn_index       bytea not null,
  last_name       text not null,
  first_names     text not null,
  birth_date      date not null,
  contact_sealed  bytea, -- e-mail, telephone, and where they would like to sit; none: withdrawn
  has_email       boolean not null,
  language        text not null check (language in ('nl', 'fr', 'de', 'en')),
  functions       text[] not null,
  training        text[] not null, -- when they can come to one; none: not at all
  sat_before      boolean not null,
  channel         text not null check (channel in ('PORTAL', 'COUNTER')),
  state           text not null check (state in ('NEW', 'CONFIRMED', 'ACCEPTED', 'REFUSED', 'WITHDRAWN')),
  applied_at      timestamptz not null,
  recorded_by     text not null,
  confirm_sha256  bytea, -- of what the link holds, until it is used
  confirm_until   timestamptz,
  withdraw_sha256 bytea not null,
  confirmed_at    timestamptz,
  decided_at      timestamptz,
  decided_by      text,
  reason          text,
  withdrawn_at    timestamptz,
  primary key (municipality_id, election_id, volunteer_id),
  foreign key (municipality_id, election_id) references elections.election,
  check ((state in ('ACCEPTED', 'REFUSED')) <= (decided_by is not null)),
  check ((decided_at is null) = (decided_by is null)),
  check ((state = 'WITHDRAWN') = (withdrawn_at is not null)),
  check ((state = 'WITHDRAWN') = (contact_sealed is null))
);
create unique index one_accepted_volunteer on bureaus.volunteer (municipality_id, election_id, nrn_index)
  where state = 'ACCEPTED';
create index volunteer_by_confirm on bureaus.volunteer (confirm_sha256);
create index volunteer_by_withdraw on bureaus.volunteer (withdraw_sha256);
create index volunteer_by_person on bureaus.volunteer (nrn_index);
grant select, insert, update, delete on bureaus.volunteer to kiesloket_app;
call platform.protect_tenant_table('bureaus.volunteer');
-- Who has a link needs no login, and sees the one row that it is about; a person who logs in sees their own.
create policy holder_reads on bureaus.volunteer for select to kiesloket_app
  using (confirm_sha256 = (select platform.citizen_session()) or withdraw_sha256 = (select platform.citizen_session()));
create policy person_reads on bureaus.volunteer for select to kiesloket_app
  using (nrn_index = (select platform.person_index()));

-- What leaves, and what became of it. The key is why nobody gets the same mail twice.
create table bureaus.volunteer_mail (
  municipality_id integer not null,
  election_id     uuid not null,
  volunteer_id    uuid not null,
  kind            text not null check (kind in ('confirm', 'accepted', 'refused')),
  state           text not null default 'waiting' check (state in
    ('waiting', 'sending', 'sent', 'refused', 'unconfirmed', 'dropped')),
  attempts        integer not null default 0,
  written_at      timestamptz not null,
  next_attempt_at timestamptz not null,
  claim           uuid,
  claimed_at      timestamptz,
  code            text, -- what the other side answered last: a number, or why there was none
  finished_at     timestamptz,
  primary key (municipality_id, election_id, volunteer_id, kind),
  foreign key (municipality_id, election_id, volunteer_id) references bureaus.volunteer on delete cascade
);
create index volunteer_mail_to_do on bureaus.volunteer_mail (municipality_id, next_attempt_at)
  where state in ('waiting', 'sending');
grant select, insert, update on bureaus.volunteer_mail to kiesloket_app;
call platform.protect_tenant_table('bureaus.volunteer_mail');
