create or replace view partnership_request_view as
select id, sender_id as provider_id, state, created_at, expires_at, answered_by as reseller_id
from invitation where purpose = 'partnership-request';

drop table partnership_request_event;
drop table partnership_request;
