-- Eligibility of partners as enrollment judges it. Who became a partner without enrolling, by the operator's hand, is
-- judged by its state alone.
create or replace view partnership_view as
select p.provider_id, p.reseller_id, p.active_to is null as active,
       coalesce(e.reason = 'partner.eligibility.not-enrolled', true) and o.status = 'ACTIVE' as eligible,
       case when e.reason <> 'partner.eligibility.not-enrolled' then e.reason
            when o.status <> 'ACTIVE' then 'partner.eligibility.suspended' end as reason_key,
       p.may_order and p.active_to is null as may_order, o.name as reseller_name, o.sort_name as reseller_sort_name,
       o.location_partner_id, p.active_from, p.active_to
from partnership p
join organization_view o on o.id = p.reseller_id
left join reseller_eligibility_view e on e.reseller_id = p.reseller_id
where not exists (
    select from partnership later
    where later.provider_id = p.provider_id and later.reseller_id = p.reseller_id
      and (later.active_from, later.id) > (p.active_from, p.id));
