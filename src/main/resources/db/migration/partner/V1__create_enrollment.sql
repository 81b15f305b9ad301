-- A reseller's application to take part; one for each reseller.
create table enrollment (
    organization_id    uuid primary key,
    state              text not null check (state in ('PENDING', 'APPROVED', 'REFUSED')),
    contact_first_name text not null check (length(contact_first_name) between 1 and 50),
    contact_last_name  text not null check (length(contact_last_name) between 1 and 50),
    contact_email      citext not null check (length(contact_email) between 3 and 200),
    contact_phone      text,
    submitted_at       timestamptz not null,
    answered_at        timestamptz,
    answered_by        uuid,
    reason             text check (length(reason) <= 1000),
    version            integer not null default 1
);
create index enrollment_state on enrollment (state, organization_id);

-- Which version of the partner agreement an organization signed, when and by whom; kept for good.
create table partner_agreement_signature (
    organization_id  uuid not null,
    agreement_id     uuid not null,
    agreement_number integer not null,
    signed_at        timestamptz not null,
    signed_by        uuid,
    primary key (organization_id, agreement_id)
);

-- SQL door: whether a reseller may enter partnerships and new business; reason is the message key of why not.
create view reseller_eligibility_view as
select judged.reseller_id, judged.reason is null as eligible, judged.reason
from (select o.id as reseller_id,
             case when e.organization_id is null then 'partner.eligibility.not-enrolled'
                  when e.state = 'REFUSED' then 'partner.eligibility.refused'
                  when e.state <> 'APPROVED' then 'partner.eligibility.not-approved'
                  when not exists (select from partner_agreement_signature s where s.organization_id = o.id)
                      then 'partner.eligibility.agreement-not-signed'
                  when o.status <> 'ACTIVE' then 'partner.eligibility.suspended'
             end as reason
      from organization_view o
      left join enrollment e on e.organization_id = o.id
      where o.kind = 'INDIRECT_RESELLER') judged;
