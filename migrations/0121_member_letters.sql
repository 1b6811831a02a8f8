-- What was written to members of bureaus with legal force. A letter is made again from its facts, byte for byte, and held against its
-- hash; its arms are those of a version of the settings. It goes before the assignment that it is about.

create table bureaus.member_letter (
  municipality_id  integer not null,
  election_id      uuid not null,
  letter_id        uuid not null, -- as delivery knows it: the document
  assignment_id    uuid not null,
  kind             text not null
    check (kind in ('designation', 'called-up', 'retracted', 'excuse-granted', 'excuse-refused')),
  version          integer not null check (version > 0), -- of its kind for this assignment; the last one counts
  facts            jsonb not null, -- all that it says but the arms; never a national number
  settings_version integer not null,
  pdf_sha256       bytea not null check (length(pdf_sha256) = 32),
  campaign_id      uuid not null,
  state            text not null check (state in ('sent', 'delivered', 'undelivered', 'printed', 'handed-over', 'replaced')),
  sent_at          timestamptz not null,
  sent_by          text not null,
  settled_at       timestamptz, -- when it arrived, came back, was printed or was handed over
  proof            jsonb,       -- how it was handed over, and under which number of the post
  primary key (municipality_id, election_id, letter_id),
  foreign key (municipality_id, election_id, assignment_id) references bureaus.assignment,
  constraint one_letter_of_a_version unique (municipality_id, election_id, assignment_id, kind, version),
  constraint handed_over_has_a_proof check ((state = 'handed-over') = (proof is not null)),
  constraint settled_has_a_moment check ((state in ('sent', 'replaced')) or settled_at is not null)
);
create index member_letter_to_follow on bureaus.member_letter (municipality_id, election_id, campaign_id, state);
grant select, insert, update on bureaus.member_letter to kiesloket_app;
call platform.protect_tenant_table('bureaus.member_letter');
