-- A document for a person, to a mailbox, with an outcome. Knows nothing of elections.

create schema delivery;
grant usage on schema delivery to kiesloket_app;

create table delivery.campaign (
  municipality_id integer not null references municipalities.municipality,
  campaign_id     uuid not null,
  document_kind   text not null,
  reference       text not null,
  message         jsonb not null,
  state           text not null default 'open' check (state in ('open', 'stopped')),
  stopped_because text,
  batches         integer not null default 0,
  opened_at       timestamptz not null default now(),
  opened_by       text not null,
  primary key (municipality_id, campaign_id)
);
grant select, insert, update on delivery.campaign to kiesloket_app;
call platform.protect_tenant_table('delivery.campaign');

-- A mailbox key is one for ever, over every campaign: the guarantee behind "exactly once".
create table delivery.mailbox_key (
  municipality_id integer not null,
  mailbox_key     uuid not null,
  campaign_id     uuid not null,
  document_id     uuid not null,
  primary key (municipality_id, mailbox_key)
);
grant select, insert on delivery.mailbox_key to kiesloket_app;
call platform.protect_tenant_table('delivery.mailbox_key');

create table delivery.delivery (
  municipality_id  integer not null,
  campaign_id      uuid not null,
  document_id      uuid not null,
  mailbox_key      uuid not null,
  recipient_cipher bytea not null,
  person_index     bytea not null,
  document_sha256  bytea not null,
  batch            integer not null,
  state            text not null default 'waiting' check (state in
    ('waiting', 'attempting', 'delivered', 'inactive', 'unreachable', 'refused', 'unconfirmed', 'cancelled')),
  reason           text,
  attempts         integer not null default 0,
  failures         integer not null default 0,
  next_attempt_at  timestamptz not null default now(),
  receipt          text,
  finished_at      timestamptz,
  primary key (municipality_id, campaign_id, document_id)
) partition by list (campaign_id);
create index delivery_to_do on delivery.delivery (municipality_id, campaign_id, batch, next_attempt_at)
  where state in ('waiting', 'attempting');
grant select, insert, update on delivery.delivery to kiesloket_app;
call platform.protect_tenant_table('delivery.delivery');
create policy person_reads on delivery.delivery for select to kiesloket_app
  using (person_index = (select platform.person_index()));

-- The timeline of a delivery: a row is written before a document leaves, completed when the answer is in.
create table delivery.attempt (
  municipality_id integer not null,
  campaign_id     uuid not null,
  document_id     uuid not null,
  attempt         integer not null,
  trace_id        text not null,
  worker          text not null,
  started_at      timestamptz not null default clock_timestamp(),
  answered_at     timestamptz,
  outcome         text,
  http_status     integer,
  code            text,
  detail          text,
  receipt         text,
  primary key (municipality_id, campaign_id, document_id, attempt)
) partition by list (campaign_id);
grant select, insert, update on delivery.attempt to kiesloket_app;
call platform.protect_tenant_table('delivery.attempt');

-- Made aside and attached: that lets deliveries of other campaigns go on until this transaction ends, where
-- `create table … partition of` would hold them all up.
create function delivery.add_partition(campaign uuid) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  parent text;
  part   text;
begin
  foreach parent in array array['delivery', 'attempt'] loop
    part := parent || '_' || replace(campaign::text, '-', '');
    continue when to_regclass(format('delivery.%I', part)) is not null;
    execute format('create table delivery.%I (like delivery.%I including all)', part, parent);
    execute format('alter table delivery.%I attach partition delivery.%I for values in (%L)', parent, part, campaign);
  end loop;
end
$$;
revoke execute on function delivery.add_partition from public;
grant execute on function delivery.add_partition to kiesloket_app;
