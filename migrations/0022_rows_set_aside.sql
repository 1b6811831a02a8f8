-- An import tells all that is wrong with a list in one go. Its rows with an error are no voters and stay out of the
-- table of the list; what can be read of them is kept beside it, so that somebody who stands on it twice is found
-- there as well. So are the doubles themselves, without which the list can be indexed and looked at as a whole.
-- A temporary table: nothing of it outlives the transaction of the import.

create function voters.open_rows_set_aside(municipality integer, list uuid) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform voters.list_table(municipality, list);
  create temporary table row_set_aside (source_row integer not null, voter_id uuid, list_number integer)
    on commit drop;
  grant select, insert on pg_temp.row_set_aside to kiesloket_app;
end
$$;
revoke execute on function voters.open_rows_set_aside from public;
grant execute on function voters.open_rows_set_aside to kiesloket_app;

-- The owner's own, and nothing that somebody else put under that name to have it run with the owner's rights.
create function voters.rows_set_aside() returns regclass
  language plpgsql stable set search_path = pg_catalog as $$
declare
  aside regclass := to_regclass('pg_temp.row_set_aside');
begin
  if aside is null or not exists (select from pg_class c where c.oid = aside and c.relowner = current_user::regrole)
  then raise exception 'no rows are set aside' using errcode = 'insufficient_privilege'; end if;
  return aside;
end
$$;
revoke execute on function voters.rows_set_aside from public;

-- Rows of the file whose person (or list number) stands in an earlier row too, with the first of those rows: of the
-- list and of what was set aside, which has to be open. Row numbers are all that comes out.
create or replace function voters.doubles_on_list(municipality integer, list uuid, key text)
  returns table (source_row integer, first_row integer)
  language plpgsql stable security definer set search_path = pg_catalog set work_mem = '64MB' as $$
begin
  if key not in ('voter_id', 'list_number') then raise exception 'nothing is double by %', key; end if;
  return query execute format(
    'with entry as materialized (select a.source_row, a.%1$I from %2$s a union all
       select s.source_row, s.%1$I from %3$s s where s.%1$I is not null),
     doubled as (select e.%1$I, min(e.source_row) as first_row from entry e group by e.%1$I having count(*) > 1)
     select e.source_row, d.first_row from doubled d join entry e using (%1$I)
     where e.source_row <> d.first_row order by e.source_row', key, voters.list_table(municipality, list), voters.rows_set_aside());
end
$$;

-- Takes every row out whose person or list number stands in an earlier row of the list.
create function voters.set_doubles_aside(municipality integer, list uuid) returns void
  language plpgsql security definer set search_path = pg_catalog set work_mem = '64MB' as $$
begin
  execute format(
    'with later as (
       select a.source_row, row_number() over (partition by a.voter_id order by a.source_row) as by_person,
         row_number() over (partition by a.list_number order by a.source_row) as by_number from %1$s a),
     gone as (delete from %1$s a using later l
       where l.source_row = a.source_row and (l.by_person > 1 or l.by_number > 1)
       returning a.source_row, a.voter_id, a.list_number)
     insert into %2$s select g.source_row, g.voter_id, g.list_number from gone g',
    voters.list_table(municipality, list), voters.rows_set_aside());
end
$$;
revoke execute on function voters.set_doubles_aside from public;
grant execute on function voters.set_doubles_aside to kiesloket_app;
