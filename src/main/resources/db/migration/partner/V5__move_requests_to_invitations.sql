-- Partnership requests live on as invitations.
insert into invitation (id, purpose, sender_id, recipient, language, subject, body, state, created_at, expires_at,
    answered_by, reason, search_text, version)
select r.id, 'partnership-request', r.provider_id, r.recipient, r.language, r.subject, r.body, r.state, r.created_at,
       r.expires_at, r.reseller_id, r.reason, lower(r.recipient::text) || coalesce(' ' || o.sort_name, ''), r.version
from partnership_request r
left join organization_view o on o.id = r.reseller_id;

insert into invitation_event (id, invitation_id, at, kind, organization_id, account_id, detail)
select id, request_id, at, kind, organization_id, account_id, detail from partnership_request_event;
