-- The planner takes the municipality and the election of a row for independent of each other, and so it expects one row where a town has
-- thousands: then the key, read from the election on, looks as good to it as what finds the row (0178). Who was present in a bureau took a
-- second and a half with 8,000 bureaus. An election has one municipality: this tells it, as soon as a table is analysed.
do $$
declare part text;
begin
  foreach part in array array['bureau', 'seat', 'member', 'assignment', 'assignment_event', 'member_letter', 'contact', 'excuse',
    'listed_person', 'list_entry', 'drawn_person', 'day_deed', 'oath', 'checkpoint', 'payment', 'claim_note', 'counted_bureau']
  loop
    execute format('create statistics bureaus.%1$I (dependencies) on municipality_id, election_id from bureaus.%2$I',
      part || '_of_election', part);
    execute format('analyze bureaus.%I', part);
  end loop;
end
$$;
