-- Corrections go before the campaign whose documents they replace.

alter table delivery.campaign add column goes_first boolean not null default false;
