-- Where a bureau sits that is in no building of the municipality: counting bureaus of a canton sit at its capital. As an address is
-- written elsewhere; the name of the building stands in `place`, as of all bureaus.
alter table bureaus.bureau add column place_address jsonb;
