-- When a draw was given up: what was given up after its public value could be known is told in the file of the draw that counts.
alter table bureaus.draw add column withdrawn_at timestamptz;
