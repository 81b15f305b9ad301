-- The list shows these of every row; to look each up at its relationship cost more than half of a page's buffers.
alter table customer_listing
    add column contact_name       text not null default '',
    add column contact_email      text not null default '',
    add column agreement_accepted boolean not null default false,
    add column created_at         timestamptz not null default 'epoch';

update customer_listing l
set contact_name = r.contact_first_name || ' ' || r.contact_last_name, contact_email = r.contact_email,
    agreement_accepted = r.agreement_accepted_at is not null, created_at = r.created_at
from customer_relationship r where r.id = l.relationship_id;

alter table customer_listing
    alter column contact_name drop default,
    alter column contact_email drop default,
    alter column agreement_accepted drop default,
    alter column created_at drop default;
