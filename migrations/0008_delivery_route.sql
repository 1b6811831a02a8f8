-- By which road each attempt went, and whether that road knew keys: what was promised is told by what was done, not
-- by how the municipality is set up today.

alter table delivery.attempt
  add column route    text,
  add column has_keys boolean;
