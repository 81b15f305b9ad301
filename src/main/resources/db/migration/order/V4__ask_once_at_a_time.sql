-- One open request for a subscription, however many ask at once; of those there may be, the latest stays.
update order_request older
set status = 'WITHDRAWN', answered_at = asked_at, answered_by = asked_by, answered_for = asked_for, version = version + 1
where status = 'OPEN' and subscription_id is not null and exists (
    select from order_request newer
    where newer.subscription_id = older.subscription_id and newer.status = 'OPEN' and newer.id > older.id);
create unique index order_request_open on order_request (subscription_id) where status = 'OPEN';
