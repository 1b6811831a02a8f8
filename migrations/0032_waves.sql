-- What of a campaign may leave now. A wave is a range of batches: only those leave until somebody looked and let the
-- others go; an empty range holds everything back. A schedule says from which day, at which hours and how many a day.

alter table delivery.campaign
  add column wave_from    integer,
  add column wave_through integer,
  add column schedule     jsonb,
  add constraint wave_has_two_ends check ((wave_from is null) = (wave_through is null));

comment on column delivery.campaign.wave_from is 'first batch that may leave; null: all of them';
comment on column delivery.campaign.wave_through is 'last one; before the first: none';
comment on column delivery.campaign.schedule is '{"startsOn", "hours": {"from", "until"}, "perDay"}, by the clock in Brussels';
