-- Which processes send in which lane at this moment: how what a lane bears is divided among them. Of the installation, as
-- the downtime log: no person, no document. Rows last as long as their process.
create table delivery.sender (
  lane      text not null,
  sender_id uuid not null,
  joined_at timestamptz not null default clock_timestamp(),
  seen_at   timestamptz not null default clock_timestamp(),
  primary key (lane, sender_id)
);
alter table delivery.sender enable row level security;
alter table delivery.sender force row level security;
create policy any_staff on delivery.sender to kiesloket_app
  using (coalesce(cardinality((select platform.staff_municipalities())), 0) > 0)
  with check (coalesce(cardinality((select platform.staff_municipalities())), 0) > 0);
grant select, insert, update, delete on delivery.sender to kiesloket_app;
