-- The SQL door of this module.
create view service_request_view as
select id, opened_for, handled_by, provider_id, customer_id, relationship_id, subscription_id, severity, status, opened_at
from service_request;
comment on view service_request_view is 'Service requests without what was written';
