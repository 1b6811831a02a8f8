-- How often somebody served in a bureau, over the elections of a municipality: an extract of the population register, for who asks to be
-- let off because they served before. Found by the keyed hash of the national number; in what bureau and function is sealed.
create table bureaus.service (
  municipality_id integer not null,
  nrn_index       bytea not null,
  polling_day     date not null,
  sealed          bytea not null, -- kind of bureau, function, and whether they sat
  source          text not null check (source in ('ELECTION', 'REGISTER')), -- noted here, or told by the register
  keep_until      date not null,
  noted_at        timestamptz not null,
  noted_by        text not null,
  primary key (municipality_id, nrn_index, polling_day)
);
create index service_by_end on bureaus.service (municipality_id, keep_until);
grant select, insert, update, delete on bureaus.service to kiesloket_app;
call platform.protect_tenant_table('bureaus.service');
create policy person_reads on bureaus.service for select to kiesloket_app
  using (nrn_index = (select platform.person_index()));
