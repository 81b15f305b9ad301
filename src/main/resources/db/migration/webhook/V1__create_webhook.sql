-- Where an organization wants to be told of what happens; one for each.
create table webhook_registration (
    organization_id   uuid primary key,
    url               text not null check (length(url) <= 2000),
    events            text[] not null,
    own_header        boolean not null,
    changed_at        timestamptz not null
);

-- What is to be told, and whether it was.
create table webhook_delivery (
    id              uuid primary key,
    organization_id uuid not null,
    event           text not null,
    body            text not null,
    status          text not null check (status in ('WAITING', 'DELIVERED', 'PARKED')),
    attempts        integer not null,
    next_at         timestamptz not null,
    created_at      timestamptz not null
);
create index webhook_delivery_log on webhook_delivery (organization_id, id desc);
create index webhook_delivery_due on webhook_delivery (next_at) where status = 'WAITING';

-- Every try to deliver it.
create table webhook_attempt (
    delivery_id   uuid not null references webhook_delivery (id) on delete cascade,
    number        integer not null,
    at            timestamptz not null,
    url           text not null,
    response_code integer,
    message       text not null,
    primary key (delivery_id, number)
);

-- The key that deliveries are signed with; its private half sealed under the master key.
create table webhook_key (
    singleton   boolean primary key default true check (singleton),
    certificate text not null,
    private_key bytea not null
);
