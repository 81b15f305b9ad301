package io.palier.insight.rest;

import io.palier.identity.Viewer;
import io.palier.organization.OrganizationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How many licenses were bought, and how many of them users have, by SKU; of what is paid for and active. */
@Repository
class LicenseRows {
    private static final String DEPLOYED = """
            with mine as (
                select s.id, s.product_id, s.sku_id, s.quantity, case when :french then s.title_fr else s.title_en end as title
                from subscription_view s
                where s.status = 'ACTIVE' and not s.trial and (%s)),
            given as (
                select l.subscription_id, count(*) as licenses
                from license_view l join mine m on m.id = l.subscription_id
                group by l.subscription_id)
            select m.product_id || ':' || m.sku_id as code, min(m.title) as title, sum(m.quantity) as sold,
                   coalesce(sum(g.licenses), 0) as deployed
            from mine m left join given g on g.subscription_id = m.id
            group by m.product_id, m.sku_id
            order by m.product_id, m.sku_id limit 10000""";

    private final JdbcClient jdbc;

    LicenseRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The licenses of one SKU.
     *
     * @param code {@code product:sku}
     */
    record Deployed(String code, String title, long sold, long deployed) {

        /** In whole percent. */
        long percent() {
            return sold == 0 ? 0 : Math.round(100.0 * deployed / sold);
        }
    }

    /** What a customer is called; empty for one that the viewer does not look after. */
    Optional<String> name(Viewer viewer, OrganizationId customer) {
        return jdbc.sql("""
                        select customer_name from customer_relationship_view
                        where customer_id = :customer and active and (provider_id = :viewer or reseller_id = :viewer)
                        limit 1""")
                .param("customer", customer.value())
                .param("viewer", viewer.organization().value())
                .query(String.class)
                .optional();
    }

    /** Of all that the provider sold, or that a reseller is credited for. */
    List<Deployed> ofPartner(Viewer viewer, Locale language) {
        return jdbc.sql(DEPLOYED.formatted("s.provider_id = :viewer or s.reseller_id = :viewer"))
                .param("viewer", viewer.organization().value())
                .param("french", isFrench(language))
                .query(LicenseRows::deployed)
                .list();
    }

    /** Of a customer, through the providers for whom the viewer looks after it. */
    List<Deployed> ofCustomer(Viewer viewer, OrganizationId customer, Locale language) {
        return jdbc.sql(DEPLOYED.formatted("""
                        s.relationship_id in (
                            select id from customer_relationship_view
                            where customer_id = :customer and active
                              and (provider_id = :viewer or reseller_id = :viewer))"""))
                .param("customer", customer.value())
                .param("viewer", viewer.organization().value())
                .param("french", isFrench(language))
                .query(LicenseRows::deployed)
                .list();
    }

    private static boolean isFrench(Locale language) {
        return language.getLanguage().equals("fr");
    }

    private static Deployed deployed(ResultSet row, int n) throws SQLException {
        return new Deployed(
                row.getString("code"), row.getString("title"), row.getLong("sold"), row.getLong("deployed"));
    }
}
