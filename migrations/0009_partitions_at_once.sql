-- Two partitions made at the same moment. PostgreSQL names the indexes of a partition by itself and cuts long names
-- short, so that ids given out in one millisecond can lead to one name for both. Whoever comes second then waits for
-- the other transaction and is refused; tried again, it gets another name.

create or replace procedure platform.ensure_partition(parent regclass, key uuid, further text default '')
  language plpgsql set search_path = pg_catalog as $$
declare
  schema_name text;
  parent_name text;
  part        text;
begin
  select n.nspname, c.relname into schema_name, parent_name
  from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.oid = parent;
  part := format('%I.%I', schema_name, platform.partition_name(parent_name, key));
  if to_regclass(part) is not null then return; end if;
  perform pg_advisory_xact_lock(hashtextextended('partition ' || part, 0));
  for try in 1..20 loop
    begin
      execute format('create table %s (like %s including all) %s', part, parent, further);
      exit;
    exception
      when duplicate_table then
        return; -- made by another session while this one waited
      when unique_violation then
        if try = 20 then raise; end if;
    end;
  end loop;
  execute format('alter table %s attach partition %s for values in (%L)', parent, part, key);
end
$$;
