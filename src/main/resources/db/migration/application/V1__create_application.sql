-- An application is registered by an organization and acts for it, by a membership of its own.
create table application (
    id                 uuid primary key,
    organization_id    uuid not null,
    membership_id      uuid not null unique,
    name               text not null check (length(name) between 1 and 100),
    kind               text not null check (kind in ('CONFIDENTIAL', 'PUBLIC')),
    redirect_addresses text[] not null,
    roles              text[] not null,
    service_account    boolean not null,
    created_at         timestamptz not null,
    created_by         uuid not null,
    revoked_at         timestamptz,
    last_used_at       timestamptz,
    version            integer not null
);
create index application_organization on application (organization_id, id);

-- Secrets are random and long, so a plain hash of one tells nothing.
create table application_secret (
    id             uuid primary key,
    application_id uuid not null references application (id),
    hash           text not null unique,
    hint           text not null,
    created_at     timestamptz not null,
    expires_at     timestamptz not null,
    revoked_at     timestamptz,
    last_used_at   timestamptz
);
create index application_secret_application on application_secret (application_id);

-- What a person has let an application do; its tokens are kept as hashes.
create table application_grant (
    id                uuid primary key,
    application_id    uuid not null references application (id),
    grant_type        text not null,
    principal_name    text not null,
    account_id        uuid,
    membership_id     uuid,
    second_factor     boolean not null,
    authorization_uri text,
    redirect_address  text,
    state             text,
    requested_scopes  text[] not null,
    authorized_scopes text[] not null,
    parameters        jsonb not null,
    created_at        timestamptz not null,
    revoked_at        timestamptz
);
create index application_grant_application on application_grant (application_id);
create index application_grant_account on application_grant (account_id);

create table application_grant_token (
    hash       text primary key,
    grant_id   uuid not null references application_grant (id) on delete cascade,
    kind       text not null check (kind in ('STATE', 'CODE', 'DEVICE_CODE', 'USER_CODE', 'REFRESH')),
    issued_at  timestamptz not null,
    expires_at timestamptz not null,
    is_over    boolean not null
);
create index application_grant_token_grant on application_grant_token (grant_id);
create index application_grant_token_expiry on application_grant_token (expires_at);

create table application_consent (
    application_id uuid not null references application (id),
    account_id     uuid not null,
    scopes         text[] not null,
    given_at       timestamptz not null,
    primary key (application_id, account_id)
);

-- Keys that sign tokens; the private half is encrypted. Numbered, so that of two nodes only one makes the next.
create table signing_key (
    number      integer primary key,
    id          text not null unique,
    public_key  text not null,
    private_key bytea not null,
    created_at  timestamptz not null
);
