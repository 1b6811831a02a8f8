-- When a voter asked to be written to in another language: a request holds for a time (see languageRequest in the rulesets).

alter table voters.voter add column language_requested_on date;
