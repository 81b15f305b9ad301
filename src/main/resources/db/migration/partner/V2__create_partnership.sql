-- Who works with whom, and when. Closed periods stay; at most one is open.
create table partnership (
    id          uuid primary key,
    provider_id uuid not null,
    reseller_id uuid not null check (reseller_id <> provider_id),
    active_from timestamptz not null,
    active_to   timestamptz check (active_to >= active_from),
    may_order   boolean not null default false,
    request_id  uuid,
    version     integer not null default 0,
    constraint partnership_periods_do_not_overlap
        exclude using gist (provider_id with =, reseller_id with =, tstzrange(active_from, active_to) with &&)
);
create unique index partnership_open on partnership (provider_id, reseller_id) where active_to is null;
create index partnership_provider on partnership (provider_id, active_to, id);
create index partnership_pair on partnership (provider_id, reseller_id, active_from, id);
create index partnership_reseller on partnership (reseller_id, id);

create table partnership_request (
    id          uuid primary key,
    provider_id uuid not null,
    recipient   citext not null check (length(recipient) between 3 and 254),
    language    text not null check (language in ('en', 'fr')),
    subject     text not null check (length(subject) between 1 and 200),
    body        text not null check (length(body) <= 6000),
    state       text not null
        check (state in ('DRAFT', 'SENT', 'OPENED', 'ACCEPTED', 'DECLINED', 'EXPIRED', 'WITHDRAWN')),
    created_by  uuid,
    created_at  timestamptz not null,
    expires_at  timestamptz not null,
    reseller_id uuid,
    reason      text check (length(reason) <= 1000),
    version     integer not null default 0
);
create index partnership_request_provider on partnership_request (provider_id, id desc);
create index partnership_request_due on partnership_request (expires_at) where state in ('DRAFT', 'SENT', 'OPENED');

-- The timeline of a request.
create table partnership_request_event (
    id              uuid primary key,
    request_id      uuid not null references partnership_request (id),
    at              timestamptz not null,
    kind            text not null,
    organization_id uuid,
    account_id      uuid,
    detail          text
);
create index partnership_request_event_request on partnership_request_event (request_id, at, id);

-- The SQL door to partnerships: one row for each provider and reseller that are or were partners, the latest period.
create view partnership_view as
select p.provider_id, p.reseller_id, p.active_to is null as active, o.status = 'ACTIVE' as eligible,
       case when o.status = 'ACTIVE' then null else 'partner.eligibility.suspended' end as reason_key,
       p.may_order and p.active_to is null as may_order, o.name as reseller_name, o.sort_name as reseller_sort_name,
       o.location_partner_id, p.active_from, p.active_to
from partnership p
join organization_view o on o.id = p.reseller_id
where not exists (
    select from partnership later
    where later.provider_id = p.provider_id and later.reseller_id = p.reseller_id
      and (later.active_from, later.id) > (p.active_from, p.id));
