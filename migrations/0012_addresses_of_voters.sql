-- Main residences that are handled in a way of their own: reference addresses, institutions, protected addresses.

alter table voters.voter add column address_kind text
  check (address_kind in ('REFERENCE', 'INSTITUTION', 'PROTECTED')); -- null: an address like any other

-- The frozen content has more columns now. A list that came in before keeps the recipe by which its hash is computed.
alter table voters.voters_list add column hash_recipe integer not null default 1;
