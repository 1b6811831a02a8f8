-- What members of bureaus are paid: what a claim still needs from the municipality, and the payments that left together. The amount
-- of a claim is not kept: it follows from the rules and the assignment until it is in a payment.

create table bureaus.claim_note (
  municipality_id integer not null,
  election_id     uuid not null,
  assignment_id   uuid not null,
  lives_here      boolean,      -- null: whoever is on the voters list lives here
  metres          integer check (metres between 0 and 1000000), -- there and back, as declared; 0: no travel is claimed
  decided         text check (decided in ('paid', 'unpaid')),   -- what the payer decided where the rules leave it open
  needed          boolean not null, -- a substitute who was called apart
  iban_sealed     bytea,        -- told after polling day; goes before that of bureaus.contact
  noted_at        timestamptz not null,
  noted_by        text not null,
  primary key (municipality_id, election_id, assignment_id),
  foreign key (municipality_id, election_id, assignment_id) references bureaus.assignment on delete cascade
);
grant select, insert, update on bureaus.claim_note to kiesloket_app;
call platform.protect_tenant_table('bureaus.claim_note');

-- The files of a batch are written again from it, byte for byte, and held against these hashes.
create table bureaus.payment_batch (
  municipality_id integer not null,
  election_id     uuid not null,
  batch_id        text not null check (batch_id ~ '^KLB[0-9a-f]{32}$'),
  payer           jsonb not null, -- who pays, from which account
  pay_on          date not null,
  about           text not null,
  payments        integer not null check (payments > 0),
  cents           bigint not null check (cents > 0),
  csv_sha256      bytea not null check (length(csv_sha256) = 32),
  xml_sha256      bytea not null check (length(xml_sha256) = 32),
  made_at         timestamptz not null,
  made_by         text not null,
  primary key (municipality_id, election_id, batch_id),
  foreign key (municipality_id, election_id) references elections.election
);
grant select, insert on bureaus.payment_batch to kiesloket_app;
call platform.protect_tenant_table('bureaus.payment_batch');

create table bureaus.payment (
  municipality_id integer not null,
  election_id     uuid not null,
  end_to_end_id   text not null check (end_to_end_id ~ '^KLP[0-9a-f]{32}$'),
  batch_id        text not null,
  assignment_id   uuid not null,
  attempt         integer not null check (attempt > 0),
  fee             integer not null check (fee >= 0),    -- cents
  travel          integer not null check (travel >= 0), -- cents
  sealed          bytea not null, -- name, national number, account, bureau and role, as they left
  state           text not null check (state in ('EXPORTED', 'PAID', 'BOUNCED')),
  reason          text,        -- the bank's code
  settled_at      timestamptz,
  primary key (municipality_id, election_id, end_to_end_id),
  foreign key (municipality_id, election_id, batch_id) references bureaus.payment_batch,
  foreign key (municipality_id, election_id, assignment_id) references bureaus.assignment,
  constraint one_payment_of_an_attempt unique (municipality_id, election_id, assignment_id, attempt),
  check ((state = 'EXPORTED') = (settled_at is null))
);
-- Nobody is paid twice: beside what came back there is one payment.
create unique index one_payment_of_a_claim on bureaus.payment (municipality_id, election_id, assignment_id) where state <> 'BOUNCED';
create index payment_of_batch on bureaus.payment (municipality_id, election_id, batch_id, end_to_end_id);
grant select, insert, update on bureaus.payment to kiesloket_app;
call platform.protect_tenant_table('bureaus.payment');
