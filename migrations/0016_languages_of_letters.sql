-- In which language a plate's letters are, and what they say, ready to print: every other form of a letter (large print,
-- a page) says the very same, whatever the texts of the program say by then. Plates made before are read from their facts.

alter table letters.plate
  add column language text not null generated always as (coalesce(facts ->> 'language', 'nl')) stored,
  add column letter_data jsonb,
  add column text_versions jsonb;
