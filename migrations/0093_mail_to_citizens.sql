-- E-mail to citizens who asked for it: the wish of one person about one election, and what was written for it. Both are rows of the
-- municipality whose election it is, so they go with the rest of that election.

create table portal.subscription (
  municipality_id integer not null,
  election_id     uuid not null,
  person_index    bytea not null,
  subscription_id uuid not null, -- another one for each address: what leads to the one before leads nowhere
  voter_id        uuid not null, -- for the audit log
  address_sealed  bytea not null,
  asked_at        timestamptz not null,
  letter_version  integer not null, -- of the letter that was there already; 0: none
  confirm_sha256  bytea, -- of what the link holds, until it is used
  confirm_until   timestamptz not null,
  confirmed_at    timestamptz,
  stop_sha256     bytea not null,
  refused_at      timestamptz, -- the other side does not take mail for this address
  primary key (municipality_id, election_id, person_index)
);
create index subscription_by_person on portal.subscription (person_index);
create index subscription_by_confirm on portal.subscription (confirm_sha256);
create index subscription_by_stop on portal.subscription (stop_sha256);
grant select, insert, update, delete on portal.subscription to kiesloket_app;
call platform.protect_tenant_table('portal.subscription');
create policy person_reads on portal.subscription for select to kiesloket_app
  using (person_index = (select platform.person_index()));
-- Who has a link needs no login, and sees the one row that it is about.
create policy holder_reads on portal.subscription for select to kiesloket_app
  using (confirm_sha256 = (select platform.citizen_session()) or stop_sha256 = (select platform.citizen_session()));

-- What leaves, and what became of it. The key is why nobody gets the same mail twice.
create table portal.mail (
  municipality_id integer not null,
  election_id     uuid not null,
  person_index    bytea not null,
  event           text not null, -- 'letter-2', 'reminder', 'confirm-' with the subscription
  kind            text not null check (kind in ('confirm', 'letter', 'reminder')),
  voter_id        uuid not null,
  letter_id       uuid, -- that it is about; none: it asks to confirm an address
  state           text not null default 'waiting' check (state in
    ('waiting', 'sending', 'sent', 'refused', 'unconfirmed', 'dropped')),
  attempts        integer not null default 0,
  written_at      timestamptz not null,
  next_attempt_at timestamptz not null,
  claim           uuid,
  claimed_at      timestamptz,
  code            text, -- what the other side answered last: a number, or why there was none
  finished_at     timestamptz,
  primary key (municipality_id, election_id, person_index, event),
  check ((kind = 'confirm') = (letter_id is null))
);
create index mail_to_do on portal.mail (municipality_id, next_attempt_at) where state in ('waiting', 'sending');
grant select, insert, update on portal.mail to kiesloket_app;
call platform.protect_tenant_table('portal.mail');

-- How many mails to confirm an address left today, to one address and for one person, by a keyed hash of either; and addresses whose
-- owner said that nobody may ask for them. Of the installation: who mails a stranger may do it from any municipality.
create table portal.mail_limit (
  key           bytea primary key,
  day           date not null,
  sent          integer not null,
  blocked_until date
);
alter table portal.mail_limit enable row level security;
alter table portal.mail_limit force row level security;
create policy owner_counts on portal.mail_limit to current_user using (true) with check (true);

create function portal.count_mail(of_key bytea, today date, most integer) returns boolean
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  delete from portal.mail_limit l where l.key in (
    select o.key from portal.mail_limit o
    where o.key <> of_key and o.day < today and coalesce(o.blocked_until < today, true) limit 20 for update skip locked);
  insert into portal.mail_limit as l (key, day, sent) values (of_key, today, 1)
  on conflict (key) do update set day = today, sent = case when l.day = today then l.sent + 1 else 1 end
  where (l.day <> today or l.sent < most) and coalesce(l.blocked_until < today, true);
  return found;
end
$$;

create function portal.block_mail(of_key bytea, today date, until date) returns void
  language sql security definer set search_path = pg_catalog
  begin atomic
    insert into portal.mail_limit as l (key, day, sent, blocked_until) values (of_key, today, 0, until)
    on conflict (key) do update set blocked_until = excluded.blocked_until;
  end;

revoke execute on function portal.count_mail, portal.block_mail from public;
grant execute on function portal.count_mail, portal.block_mail to kiesloket_app;

-- The purge takes both along: the same function as before, with one schema more.
create or replace function retention.delete_rows(municipality integer, election uuid, tenant_table regclass) returns bigint
  language plpgsql security definer set search_path = pg_catalog as $$
declare gone bigint;
begin
  perform retention.begin_purge(municipality, election);
  if not exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace
                 where c.oid = tenant_table and c.relkind = 'r' and c.relrowsecurity
                   and n.nspname in ('voters', 'delivery', 'letters', 'portal'))
    then raise exception '% is not purged by row', tenant_table; end if;
  if exists (select from pg_attribute a where a.attrelid = tenant_table and a.attname = 'election_id') then
    execute format('delete from %s where municipality_id = $1 and election_id = $2', tenant_table)
      using municipality, election;
  else
    execute format('delete from %s where municipality_id = $1 and campaign_id = any ($2)', tenant_table)
      using municipality, retention.campaigns_of(municipality, election);
  end if;
  get diagnostics gone = row_count;
  return gone;
end
$$;
