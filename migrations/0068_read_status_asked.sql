-- When it was last asked, to the end, which documents of a campaign were opened: so that staff see how old the counts are, and the
-- party is not asked over and over.

alter table delivery.campaign add column read_status_asked_at timestamptz;
