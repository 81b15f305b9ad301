-- What one provider has with one customer. Name, domains and users belong to the customer's organization; no provider
-- learns anything of another's row.
create table customer_relationship (
    id                      uuid primary key,
    provider_id             uuid not null,
    customer_id             uuid not null,
    contact_first_name      text not null,
    contact_last_name       text not null,
    contact_email           text not null,
    contact_phone           text,
    billing_name            text not null check (length(billing_name) between 1 and 200),
    billing_email           text,
    billing_country         char(2) not null,
    billing_line1           text not null,
    billing_line2           text,
    billing_city            text not null,
    billing_state           text,
    billing_postal_code     text,
    registration_number     text,
    qualification           text not null check (qualification in ('NONE', 'EDUCATION', 'GOVERNMENT', 'NON_PROFIT')),
    delegated_admin         boolean not null,
    agreement_accepted_at   timestamptz,
    agreement_version_id    uuid,
    agreement_by            text check (agreement_by in ('ATTESTED', 'ACCEPTED')),
    agreement_first_name    text,
    agreement_last_name     text,
    agreement_email         text,
    agreement_phone         text,
    agreement_recorded_by   uuid,
    agreement_recorded_at   timestamptz,
    created_at              timestamptz not null,
    removed_at              timestamptz,
    version                 integer not null,
    unique (provider_id, customer_id),
    check ((agreement_accepted_at is null) = (agreement_by is null))
);
create index customer_relationship_customer on customer_relationship (customer_id, created_at, id);

-- Customer-level association: which reseller looks after the customer for this provider. Closed, never overwritten.
create table customer_reseller (
    id              uuid primary key,
    relationship_id uuid not null references customer_relationship (id),
    provider_id     uuid not null,
    reseller_id     uuid not null,
    delegated       boolean not null,
    valid_from      timestamptz not null,
    valid_to        timestamptz,
    why             text not null,
    set_by          uuid,
    set_for         uuid not null,
    ended_why       text,
    ended_by        uuid,
    ended_for       uuid,
    check (valid_to is null or valid_to >= valid_from),
    constraint one_reseller_at_a_time exclude using gist (relationship_id with =, tstzrange(valid_from, valid_to) with &&)
);
create index customer_reseller_relationship on customer_reseller (relationship_id, valid_from desc, id desc);
create index customer_reseller_open on customer_reseller (provider_id, reseller_id, relationship_id) where valid_to is null;
create index customer_reseller_reseller on customer_reseller (reseller_id, relationship_id) where valid_to is null;

-- The list of customers as each organization sees it, kept in the transaction of every change.
create table customer_listing (
    viewer_organization uuid not null,
    relationship_id     uuid not null references customer_relationship (id),
    provider_id         uuid not null,
    customer_id         uuid not null,
    reseller_id         uuid,
    name                text not null,
    sort_name           text not null,
    domain              text not null,
    search_text         text not null,
    primary key (viewer_organization, relationship_id)
);
create index customer_listing_name on customer_listing (viewer_organization, sort_name, relationship_id);
create index customer_listing_reseller on customer_listing (viewer_organization, reseller_id, sort_name, relationship_id);
create index customer_listing_search on customer_listing using gin (viewer_organization, search_text gin_trgm_ops);
create index customer_listing_relationship on customer_listing (relationship_id);

-- A request for a relationship with a customer that exists already; its link is a keyed code of the id.
create table relationship_request (
    id             uuid primary key,
    requester_id   uuid not null,
    provider_id    uuid not null,
    reseller_id    uuid,
    delegated      boolean not null,
    recipient_name text not null,
    recipient      text not null,
    language       text not null check (language in ('en', 'fr')),
    subject        text not null,
    body           text not null,
    state          text not null check (state in ('DRAFT', 'SENT', 'OPENED', 'ACCEPTED', 'DECLINED', 'WITHDRAWN', 'EXPIRED')),
    created_by     uuid not null,
    created_at     timestamptz not null,
    expires_at     timestamptz not null,
    answered_by    uuid,
    customer_id    uuid,
    reason         text,
    version        integer not null
);
create index relationship_request_requester on relationship_request (requester_id, id desc);

create table relationship_request_step (
    request_id uuid not null references relationship_request (id),
    at         timestamptz not null,
    id         uuid not null,
    state      text not null,
    account_id uuid,
    primary key (request_id, at, id)
);

-- The SQL door of this module: other modules join this view, never the tables.
create view customer_relationship_view as
select r.id, r.provider_id, r.customer_id, o.name as customer_name, o.primary_domain, r.removed_at is null as active,
       r.agreement_accepted_at, a.reseller_id, o.country,
       case r.qualification when 'NONE' then 'COMMERCIAL' when 'NON_PROFIT' then 'CHARITY' else r.qualification end as segment,
       r.delegated_admin, a.delegated as reseller_delegated, a.valid_from as reseller_since, r.created_at, r.removed_at
from customer_relationship r
join organization_view o on o.id = r.customer_id
left join customer_reseller a on a.relationship_id = r.id and a.valid_to is null;
comment on view customer_relationship_view is
    'Relationships of providers with customers; reseller_id is the open customer-level association, segment the catalog segment';
