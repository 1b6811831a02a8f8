-- The reading of a list that a browser sent is taken over when its process ends under it.

alter table voters.uploaded_list
  add column read_by text, -- who asked for the reading
  add column taken_over integer not null default 0; -- how often in this reading: what ends process after process is given up
