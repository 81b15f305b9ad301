-- Mail waiting to be sent, or sent. The text holds {link} where the secret link stands; the link itself is encrypted
-- and forgotten once the message has left.
create table mail_outbox (
    id              uuid primary key default gen_random_uuid(),
    queued_at       timestamptz not null default now(),
    recipient       text not null,
    reply_to        text,
    language        text not null,
    subject         text not null,
    body            text not null,
    link            text,
    state           text not null default 'QUEUED' check (state in ('QUEUED', 'SENT', 'FAILED')),
    attempts        integer not null default 0,
    next_attempt_at timestamptz not null default now(),
    sent_at         timestamptz,
    problem         text
);
create index mail_outbox_due on mail_outbox (next_attempt_at) where state = 'QUEUED';
create index mail_outbox_latest on mail_outbox (queued_at desc, id desc);
