-- Finding a voter by name and address. What is searched are words, folded so that accents, capitals, particles and common
-- differences of spelling do not matter. Built from what every PostgreSQL has: no extension has to be allowed somewhere.
--
-- Under row-level security the database does not use an index whose operator might tell of rows that one may not see, and
-- that of a text search is such a one. So the look-up is a function that reads the table of one list of the municipality in
-- scope, and answers ids.

-- Small letters and digits, without accents, with one space where anything else stood.
create function voters.folded(words text) returns text
  language sql immutable parallel safe
  return btrim(regexp_replace(
    lower(replace(replace(replace(replace(replace(translate(
      regexp_replace(normalize(words, nfkd), '[\u0300-\u036f]+', '', 'g'),
      'øØłŁđĐðÐıħĦəƏ', 'oOlLdDdDihHaA'), 'ß', 'ss'), 'æ', 'ae'), 'Æ', 'AE'), 'œ', 'oe'), 'Œ', 'OE')),
    '[^a-z0-9]+', ' ', 'g'));

-- Particles joined to the word behind them: `van de velde` is `vandevelde`, `d hondt` is `dhondt`.
create function voters.joined(folded text) returns text
  language sql immutable parallel safe
  return regexp_replace(folded,
    '\m(van|vande|vander|vanden|de|der|den|des|du|da|di|do|dos|del|della|la|le|les|l|d|t|s|o|ten|ter|te|op|in|het|von|zu|el|al|ben) (?=[a-z])',
    '\1', 'g');

-- As it sounds, roughly: Peeters and Peters, Claes and Klaas, De Backer and De Bakker become one.
create function voters.sounding(folded text) returns text
  language sql immutable parallel safe
  return replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(
    replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(
    replace(replace(replace(replace(replace(replace(folded,
    'ae', 'a'), 'ck', 'k'), 'c', 'k'), 'q', 'k'), 'x', 'ks'), 'z', 's'), 'ph', 'f'), 'th', 't'), 'dt', 't'),
    'gh', 'g'), 'ij', 'y'), 'ie', 'i'), 'aa', 'a'), 'ee', 'e'), 'oo', 'o'), 'uu', 'u'), 'bb', 'b'), 'dd', 'd'),
    'ff', 'f'), 'gg', 'g'), 'kk', 'k'), 'll', 'l'), 'mm', 'm'), 'nn', 'n'), 'pp', 'p'), 'rr', 'r'), 'ss', 's'),
    'tt', 't');

-- The words of a name, with their particles joined and apart.
create function voters.name_words(last_name text, first_names text) returns text
  language sql immutable parallel safe
  return voters.joined(voters.folded(last_name)) || ' ' || voters.folded(last_name) || ' ' || voters.folded(first_names);

-- What is asked of a voter: `=` a word of the name, `~` as it sounds, `@` a word of the street as it sounds, `#` the house number. A
-- protected address is not searched: a hit would tell who lives there.
create function voters.search_terms(last_name text, first_names text, address jsonb, address_kind text) returns tsvector
  language sql immutable parallel safe cost 500
  return array_to_tsvector(string_to_array(
    '=' || replace(voters.name_words(last_name, first_names), ' ', ' =') ||
    ' ~' || replace(voters.sounding(voters.name_words(last_name, first_names)), ' ', ' ~') ||
    case when address_kind = 'PROTECTED' then '' else
      ' @' || replace(voters.sounding(voters.folded(coalesce(address ->> 'street', ''))), ' ', ' @') ||
      ' #' || replace(voters.folded(coalesce(address ->> 'houseNumber', '')), ' ', '') end, ' '));

-- Makes the index over a list that is taken into use. Asked again it does nothing.
create function voters.index_for_search(municipality integer, list uuid) returns void
  language plpgsql security definer set search_path = pg_catalog set maintenance_work_mem = '128MB' as $$
declare
  part       regclass := voters.list_table(municipality, list);
  index_name text := platform.partition_name('voter_search', list);
begin
  if to_regclass('voters.' || index_name) is not null then return; end if;
  execute format('create index if not exists %I on %s using gin
                    (voters.search_terms(last_name, first_names, list_address, address_kind))', index_name, part);
end
$$;
revoke execute on function voters.index_for_search from public;
grant execute on function voters.index_for_search to kiesloket_app;

-- Voters of one list who answer to a question, in the order of their numbers. `question`: of the terms above.
create function voters.find_on_list(municipality integer, list uuid, question tsquery, born date, after integer, most integer)
  returns table (voter_id uuid, list_number integer)
  language plpgsql stable security definer
  set search_path = pg_catalog set enable_seqscan = off set enable_indexscan = off set jit = off as $$
begin
  return query execute format(
    'with hit as materialized (
       select v.voter_id, v.list_number from %s v
       where voters.search_terms(v.last_name, v.first_names, v.list_address, v.address_kind) @@ $1
         and ($2 is null or v.birth_date = $2))
     select h.voter_id, h.list_number from hit h where h.list_number > $3 order by h.list_number limit $4', voters.list_table(municipality, list))
    using question, born, after, most;
end
$$;
revoke execute on function voters.find_on_list from public;
grant execute on function voters.find_on_list to kiesloket_app;

-- What was typed, folded in the same way as what it is held against.
create function voters.folded_question(words text) returns table (plain text, joined text, plain_sound text, joined_sound text)
  language sql immutable parallel safe
  begin atomic
    select f.plain, voters.joined(f.plain), voters.sounding(f.plain), voters.sounding(voters.joined(f.plain))
    from (select voters.folded(words) as plain) f;
  end;

do $$
declare one_function text;
begin
  foreach one_function in array array['folded', 'joined', 'sounding', 'name_words', 'search_terms', 'folded_question'] loop
    execute format('revoke execute on function voters.%I from public', one_function);
    execute format('grant execute on function voters.%I to kiesloket_app', one_function);
  end loop;
end
$$;
