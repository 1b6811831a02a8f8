-- Who added a wrong document to their request takes it back, as long as nobody found the request complete and nobody decided: the sealed
-- file goes, and only the audit log tells that it was there.
grant delete on bureaus.evidence to kiesloket_app;
