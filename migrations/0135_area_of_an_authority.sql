-- A court or main bureau reads in one look what was granted to it in all municipalities of its area: which bureaus there are, how many
-- seats of them are filled and by how far along, and how they stand on polling day. No name, number, contact, excuse or document of
-- anybody: those stay of one municipality at a time. Each policy asks whether this very election is granted, so that a grant that is
-- taken back ends with it.
create policy authority_reads on bureaus.authority for select to kiesloket_app
  using (enterprise_number = (select platform.authority()));

do $$
declare tenant_table text;
begin
  foreach tenant_table in array array['bureau', 'seat', 'assignment', 'checkpoint', 'incident'] loop
    execute format(
      'create policy authority_reads on bureaus.%1$I for select to kiesloket_app
         using ((select platform.authority()) is not null
                and exists (select from bureaus.authority granted
                            where granted.municipality_id = %1$I.municipality_id and granted.election_id = %1$I.election_id
                              and granted.enterprise_number = (select platform.authority())))', tenant_table);
  end loop;
end
$$;
