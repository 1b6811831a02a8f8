-- Unusual look-ups that wait for somebody to ask about them are found without going through a long log.
create index audit_event_unusual on platform.audit_event (municipality_id, event_id)
  where action = 'audit.unusual-look-up';
create index audit_event_examined on platform.audit_event (municipality_id, ((details ->> 'event')))
  where action = 'audit.look-up-examined';
-- In which role somebody did something: that of the login before it.
create index audit_event_logins on platform.audit_event (municipality_id, actor, event_id)
  where action = 'staff.logged-in';
