create table subscription (
    id               uuid primary key,
    provider_id      uuid not null,
    customer_id      uuid not null,
    relationship_id  uuid not null,
    order_id         uuid not null,
    availability_id  text not null,
    product_id       text not null,
    sku_id           text not null,
    title_en         text not null,
    title_fr         text not null,
    term             text not null check (term in ('P1M', 'P1Y', 'P3Y')),
    plan             text not null check (plan in ('MONTHLY', 'ANNUAL', 'TRIENNIAL', 'NONE')),
    trial            boolean not null,
    add_on           boolean not null,
    quantity         integer not null,
    minimum_quantity integer not null check (minimum_quantity >= 1),
    maximum_quantity integer not null check (maximum_quantity >= minimum_quantity),
    status           text not null check (status in ('ACTIVE', 'SUSPENDED', 'EXPIRED', 'CANCELED')),
    status_since     timestamptz not null,
    nickname         text check (length(nickname) between 1 and 120),
    auto_renew       boolean not null,
    starts_at        timestamptz not null,
    ends_at          timestamptz not null check (ends_at > starts_at),
    unit_amount      numeric(19, 6) not null check (unit_amount >= 0),
    unit_currency    char(3) not null,
    created_at       timestamptz not null,
    version          integer not null,
    check (quantity between minimum_quantity and maximum_quantity)
);
create index subscription_relationship on subscription (relationship_id, id desc);
create index subscription_provider on subscription (provider_id, id desc);
create index subscription_customer on subscription (customer_id, id desc);
create index subscription_order on subscription (order_id, id);

-- Which reseller is credited for a subscription; none while the provider sells it itself. Closed, never overwritten.
create table partner_of_record (
    id              uuid primary key,
    subscription_id uuid not null references subscription (id),
    provider_id     uuid not null,
    organization_id uuid not null,
    valid_from      timestamptz not null,
    valid_to        timestamptz,
    why             text not null,
    set_by          uuid,
    set_for         uuid not null,
    ended_why       text,
    ended_by        uuid,
    ended_for       uuid,
    check (valid_to is null or valid_to >= valid_from),
    constraint one_partner_of_record_at_a_time
        exclude using gist (subscription_id with =, tstzrange(valid_from, valid_to) with &&)
);
create unique index partner_of_record_open on partner_of_record (subscription_id) where valid_to is null;
create index partner_of_record_reseller on partner_of_record (organization_id, subscription_id desc) where valid_to is null;
create index partner_of_record_provider on partner_of_record (provider_id, organization_id) where valid_to is null;

-- Whom the customer sees for help; the provider at first. Closed, never overwritten.
create table support_contact (
    id              uuid primary key,
    subscription_id uuid not null references subscription (id),
    provider_id     uuid not null,
    organization_id uuid not null,
    valid_from      timestamptz not null,
    valid_to        timestamptz,
    why             text not null,
    set_by          uuid,
    set_for         uuid not null,
    ended_why       text,
    ended_by        uuid,
    ended_for       uuid,
    check (valid_to is null or valid_to >= valid_from),
    constraint one_support_contact_at_a_time
        exclude using gist (subscription_id with =, tstzrange(valid_from, valid_to) with &&)
);
create unique index support_contact_open on support_contact (subscription_id) where valid_to is null;
create index support_contact_organization on support_contact (organization_id, subscription_id desc) where valid_to is null;
create index support_contact_provider on support_contact (provider_id, organization_id) where valid_to is null;

-- What a subscription went through, for its timeline; an upgrade keeps what it was before.
create table subscription_change (
    subscription_id uuid not null references subscription (id),
    at              timestamptz not null,
    id              uuid not null,
    kind            text not null,
    before          text,
    after           text,
    account_id      uuid,
    organization_id uuid not null,
    primary key (subscription_id, at, id)
);

create table license_assignment (
    subscription_id uuid not null references subscription (id),
    relationship_id uuid not null,
    membership_id   uuid not null,
    assigned_at     timestamptz not null,
    assigned_by     uuid,
    primary key (subscription_id, membership_id)
);
create index license_assignment_member on license_assignment (relationship_id, membership_id);
create index license_assignment_user on license_assignment (membership_id);

-- The SQL doors of this module: other modules join these views, never the tables.
create view subscription_view as
select s.id, s.provider_id, s.customer_id, s.relationship_id, s.order_id, s.availability_id, s.product_id, s.sku_id,
       s.title_en, s.title_fr, s.term, s.plan, s.trial, s.add_on, s.quantity, s.status, s.status_since, s.nickname,
       s.auto_renew, s.starts_at, s.ends_at, s.unit_amount, s.unit_currency, s.created_at,
       p.organization_id as reseller_id, c.organization_id as support_contact_id
from subscription s
left join partner_of_record p on p.subscription_id = s.id and p.valid_to is null
left join support_contact c on c.subscription_id = s.id and c.valid_to is null;
comment on view subscription_view is 'Subscriptions with their open partner of record and support contact';

create view subscription_association_view as
select p.subscription_id, s.relationship_id, p.provider_id, p.organization_id, 'PARTNER_OF_RECORD' as kind,
       p.valid_from, p.valid_to
from partner_of_record p join subscription s on s.id = p.subscription_id
union all
select c.subscription_id, s.relationship_id, c.provider_id, c.organization_id, 'SUPPORT_CONTACT', c.valid_from, c.valid_to
from support_contact c join subscription s on s.id = c.subscription_id;
comment on view subscription_association_view is 'All periods of partners of record and support contacts';
