package io.palier.insight;

import io.palier.identity.Viewer;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts the subscriptions a viewer may see, in one statement. At most the latest 100,000 are looked at, so that the page
 * of a large organization costs no more than that.
 */
@Component
class Trends {
    /** What "soon" means for terms and trials. */
    static final Duration SOON = Duration.ofDays(30);

    /** The lists behind what is counted. */
    static final String ENDING = "/subscriptions?status=active&ending=30&renewal=off&kind=paid";

    static final String TRIALS = "/subscriptions?status=active&ending=30&kind=trial";
    static final String SUSPENDED = "/subscriptions?status=suspended";

    private static final String OF_PROVIDER = "s.provider_id = :viewer";
    private static final String OF_CUSTOMER =
            "s.customer_id = :viewer and exists (select from customer_relationship_view r"
                    + " where r.id = s.relationship_id and r.active)";
    private static final String OF_RESELLER = """
            s.id in (
                select x.id from subscription_view x join customer_relationship_view v on v.id = x.relationship_id
                where v.reseller_id = :viewer and v.active
                union
                select a.subscription_id from subscription_association_view a
                join customer_relationship_view v on v.id = a.relationship_id
                where a.organization_id = :viewer and a.valid_to is null and v.active)""";

    private final JdbcClient jdbc;
    private final Clock clock;

    Trends(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What the viewer's organization may see. */
    Trend of(Viewer viewer) {
        return switch (viewer.kind()) {
            case INDIRECT_PROVIDER -> count(viewer, OF_PROVIDER, "reseller_id");
            case INDIRECT_RESELLER -> count(viewer, OF_RESELLER, "customer_id");
            case CUSTOMER -> count(viewer, OF_CUSTOMER, "provider_id");
            case OPERATOR -> count(viewer, "true", "provider_id");
        };
    }

    private Trend count(Viewer viewer, String scope, String party) {
        var now = clock.instant();
        var month = YearMonth.from(now.atZone(viewer.zone()));
        var since = month.minusMonths(11).atDay(1).atStartOfDay(viewer.zone()).toInstant();
        var rows = new LinkedHashMap<String, Map<String, BigDecimal>>();
        var counted = jdbc.sql(counts(scope, party))
                .param("french", viewer.locale().getLanguage().equals("fr"))
                .param("soon", Timestamp.from(now.plus(SOON)))
                .param("since", Timestamp.from(since))
                .param("zone", viewer.zone().getId())
                .param("ownLicenses", viewer.isCustomer());
        if (scope.contains(":viewer")) {
            counted = counted.param("viewer", viewer.organization().value());
        }
        counted.query((row, n) -> rows.computeIfAbsent(row.getString("what"), _ -> new LinkedHashMap<>())
                        .merge(row.getString("label"), row.getBigDecimal("value"), BigDecimal::add))
                .list();
        return new Trend(rows, month);
    }

    private static String counts(String scope, String party) {
        return """
            with mine as materialized (
                select s.* from subscription_view s where %s order by s.id desc limit 100000),
            active as materialized (
                select m.*, case when :french then title_fr else title_en end as title from mine m where status = 'ACTIVE')
            select 'active' as what, '' as label, count(*)::numeric as value from active
            union all select 'licenses', '', coalesce(sum(quantity), 0) from active
            union all select 'ending', '', count(*) from active where not auto_renew and not trial and ends_at < :soon
            union all select 'trials', '', count(*) from active where trial and ends_at < :soon
            union all select 'suspended', '', count(*) from mine where status = 'SUSPENDED'
            union all
            select 'started', to_char(created_at at time zone :zone, 'YYYY-MM'), count(*) from mine
            where created_at >= :since group by 2
            union all
            select 'ended', to_char(status_since at time zone :zone, 'YYYY-MM'), count(*) from mine
            where status in ('EXPIRED', 'CANCELED', 'DELETED') and status_since >= :since group by 2
            union all
            select 'monthly', unit_currency, sum(quantity * unit_amount
                / case term when 'P1M' then 1 when 'P1Y' then 12 else 36 end) from active where not trial group by 2
            union all
            (select 'products', title, sum(quantity) from active group by 2 order by 3 desc, 2 limit 6)
            union all
            (select 'parties', o.name, count(*) from active join organization_view o on o.id = active.%s
             group by o.id, o.name order by 3 desc, 2 limit 6)
            union all
            select 'assigned', title, count(*) from active join license_view l on l.subscription_id = active.id
            where :ownLicenses group by 2""".formatted(scope, party);
    }
}
