-- New customers as far as they are filled in; each belongs to the person who began it.
create table wizard_draft (
    id              uuid primary key,
    organization_id uuid not null,
    account_id      uuid not null,
    data            jsonb not null,
    status          text not null check (status in ('OPEN', 'SUBMITTED', 'CANCELLED')),
    relationship_id uuid,
    created_at      timestamptz not null,
    updated_at      timestamptz not null,
    version         integer not null,
    check ((status = 'SUBMITTED') = (relationship_id is not null))
);
create index wizard_draft_owner on wizard_draft (organization_id, account_id, updated_at desc, id) where status = 'OPEN';
