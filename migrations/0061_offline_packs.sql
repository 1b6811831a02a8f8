-- A counter without network. A browser that a person enrolled takes a sealed copy of what a counter needs, gives duplicates from
-- it, and hands in afterwards what it gave.

create table letters.offline_device (
  municipality_id integer not null,
  device_id       uuid not null,
  name            text not null,
  public_key      bytea not null, -- its private half never leaves the browser
  token_sha256    bytea not null, -- of what it shows to ask whether it is revoked
  enrolled_at     timestamptz not null,
  enrolled_by     text not null,
  seen_at         timestamptz,
  revoked_at      timestamptz,
  revoked_by      text,
  primary key (municipality_id, device_id)
);
grant select, insert, update on letters.offline_device to kiesloket_app;
call platform.protect_tenant_table('letters.offline_device');

create table letters.offline_pack (
  municipality_id integer not null,
  election_id     uuid not null,
  pack_id         uuid not null,
  device_id       uuid not null,
  outbox_key      bytea not null, -- sealed by the vault: opens what the device hands in, not the pack
  made_at         timestamptz not null,
  made_by         text not null,
  expires_at      timestamptz not null,
  voters          integer, -- these three once it went out whole
  bytes           integer,
  sha256          bytea,
  primary key (municipality_id, election_id, pack_id),
  foreign key (municipality_id, device_id) references letters.offline_device
);
create index offline_pack_by_device on letters.offline_pack (municipality_id, device_id, made_at);
grant select, insert, update on letters.offline_pack to kiesloket_app;
call platform.protect_tenant_table('letters.offline_pack');

-- What a device says it gave. Beside the duplicates that count, because some wait for a person.
create table letters.offline_issue (
  municipality_id integer not null,
  election_id     uuid not null,
  issue_id        uuid not null,
  pack_id         uuid not null,
  list_number     integer not null,
  voter_id        uuid,
  section         integer not null, -- as it was printed
  clerk           text not null, -- as typed at the device
  reason          text not null,
  identity        text not null,
  issued_at       timestamptz not null, -- by the clock of the device
  received_at     timestamptz not null,
  received_by     text not null,
  state           text not null check (state in ('counted', 'waiting', 'set-aside')),
  conflicts       text[] not null,
  duplicate_id    uuid, -- what it counts as
  decided_at      timestamptz,
  decided_by      text,
  note            text,
  primary key (municipality_id, election_id, issue_id),
  foreign key (municipality_id, election_id, pack_id) references letters.offline_pack
);
create index offline_issue_waiting on letters.offline_issue (municipality_id, election_id, received_at)
  where state = 'waiting';
grant select, insert, update on letters.offline_issue to kiesloket_app;
call platform.protect_tenant_table('letters.offline_issue');

-- A duplicate that a device printed by itself is no PDF of ours.
alter table letters.duplicate alter column pdf_sha256 drop not null;
