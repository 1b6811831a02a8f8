-- Which report first named a step of a purge. A process that ends between the last step and its report leaves steps
-- without one: the next turn writes it.

alter table retention.purged add column report_id uuid;
grant update (report_id) on retention.purged to kiesloket_app;
