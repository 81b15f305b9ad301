create extension if not exists pg_trgm;
create extension if not exists unaccent;
create extension if not exists citext;
create extension if not exists btree_gist;
create extension if not exists btree_gin;

-- What this installation is; stamped once, then only its settings change.
create table installation (
    singleton                 boolean primary key default true check (singleton),
    kind                      text not null check (kind in ('demo', 'sandbox', 'production')),
    created_at                timestamptz not null default now(),
    set_up_at                 timestamptz,
    public_address            text,
    default_language          text not null default 'en' check (default_language in ('en', 'fr')),
    currencies                text[] not null default '{EUR,USD}',
    domain_suffixes           text[] not null default '{onpalier.example}',
    vendor_or_distributor     text check (vendor_or_distributor in ('vendor', 'distributor')),
    automatic_approval        boolean not null default false,
    clock_offset              interval not null default '0',
    version                   integer not null default 0
);

create table spring_session (
    primary_id            char(36) not null primary key,
    session_id            char(36) not null unique,
    creation_time         bigint not null,
    last_access_time      bigint not null,
    max_inactive_interval int not null,
    expiry_time           bigint not null,
    principal_name        varchar(100)
);
create index spring_session_expiry on spring_session (expiry_time);
create index spring_session_principal on spring_session (principal_name);

create table spring_session_attributes (
    session_primary_id char(36) not null references spring_session (primary_id) on delete cascade,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea not null,
    primary key (session_primary_id, attribute_name)
);

create table shedlock (
    name       varchar(64) primary key,
    lock_until timestamptz not null,
    locked_at  timestamptz not null,
    locked_by  varchar(255) not null
);
