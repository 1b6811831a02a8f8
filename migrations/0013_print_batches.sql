-- What the cover sheet of a print file says. Files of before have none of it, and no cover sheet.

alter table letters.print_file
  add column section integer,
  add column paper_colour text,
  add column sheet_count integer,
  add column first_list_number integer,
  add column last_list_number integer;
