-- Why somebody asks for the release of a proof that the second person refused, when nothing in it changed.

alter table letters.release add column asked_again_because text;
