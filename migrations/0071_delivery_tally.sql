-- How a campaign stands, without counting its documents: sums that the database keeps itself, in the transaction in which a
-- document moves. A page that is open all day, of a city, then reads thousands of sums and not hundreds of thousands of rows.

-- By what the sender counts its documents, as of a letter its section; 0: by nothing.
alter table delivery.delivery add column part integer not null default 0;

-- How many of a campaign were seen to be opened.
alter table delivery.campaign add column seen_read integer not null default 0;

-- One row for the documents of a batch that went the same way in the same minute. By batch, because one process at a time
-- works a batch: so workers do not wait for each other's sums. A sum that went back to nought stays.
create table delivery.tally (
  municipality_id integer not null,
  campaign_id     uuid not null,
  batch           integer not null,
  part            integer not null,
  state           text not null,
  reason          text not null, -- '': none
  finished_in     timestamptz not null, -- the minute; '-infinity': not yet
  documents       integer not null,
  first_at        timestamptz, -- of the outcomes in that minute
  last_at         timestamptz,
  primary key (municipality_id, campaign_id, batch, part, state, reason, finished_in)
) with (fillfactor = 70);
grant select, insert, update on delivery.tally to kiesloket_app;
call platform.protect_tenant_table('delivery.tally');

-- Campaigns of before; their letters know their sections.
select set_config('kiesloket.municipalities', coalesce(string_agg(m.municipality_id::text, ','), ''), true)
from municipalities.municipality m;
update delivery.delivery d set part = l.section
from letters.letter l where l.municipality_id = d.municipality_id and l.letter_id = d.document_id;
insert into delivery.tally (municipality_id, campaign_id, batch, part, state, reason, finished_in, documents, first_at, last_at)
select d.municipality_id, d.campaign_id, d.batch, d.part, d.state, coalesce(d.reason, ''),
  coalesce(date_trunc('minute', d.finished_at), '-infinity'), count(*), min(d.finished_at), max(d.finished_at)
from delivery.delivery d group by 1, 2, 3, 4, 5, 6, 7;
update delivery.campaign c set seen_read = (select count(*) from delivery.reading r
  where r.municipality_id = c.municipality_id and r.campaign_id = c.campaign_id);
select set_config('kiesloket.municipalities', '', true);

-- Both run as who moves the documents, who sees the sums of the same municipality. In the order of the key, so that two
-- who move documents of the same batches wait for each other, and do not lock each other up.

create function delivery.tally_new() returns trigger
  language plpgsql set search_path = pg_catalog as $$
begin
  insert into delivery.tally as t (municipality_id, campaign_id, batch, part, state, reason, finished_in, documents, first_at, last_at)
  select d.municipality_id, d.campaign_id, d.batch, d.part, d.state, coalesce(d.reason, ''),
    coalesce(date_trunc('minute', d.finished_at), '-infinity'), count(*), min(d.finished_at), max(d.finished_at)
  from came d group by 1, 2, 3, 4, 5, 6, 7 order by 1, 2, 3, 4, 5, 6, 7
  on conflict (municipality_id, campaign_id, batch, part, state, reason, finished_in) do update
  set documents = t.documents + excluded.documents,
    first_at = least(t.first_at, excluded.first_at), last_at = greatest(t.last_at, excluded.last_at);
  return null;
end
$$;

create function delivery.tally_moved() returns trigger
  language plpgsql set search_path = pg_catalog as $$
begin
  insert into delivery.tally as t (municipality_id, campaign_id, batch, part, state, reason, finished_in, documents, first_at, last_at)
  select d.municipality_id, d.campaign_id, d.batch, d.part, d.state, coalesce(d.reason, ''),
    coalesce(date_trunc('minute', d.finished_at), '-infinity'), sum(d.documents),
    min(d.finished_at) filter (where d.documents > 0), max(d.finished_at) filter (where d.documents > 0)
  from (select c.*, 1 as documents from came c union all select w.*, -1 from went w) d
  group by 1, 2, 3, 4, 5, 6, 7 having sum(d.documents) <> 0 order by 1, 2, 3, 4, 5, 6, 7
  on conflict (municipality_id, campaign_id, batch, part, state, reason, finished_in) do update
  set documents = t.documents + excluded.documents,
    first_at = least(t.first_at, excluded.first_at), last_at = greatest(t.last_at, excluded.last_at);
  return null;
end
$$;

create trigger tally_new after insert on delivery.delivery
  referencing new table as came for each statement execute function delivery.tally_new();
create trigger tally_moved after update on delivery.delivery
  referencing new table as came old table as went for each statement execute function delivery.tally_moved();
