-- When a party answered last, as a process that sends tells it once a minute: of the installation, as the downtime log. Staff
-- of any municipality reads it; no person and no document.
create table delivery.party_answer (
  api         text not null,
  host        text not null,
  answered_at timestamptz not null,
  trace_id    text not null,
  primary key (api, host)
);
alter table delivery.party_answer enable row level security;
alter table delivery.party_answer force row level security;
create policy any_staff on delivery.party_answer to kiesloket_app
  using (coalesce(cardinality((select platform.staff_municipalities())), 0) > 0)
  with check (coalesce(cardinality((select platform.staff_municipalities())), 0) > 0);
grant select, insert, update on delivery.party_answer to kiesloket_app;
