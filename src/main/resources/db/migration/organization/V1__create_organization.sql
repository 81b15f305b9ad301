create table organization (
    id                  uuid primary key,
    kind                text not null check (kind in ('OPERATOR', 'INDIRECT_PROVIDER', 'INDIRECT_RESELLER', 'CUSTOMER')),
    name                text not null check (length(name) between 1 and 200),
    sort_name           text not null,
    address_country     char(2) not null,
    address_line1       text not null default '',
    address_line2       text,
    address_city        text not null default '',
    address_state       text,
    address_postal_code text,
    language            text not null check (language in ('en', 'fr')),
    currency            char(3),
    location_partner_id text unique,
    support_email       text,
    support_phone       text,
    support_website     text,
    status              text not null default 'ACTIVE' check (status in ('ACTIVE', 'SUSPENDED')),
    status_reason       text,
    created_at          timestamptz not null,
    version             integer not null
);
create index organization_kind_name on organization (kind, sort_name, id);

create table organization_domain (
    domain          citext primary key,
    organization_id uuid not null references organization (id),
    is_primary      boolean not null default false
);
create unique index organization_domain_primary on organization_domain (organization_id) where is_primary;
create index organization_domain_organization on organization_domain (organization_id);

-- The SQL door of this module: other modules join this view, never the tables.
create view organization_view as
select o.id, o.kind, o.name, o.sort_name, o.address_country as country, o.language, o.currency,
       o.location_partner_id, o.status, d.domain::text as primary_domain
from organization o
left join organization_domain d on d.organization_id = o.id and d.is_primary;
