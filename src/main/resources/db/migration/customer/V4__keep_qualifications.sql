-- What special standing a customer had for a provider, and when; closed, never overwritten. The one that counts now also
-- stands in customer_relationship.
create table customer_qualification (
    id                uuid primary key,
    relationship_id   uuid not null references customer_relationship (id),
    provider_id       uuid not null,
    qualification     text not null check (qualification in ('EDUCATION', 'GOVERNMENT', 'NON_PROFIT')),
    education_segment text check (education_segment in ('K12', 'HIGHER_EDUCATION')),
    validation_code   text check (length(validation_code) <= 100),
    website           text check (length(website) <= 200),
    valid_from        timestamptz not null,
    valid_to          timestamptz,
    set_by            uuid,
    set_for           uuid not null,
    check (valid_to is null or valid_to >= valid_from),
    check (education_segment is null or qualification = 'EDUCATION'),
    constraint one_qualification_at_a_time
        exclude using gist (relationship_id with =, tstzrange(valid_from, valid_to) with &&)
);
create index customer_qualification_relationship on customer_qualification (relationship_id, valid_from desc, id desc);

insert into customer_qualification (id, relationship_id, provider_id, qualification, valid_from, set_for)
select gen_random_uuid(), id, provider_id, qualification, created_at, provider_id
from customer_relationship where qualification <> 'NONE';
