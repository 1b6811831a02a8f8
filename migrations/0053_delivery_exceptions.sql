-- What needs a person is a few rows among hundreds of thousands: the list of it is read from an index of its own, which
-- costs nothing while letters arrive.

create index delivery_exceptions on delivery.delivery (municipality_id, campaign_id, state, document_id)
  where state in ('unreachable', 'refused', 'unconfirmed');
