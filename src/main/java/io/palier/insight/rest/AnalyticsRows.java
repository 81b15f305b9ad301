package io.palier.insight.rest;

import io.palier.identity.Viewer;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of analytics, each column under the contract's name; 10,000 at the most, as in the contract. */
@Repository
class AnalyticsRows {
    static final int MOST = 10_000;

    /** What the contract writes where there was no such day. */
    static final LocalDateTime NEVER = LocalDateTime.of(1, 1, 1, 0, 0);

    private final JdbcClient jdbc;

    AnalyticsRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A provider's resellers with the first and latest of what happened to the subscriptions they are credited for. */
    List<Map<String, Object>> resellers(Viewer viewer) {
        return rows("""
                select p.provider_id::text as "partnerTenantId",
                       coalesce(p.location_partner_id, p.reseller_id::text) as "id",
                       p.reseller_name as "name", o.country as "market",
                       min(s.created_at) as "firstSubscriptionCreationDate",
                       max(s.created_at) as "latestSubscriptionCreationDate",
                       min(s.ends_at) as "firstSubscriptionEndDate",
                       max(s.ends_at) as "latestSubscriptionEndDate",
                       min(s.status_since) filter (where s.status = 'SUSPENDED') as "firstSubscriptionSuspendedDate",
                       max(s.status_since) filter (where s.status = 'SUSPENDED') as "latestSubscriptionSuspendedDate",
                       min(s.status_since) filter (where s.status in ('CANCELED', 'DELETED', 'EXPIRED'))
                           as "firstSubscriptionDeprovisionedDate",
                       max(s.status_since) filter (where s.status in ('CANCELED', 'DELETED', 'EXPIRED'))
                           as "latestSubscriptionDeprovisionedDate",
                       count(s.id)::float8 as "subscriptionCount",
                       coalesce(sum(s.quantity), 0)::float8 as "licenseCount"
                from partnership_view p
                join organization_view o on o.id = p.reseller_id
                left join subscription_view s on s.provider_id = p.provider_id and s.reseller_id = p.reseller_id
                where p.provider_id = :viewer and p.active
                group by p.provider_id, p.location_partner_id, p.reseller_id, p.reseller_name, o.country
                order by p.reseller_name, p.reseller_id limit 10000""", viewer);
    }

    /** The provider's subscriptions, or those that a reseller is credited for. */
    List<Map<String, Object>> subscriptions(Viewer viewer) {
        return rows("""
                select s.customer_id::text as "customerTenantId", c.name as "customerName", c.country as "customerMarket",
                       s.id::text as "id",
                       case s.status when 'ACTIVE' then 'ACTIVE' when 'SUSPENDED' then 'SUSPENDED' else 'DEPROVISIONED' end
                           as "status",
                       s.title_en as "productName",
                       s.auto_renew as "autoRenewEnabled", r.location_partner_id as "partnerId", r.name as "partnerName",
                       p.name as "providerName", coalesce(s.nickname, s.title_en) as "friendlyName",
                       s.created_at as "creationDate", s.starts_at as "effectiveStartDate", s.ends_at as "commitmentEndDate",
                       coalesce(s.data_lost_at, s.ends_at) as "currentStateEndDate",
                       case when s.trial then s.starts_at end as "trialStartDate",
                       case when s.trial then s.ends_at end as "trialEndDate",
                       case when s.status in ('CANCELED', 'DELETED', 'EXPIRED') then s.status_since end
                           as "deprovisionedDate",
                       case when s.starts_at > s.created_at then s.starts_at end as "lastRenewalDate",
                       s.quantity::float8 as "licenseCount", s.plan as "billingCycleName"
                from subscription_view s
                join organization_view c on c.id = s.customer_id
                join organization_view p on p.id = s.provider_id
                left join organization_view r on r.id = s.reseller_id
                where s.provider_id = :viewer or s.reseller_id = :viewer
                order by s.id limit 10000""", viewer);
    }

    private List<Map<String, Object>> rows(String sql, Viewer viewer) {
        return jdbc.sql(sql)
                .param("viewer", viewer.organization().value())
                .query((row, n) -> read(row))
                .list();
    }

    private static Map<String, Object> read(ResultSet row) throws SQLException {
        ResultSetMetaData columns = row.getMetaData();
        var values = new LinkedHashMap<String, Object>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            var name = columns.getColumnLabel(i);
            var value = value(row.getObject(i), name);
            if (value != null) {
                values.put(name, value);
            }
        }
        return values;
    }

    private static @Nullable Object value(@Nullable Object value, String name) {
        if (value instanceof Timestamp time) {
            return LocalDateTime.ofInstant(time.toInstant(), ZoneOffset.UTC);
        }
        return value == null && name.endsWith("Date") ? NEVER : value;
    }
}
