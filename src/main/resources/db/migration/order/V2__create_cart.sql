-- What a program has put together for a customer and not yet ordered; one organization's own.
create table cart (
    id              uuid primary key,
    organization_id uuid not null,
    relationship_id uuid not null,
    lines           jsonb not null,
    created_at      timestamptz not null,
    modified_at     timestamptz not null,
    modified_by     uuid not null,
    expires_at      timestamptz not null,
    order_id        uuid references orders (id)
);
create index cart_organization on cart (organization_id, id);
create index cart_expiry on cart (expires_at);
