create table notification (
    id              uuid primary key,
    organization_id uuid not null,
    kind            text not null,
    -- What it is about; with the kind and the time it tells a repeated event from a new one.
    subject         text not null,
    arguments       text[] not null,
    link            text not null check (link like '/%' and link not like '//%'),
    at              timestamptz not null,
    unique (organization_id, kind, subject, at)
);
create index notification_organization on notification (organization_id, at desc, id desc);

create table notification_read (
    membership_id   uuid not null,
    notification_id uuid not null references notification (id) on delete cascade,
    primary key (membership_id, notification_id)
);
create index notification_read_notification on notification_read (notification_id);
