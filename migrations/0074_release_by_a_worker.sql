-- A release of a city takes minutes: the second person's decision is written at once, and a worker carries it out. So is taking
-- letters back.

alter table letters.release
  drop constraint release_state_check,
  add constraint release_state_check check (state in ('requested', 'approved', 'released', 'refused')),
  add column hold boolean not null default false; -- nothing leaves until a wave is let go, or all of it

alter table letters.letter_run
  drop constraint letter_run_kind_check,
  add constraint letter_run_kind_check check (kind in ('compose', 'sample', 'release', 'withdraw')),
  add column section integer; -- of letters that are taken back: of this one alone
