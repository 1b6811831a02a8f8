-- Enterprise number of the court or main bureau that somebody logged in for; null for staff of the municipality. Such a session
-- holds as long as the grant does.
alter table municipalities.staff_session add column authority text;
