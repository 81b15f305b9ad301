create table orders (
    id              uuid primary key,
    provider_id     uuid not null,
    request_id      uuid not null,
    number          text not null,
    customer_id     uuid not null,
    relationship_id uuid not null,
    placed_at       timestamptz not null,
    placed_by       uuid,
    placed_for      uuid not null,
    unique (provider_id, request_id),
    unique (provider_id, number)
);
create index orders_relationship on orders (relationship_id, id desc);

create table order_line (
    order_id        uuid not null references orders (id),
    line            integer not null,
    subscription_id uuid not null,
    availability_id text not null,
    title_en        text not null,
    title_fr        text not null,
    term            text not null,
    plan            text not null,
    quantity        integer not null check (quantity >= 1),
    reseller_id     uuid,
    unit_amount     numeric(19, 6) not null,
    unit_currency   char(3) not null,
    primary key (order_id, line)
);

-- What somebody without the right to do it asks for; who may, approves it with one click.
create table order_request (
    id              uuid primary key,
    provider_id     uuid not null,
    relationship_id uuid not null,
    customer_id     uuid not null,
    asked_for       uuid not null,
    asked_by        uuid,
    asked_at        timestamptz not null,
    kind            text not null check (kind in ('ORDER', 'UPGRADE', 'QUANTITY')),
    subscription_id uuid,
    status          text not null check (status in ('OPEN', 'APPROVED', 'REFUSED', 'WITHDRAWN')),
    answered_for    uuid,
    answered_by     uuid,
    answered_at     timestamptz,
    reason          text,
    order_id        uuid,
    version         integer not null,
    check ((kind = 'ORDER') = (subscription_id is null)),
    check ((status = 'OPEN') = (answered_at is null))
);
create index order_request_provider on order_request (provider_id, (status = 'OPEN'), id desc);
create index order_request_asker on order_request (asked_for, id desc);
create index order_request_relationship on order_request (relationship_id, id desc);

create table order_request_line (
    request_id      uuid not null references order_request (id),
    line            integer not null,
    availability_id text not null,
    title_en        text not null,
    title_fr        text not null,
    quantity        integer not null check (quantity >= 1),
    reseller_id     uuid,
    primary key (request_id, line)
);

-- The SQL doors of this module.
create view order_view as
select o.id, o.provider_id, o.number, o.customer_id, o.relationship_id, o.placed_at, o.placed_for from orders o;
create view order_request_view as
select id, provider_id, relationship_id, customer_id, asked_for, asked_at, kind, subscription_id, status, answered_at
from order_request;
