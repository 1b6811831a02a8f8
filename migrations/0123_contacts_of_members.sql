-- How a member of a bureau can be reached and paid, as the member or the municipality wrote it down. Sealed by the vault.

create table bureaus.contact (
  municipality_id integer not null,
  election_id     uuid not null,
  member_id       uuid not null,
  phone_sealed    bytea not null,
  email_sealed    bytea,
  iban_sealed     bytea, -- none: not known yet; a fee waits for it
  changed_at      timestamptz not null,
  primary key (municipality_id, election_id, member_id),
  foreign key (municipality_id, election_id, member_id) references bureaus.member on delete cascade
);
grant select, insert, update on bureaus.contact to kiesloket_app;
call platform.protect_tenant_table('bureaus.contact');
-- A person reads their own; what a person writes goes through a use case in the scope of the municipality, as with mail.
create policy person_reads on bureaus.contact for select to kiesloket_app
  using (exists (select from bureaus.member mine
                 where mine.municipality_id = contact.municipality_id and mine.election_id = contact.election_id
                   and mine.member_id = contact.member_id and mine.nrn_index = (select platform.person_index())));
