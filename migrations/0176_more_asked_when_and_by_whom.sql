-- When more was asked of who asks to be excused, and by whom: what came in since then answers it. Of what was asked before this, nothing is
-- known of either.
alter table bureaus.excuse
  add column more_asked_at timestamptz,
  add column more_asked_by text;
