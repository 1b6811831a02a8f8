-- Duplicates of released letters: issued at a counter, or sent to a mailbox once more. They are no letters of a campaign and are
-- counted beside it.

create table letters.duplicate (
  municipality_id integer not null,
  election_id     uuid not null,
  duplicate_id    uuid not null,
  letter_id       uuid not null,
  number          integer not null check (number > 0), -- of this letter, from 1
  channel         text not null check (channel in ('print', 'mailbox')),
  reason          text not null,
  identity        text not null, -- how it was checked who asks
  mark            text not null,
  pdf_sha256      bytea not null,
  pdf             bytea, -- only of one that did not fit its plate and has to leave yet
  issued_at       timestamptz not null,
  issued_by       text not null,
  primary key (municipality_id, election_id, duplicate_id),
  unique (municipality_id, election_id, letter_id, number)
);
grant select, insert on letters.duplicate to kiesloket_app;
call platform.protect_tenant_table('letters.duplicate');

-- Somebody is waiting for each of its documents: they go before everything else.
alter table delivery.campaign add column goes_at_once boolean not null default false;
