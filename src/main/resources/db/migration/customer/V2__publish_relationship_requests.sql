-- SQL door to relationship requests: how they stand, not what they say.
create view relationship_request_view as
select id, requester_id, provider_id, reseller_id, state, created_at, expires_at, customer_id from relationship_request;
comment on view relationship_request_view is 'Requests for a relationship with an existing customer, without recipient and text';

create index customer_relationship_without_agreement on customer_relationship (provider_id, created_at)
    where agreement_accepted_at is null and removed_at is null;
