-- The hash of the addresses that go with a print file. Files of before were written without one.

alter table letters.print_file add column addresses_sha256 bytea check (length(addresses_sha256) = 32);
