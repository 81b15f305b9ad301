-- One row; changes with every change of the catalog. Numbers come from a sequence, so that a number of a rolled-back
-- change never names another state of the catalog.
create sequence catalog_version_number;
create table catalog_version (
    singleton boolean primary key default true check (singleton),
    version   bigint not null
);
insert into catalog_version (version) values (nextval('catalog_version_number'));

create table product (
    id        text primary key check (id ~ '^[A-Za-z0-9._-]{1,40}$'),
    publisher text not null
);
create index product_publisher on product (publisher, id);

create table product_text (
    product_id text not null references product (id),
    language   text not null check (language ~ '^[a-z]{2,3}$'),
    title      text not null,
    primary key (product_id, language)
);

create table sku (
    product_id       text not null references product (id),
    id               text not null check (id ~ '^[0-9A-Z]{4,10}$'),
    minimum_quantity integer not null default 1 check (minimum_quantity >= 1),
    maximum_quantity integer not null default 10000000 check (maximum_quantity >= minimum_quantity),
    is_add_on        boolean not null default false,
    version          integer not null default 0,
    primary key (product_id, id)
);

create table sku_text (
    product_id  text not null,
    sku_id      text not null,
    language    text not null check (language ~ '^[a-z]{2,3}$'),
    title       text not null,
    description text not null,
    primary key (product_id, sku_id, language),
    foreign key (product_id, sku_id) references sku (product_id, id)
);

-- An add-on needs one of these.
create table sku_prerequisite (
    product_id          text not null,
    sku_id              text not null,
    required_product_id text not null,
    required_sku_id     text not null,
    primary key (product_id, sku_id, required_product_id, required_sku_id),
    foreign key (product_id, sku_id) references sku (product_id, id),
    foreign key (required_product_id, required_sku_id) references sku (product_id, id)
);
create index sku_prerequisite_required on sku_prerequisite (required_product_id, required_sku_id);

create table sku_upgrade (
    product_id        text not null,
    sku_id            text not null,
    target_product_id text not null,
    target_sku_id     text not null,
    primary key (product_id, sku_id, target_product_id, target_sku_id),
    foreign key (product_id, sku_id) references sku (product_id, id),
    foreign key (target_product_id, target_sku_id) references sku (product_id, id)
);
create index sku_upgrade_target on sku_upgrade (target_product_id, target_sku_id);

create table availability (
    id           text primary key check (length(id) = 12),
    product_id   text not null,
    sku_id       text not null,
    term         text not null check (term in ('P1M', 'P1Y', 'P3Y')),
    billing_plan text not null check (billing_plan in ('MONTHLY', 'ANNUAL', 'TRIENNIAL', 'NONE')),
    market       char(2) not null,
    currency     char(3) not null,
    segment      text not null check (segment in ('COMMERCIAL', 'EDUCATION', 'CHARITY', 'GOVERNMENT')),
    is_trial     boolean not null default false,
    foreign key (product_id, sku_id) references sku (product_id, id),
    unique (product_id, sku_id, term, billing_plan, market, currency, segment)
);

-- The price an organization publishes for an availability, per license and term, over [effective_from, effective_to).
create table price (
    id              bigint generated always as identity primary key,
    availability_id text not null references availability (id),
    publisher_id    uuid not null,
    effective_from  timestamptz not null,
    effective_to    timestamptz not null default 'infinity',
    unit_amount     numeric(19, 6) not null check (unit_amount >= 0),
    retail_amount   numeric(19, 6) check (retail_amount >= 0),
    check (effective_from < effective_to),
    exclude using gist (
        availability_id with =, publisher_id with =, tstzrange(effective_from, effective_to) with &&)
);
create unique index price_availability on price (availability_id, publisher_id, effective_from);

create table catalog_import (
    id            uuid primary key,
    kind          text not null check (kind in ('PRICES', 'RULES')),
    publisher_id  uuid not null,
    account_id    uuid,
    file_name     text not null,
    status        text not null check (status in ('READING', 'READY', 'APPLYING', 'DONE', 'FAILED', 'DISCARDED')),
    percent       integer not null default 0,
    row_count     integer not null default 0,
    added         integer not null default 0,
    changed       integer not null default 0,
    unchanged     integer not null default 0,
    ended         integer not null default 0,
    refused       integer not null default 0,
    texts_changed integer not null default 0,
    failure_code  text,
    failure_value text,
    created_at    timestamptz not null,
    alive_at      timestamptz not null default now()
);
create index catalog_import_latest on catalog_import (created_at desc, id);

create table catalog_import_refusal (
    import_id uuid not null references catalog_import (id) on delete cascade,
    line      bigint not null,
    reason    text not null,
    value     text not null,
    primary key (import_id, line)
);

-- Staging: lives from the reading of a file to its application; lost in a crash without harm, hence unlogged.
create unlogged table catalog_import_row (
    import_id       uuid not null,
    line            bigint not null,
    availability_id text not null,
    product_id      text not null,
    sku_id          text not null,
    publisher       text not null,
    term            text not null,
    billing_plan    text not null,
    market          char(2) not null,
    currency        char(3) not null,
    segment         text not null,
    is_trial        boolean not null,
    unit_amount     numeric(19, 6) not null,
    retail_amount   numeric(19, 6),
    effective_from  timestamptz not null,
    effective_to    timestamptz not null,
    effective_until timestamptz,
    previous_amount numeric(19, 6),
    outcome         text,
    primary key (import_id, availability_id, effective_from)
);

create unlogged table catalog_import_text (
    import_id     uuid not null,
    product_id    text not null,
    sku_id        text not null,
    language      text not null,
    product_title text not null,
    title         text not null,
    description   text not null,
    primary key (import_id, product_id, sku_id, language)
);
