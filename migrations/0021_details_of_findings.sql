-- What exactly a finding is about: a character, a section, a number of voters. Never the content of a cell.
alter table voters.import_finding add column detail text;
