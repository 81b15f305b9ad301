-- SQL doors to partnership requests and enrollments: how they stand, not what they say.
create view partnership_request_view as
select id, provider_id, state, created_at, expires_at, reseller_id from partnership_request;
comment on view partnership_request_view is 'Partnership requests of a provider, without recipient and text';

create view enrollment_view as
select organization_id as reseller_id, state, submitted_at, answered_at from enrollment;
comment on view enrollment_view is 'Enrollments of resellers';
