-- In which building of the places list a counting or main bureau sits, by the municipality's own code of it; that of a polling bureau follows
-- from its section. No reference: places are read anew, and a building that is gone says so where somebody looks.
alter table bureaus.bureau add column place_code text;
