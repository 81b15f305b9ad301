-- One row for each organization in whose activity log the record appears. Partitions by month are made at start;
-- the default one catches what a moved clock writes beyond them.
create table audit_record (
    owner_id        uuid not null,
    at              timestamptz not null,
    id              uuid not null,
    organization_id uuid not null,
    account_id      uuid,
    application_id  uuid,
    customer_id     uuid,
    kind            text not null,
    subject         text not null,
    subject_id      uuid not null,
    before          jsonb not null,
    after           jsonb not null,
    primary key (owner_id, at, id)
) partition by range (at);
create table audit_record_other partition of audit_record default;
create index audit_record_customer on audit_record (owner_id, customer_id, at desc, id desc);
create index audit_record_account on audit_record (owner_id, account_id, at desc, id desc);
create index audit_record_kind on audit_record (owner_id, kind, at desc, id desc);
create index audit_record_subject on audit_record (owner_id, subject_id, at desc, id desc);

revoke update, delete, truncate on audit_record, audit_record_other from ${application_role};
