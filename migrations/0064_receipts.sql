-- A receipt that comes back a second time is noticed when it is written down. On a large table this index keeps who writes
-- waiting while it is made.

create index delivery_receipt on delivery.delivery (municipality_id, campaign_id, receipt) where receipt is not null;
