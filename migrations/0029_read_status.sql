-- Which published documents their addressees opened, as far as a municipality asks for that. A row when a document was
-- first seen to be opened, none before: what nobody needs is not kept.

create table delivery.reading (
  municipality_id integer not null references municipalities.municipality,
  campaign_id     uuid not null,
  document_id     uuid not null,
  seen_read_at    timestamptz not null,
  trace_id        text not null,
  primary key (municipality_id, campaign_id, document_id)
);
grant select, insert on delivery.reading to kiesloket_app;
call platform.protect_tenant_table('delivery.reading');
