create or replace view subscription_view as
select s.id, s.provider_id, s.customer_id, s.relationship_id, s.order_id, s.availability_id, s.product_id, s.sku_id,
       s.title_en, s.title_fr, s.term, s.plan, s.trial, s.add_on, s.quantity, s.status, s.status_since, s.nickname,
       s.auto_renew, s.starts_at, s.ends_at, s.unit_amount, s.unit_currency, s.created_at,
       p.organization_id as reseller_id, c.organization_id as support_contact_id,
       s.anchor_at, s.base_id, s.trial_of, s.data_lost_at, s.publisher, s.version
from subscription s
left join partner_of_record p on p.subscription_id = s.id and p.valid_to is null
left join support_contact c on c.subscription_id = s.id and c.valid_to is null;
