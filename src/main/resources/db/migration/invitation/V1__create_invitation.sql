-- Requests with a personal link to one recipient. What is asked for, the module that asks keeps under the same id.
create table invitation (
    id           uuid primary key,
    purpose      text not null,
    sender_id    uuid not null,
    companion_id uuid check (companion_id <> sender_id),
    recipient    citext not null check (length(recipient) between 3 and 254),
    language     text not null check (language in ('en', 'fr')),
    subject      text not null check (length(subject) between 1 and 200),
    body         text not null check (length(body) <= 6000),
    state        text not null
        check (state in ('DRAFT', 'SENT', 'OPENED', 'ACCEPTED', 'DECLINED', 'EXPIRED', 'WITHDRAWN')),
    created_at   timestamptz not null,
    expires_at   timestamptz not null,
    answered_by  uuid,
    reason       text check (length(reason) <= 1000),
    search_text  text not null,
    version      integer not null default 0
);
create index invitation_sender on invitation (sender_id, purpose, id desc);
create index invitation_companion on invitation (companion_id, purpose, id desc) where companion_id is not null;
create index invitation_search on invitation using gin (sender_id, search_text gin_trgm_ops);
create index invitation_due on invitation (expires_at) where state in ('DRAFT', 'SENT', 'OPENED');

-- The timeline of an invitation.
create table invitation_event (
    id              uuid primary key,
    invitation_id   uuid not null references invitation (id),
    at              timestamptz not null,
    kind            text not null,
    organization_id uuid,
    account_id      uuid,
    detail          text
);
create index invitation_event_invitation on invitation_event (invitation_id, at, id);
