-- Recipients, messages, states and timelines of relationship requests are kept as invitations; what is asked stays here.
insert into invitation (id, purpose, sender_id, companion_id, recipient, language, subject, body, state, created_at,
    expires_at, answered_by, reason, search_text, version)
select id, 'relationship-request', requester_id, case when requester_id = provider_id then reseller_id else provider_id end,
       recipient, language, subject, body, state, created_at, expires_at, customer_id, reason, lower(recipient), version
from relationship_request;

insert into invitation_event (id, invitation_id, at, kind, account_id)
select id, request_id, at, case state when 'DRAFT' then 'DRAFTED' else state end, account_id from relationship_request_step;

drop view relationship_request_view;
drop table relationship_request_step;
alter table relationship_request
    drop column requester_id, drop column recipient_name, drop column recipient, drop column language,
    drop column subject, drop column body, drop column state, drop column created_by, drop column created_at,
    drop column expires_at, drop column answered_by, drop column customer_id, drop column reason, drop column version;

create view relationship_request_view as
select i.id, i.sender_id as requester_id, r.provider_id, r.reseller_id, i.state, i.created_at, i.expires_at,
       i.answered_by as customer_id
from invitation i
join relationship_request r on r.id = i.id;
comment on view relationship_request_view is 'Requests for a relationship with an existing customer, without recipient and text';
