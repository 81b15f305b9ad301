-- What an organization asks another for help with; about one customer of a provider, or about itself.
create table service_request (
    id                uuid primary key,
    number            text not null unique check (number ~ '^[0-9]{15}$'),
    opened_for        uuid not null,
    opened_by         uuid,
    opened_at         timestamptz not null,
    handled_by        uuid not null check (handled_by <> opened_for),
    provider_id       uuid,
    customer_id       uuid,
    relationship_id   uuid,
    subscription_id   uuid,
    topic             text not null,
    severity          text not null check (severity in ('CRITICAL', 'MODERATE', 'MINIMAL')),
    title             text not null check (length(title) between 1 and 200),
    description       text not null check (length(description) between 1 and 10000),
    language          text not null check (language in ('en', 'fr')),
    contact_first     text not null,
    contact_last      text not null,
    contact_email     text not null,
    contact_phone     text,
    status            text not null check (status in ('OPEN', 'ATTENTION_NEEDED', 'CLOSED')),
    first_response_at timestamptz,
    changed_for       uuid not null,
    changed_at        timestamptz not null,
    closed_at         timestamptz,
    search_text       text not null,
    version           integer not null,
    check ((customer_id is null) = (relationship_id is null)),
    check (customer_id is null or provider_id is not null),
    check (subscription_id is null or customer_id is not null)
);
create index service_request_provider on service_request (provider_id, id desc);
create index service_request_opener on service_request (opened_for, id desc);
create index service_request_handler on service_request (handled_by, id desc);
create index service_request_relationship on service_request (relationship_id, id desc);
create index service_request_customer on service_request (customer_id, id desc);
create index service_request_search on service_request using gin (provider_id, search_text gin_trgm_ops);

-- What was written to it since; never changed.
create table service_request_note (
    request_id      uuid not null references service_request (id),
    id              uuid not null,
    organization_id uuid not null,
    account_id      uuid,
    at              timestamptz not null,
    text            text check (length(text) between 1 and 10000),
    status          text check (status in ('OPEN', 'ATTENTION_NEEDED', 'CLOSED')),
    primary key (request_id, id),
    check (text is not null or status is not null)
);
