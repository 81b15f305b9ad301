-- SQL door to the outbox: how mail stands, not what it says or to whom.
create view mail_view as select id, queued_at, state, sent_at from mail_outbox;
create index mail_outbox_failed on mail_outbox (queued_at) where state = 'FAILED';
