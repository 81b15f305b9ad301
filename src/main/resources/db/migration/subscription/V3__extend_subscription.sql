-- Terms are counted from an original day; add-ons belong to a base; a trial is remembered after its conversion; data is
-- kept until a day that later changes of state leave alone.
alter table subscription
    add column anchor_at           timestamptz,
    add column base_id             uuid references subscription (id),
    add column trial_of            text,
    add column data_lost_at        timestamptz,
    add column suspended_with_base boolean not null default false,
    add column publisher           text not null default '',
    add column search_text         text;
update subscription
set anchor_at    = starts_at,
    trial_of     = case when trial then product_id || ':' || sku_id end,
    data_lost_at = case when status = 'SUSPENDED' then status_since + interval '90 days' end,
    search_text  = lower(title_en || ' ' || title_fr || ' ' || coalesce(nickname, ''));
alter table subscription
    alter column anchor_at set not null,
    alter column search_text set not null,
    drop constraint subscription_status_check,
    add constraint subscription_status_check
        check (status in ('ACTIVE', 'SUSPENDED', 'EXPIRED', 'CANCELED', 'DELETED'));

create unique index subscription_trial_once on subscription (relationship_id, trial_of) where trial_of is not null;
create index subscription_base on subscription (base_id, id) where base_id is not null;
create index subscription_provider_end on subscription (provider_id, ends_at, id);
create index subscription_term_end on subscription (ends_at) where status in ('ACTIVE', 'SUSPENDED');
create index subscription_data_lost on subscription (data_lost_at) where data_lost_at is not null;

-- What a line of the timeline says in French, where that differs.
alter table subscription_change
    add column before_fr text,
    add column after_fr  text;

create or replace view subscription_view as
select s.id, s.provider_id, s.customer_id, s.relationship_id, s.order_id, s.availability_id, s.product_id, s.sku_id,
       s.title_en, s.title_fr, s.term, s.plan, s.trial, s.add_on, s.quantity, s.status, s.status_since, s.nickname,
       s.auto_renew, s.starts_at, s.ends_at, s.unit_amount, s.unit_currency, s.created_at,
       p.organization_id as reseller_id, c.organization_id as support_contact_id,
       s.anchor_at, s.base_id, s.trial_of, s.data_lost_at, s.publisher
from subscription s
left join partner_of_record p on p.subscription_id = s.id and p.valid_to is null
left join support_contact c on c.subscription_id = s.id and c.valid_to is null;
