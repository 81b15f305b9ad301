-- SQL doors to assigned licenses and to what happened to the number of licenses.
create view license_view as
select l.subscription_id, s.provider_id, s.customer_id, l.relationship_id, l.membership_id, l.assigned_at
from license_assignment l join subscription s on s.id = l.subscription_id;
comment on view license_view is 'Licenses assigned to users';

create view subscription_quantity_view as
select c.subscription_id, c.at, c.before::integer as before, c.after::integer as after
from subscription_change c
where c.kind = 'subscription.quantity-changed' and c.before ~ '^[0-9]{1,9}$' and c.after ~ '^[0-9]{1,9}$';
comment on view subscription_quantity_view is 'Changes of the number of licenses';

-- What needs attention: few rows of many.
create index subscription_ending on subscription (provider_id, ends_at) where status = 'ACTIVE' and not auto_renew;
create index subscription_suspended on subscription (provider_id, status_since) where status = 'SUSPENDED';
