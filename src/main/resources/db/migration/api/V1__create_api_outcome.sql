-- How API requests were answered, so that one that is repeated is not done twice.
create table api_outcome (
    organization_id uuid not null,
    hash            char(64) not null,
    status          integer not null,
    location        text,
    body            text not null,
    secret          bytea,
    secret_until    timestamptz,
    kept_until      timestamptz not null,
    primary key (organization_id, hash),
    check ((secret is null) = (secret_until is null))
);
create index api_outcome_kept_until on api_outcome (kept_until);
create index api_outcome_secret_until on api_outcome (secret_until) where secret_until is not null;
