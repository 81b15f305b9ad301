create table account (
    id                 uuid primary key,
    sign_in_name       citext not null unique check (length(sign_in_name) between 3 and 200),
    contact_email      citext,
    first_name         text not null default '',
    last_name          text not null default '',
    display_name       text not null check (length(display_name) between 1 and 120),
    password_hash      text,
    password_temporary boolean not null default false,
    language           text not null check (language in ('en', 'fr')),
    zone               text not null default 'UTC',
    created_at         timestamptz not null,
    version            integer not null
);
-- Sign-in by e-mail works while only one account has it.
create index account_contact_email on account (contact_email);

create table membership (
    id              uuid primary key,
    account_id      uuid not null references account (id) on delete cascade,
    organization_id uuid not null,
    roles           text[] not null,
    status          text not null check (status in ('ACTIVE', 'DEACTIVATED', 'DELETED')),
    status_since    timestamptz not null,
    created_at      timestamptz not null,
    version         integer not null,
    unique (organization_id, account_id)
);
create index membership_account on membership (account_id);
create index membership_organization on membership (organization_id, status, id);

-- Failed sign-ins, by name and by where they came from; see SignInGuard.
create table sign_in_failure (
    subject      text primary key,
    failures     integer not null,
    last_at      timestamptz not null,
    locked_until timestamptz
);

-- The SQL door of this module.
create view membership_view as
select m.id, m.account_id, m.organization_id, m.roles, m.status, m.status_since, a.sign_in_name::text as sign_in_name,
       a.contact_email::text as contact_email, a.first_name, a.last_name, a.display_name
from membership m
join account a on a.id = m.account_id;
