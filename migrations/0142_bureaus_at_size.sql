-- `keys rotate` seals again what lies still otherwise. Nothing else of these may be changed.
grant update (sealed) on bureaus.list_document to kiesloket_app;
grant update (sealed) on bureaus.absence_report to kiesloket_app;

-- Until autovacuum comes by, a draw that was held just now looks as if next to nobody was in it, and the next of a queue is looked for
-- among all voters, row by row. Reads a sample of these tables, and does nothing else.
create function bureaus.refresh_statistics() returns void
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  analyze bureaus.drawn_person, bureaus.listed_person, bureaus.list_entry, bureaus.member, bureaus.assignment;
end
$$;
revoke execute on function bureaus.refresh_statistics from public;
grant execute on function bureaus.refresh_statistics to kiesloket_app;
