package io.palier.insight;

import static io.palier.identity.Right.ADD_CUSTOMER;
import static io.palier.identity.Right.ATTEST_CUSTOMER_AGREEMENT;
import static io.palier.identity.Right.PLACE_ORDER;
import static io.palier.identity.Right.REQUEST_PARTNERSHIP;
import static io.palier.identity.Right.REQUEST_RELATIONSHIP;
import static io.palier.identity.Right.SEE_CUSTOMERS;
import static io.palier.identity.Right.SEE_PARTNERSHIPS;
import static io.palier.identity.Right.SEE_PRICES;
import static io.palier.identity.Right.SEE_SUBSCRIPTIONS;
import static io.palier.identity.Right.SET_PARTNER_OF_RECORD;
import static io.palier.identity.Right.SET_SUPPORT_CONTACT;

import io.palier.identity.Viewer;
import io.palier.organization.OrganizationKind;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** What an indirect provider sees first. */
@Component
class ProviderBoard implements Board {
    private static final String RESELLERS = "/resellers";
    private static final String REQUESTS = "/resellers?tab=requests";
    private static final String CUSTOMERS = "/customers";
    private static final String SUBSCRIPTIONS = "/subscriptions";

    private static final String COUNTS = "select "
            + Waiting.HELP_COUNTS
            + Tally.count("from customer_relationship_view where provider_id = :viewer and active")
            + " as customers, "
            + Tally.count("from partnership_view where provider_id = :viewer and active")
            + " as resellers, "
            + Tally.count("from partnership_view where provider_id = :viewer and active and not eligible")
            + " as ineligible, "
            + Tally.count("from order_request_view where provider_id = :viewer and status = 'OPEN'")
            + " as orders, "
            + Tally.count("from partnership_request_view where provider_id = :viewer and state = 'DRAFT'"
                    + " and expires_at > :now")
            + " as drafts, "
            + Tally.count("from partnership_request_view where provider_id = :viewer"
                    + " and state in ('SENT', 'OPENED') and expires_at > :now")
            + " as unanswered, "
            + Tally.count("from customer_relationship_view where provider_id = :viewer and active"
                    + " and agreement_accepted_at is null")
            + """
                     as unsigned,
                    exists (select from partnership_request_view
                            where provider_id = :viewer and state <> 'DRAFT') as requested,
                    exists (select from customer_relationship_view
                            where provider_id = :viewer and reseller_id is not null) as associated,
                    exists (select from order_view where provider_id = :viewer) as ordered,
                    exists (select from subscription_association_view where provider_id = :viewer
                            and kind = 'PARTNER_OF_RECORD') as credited,
                    exists (select from subscription_association_view where provider_id = :viewer
                            and kind = 'SUPPORT_CONTACT' and organization_id <> :viewer) as supported,
                    exists (select from relationship_request_view
                            where requester_id = :viewer and state <> 'DRAFT') as asked""";

    private final Tallies tallies;
    private final Trends trends;

    ProviderBoard(Tallies tallies, Trends trends) {
        this.tallies = tallies;
        this.trends = trends;
    }

    @Override
    public OrganizationKind kind() {
        return OrganizationKind.INDIRECT_PROVIDER;
    }

    @Override
    public Dashboard of(Viewer viewer) {
        var tally = tallies.of(COUNTS, viewer);
        var trend = trends.of(viewer);
        return new Dashboard(
                attention(viewer, tally, trend), steps(tally), figures(viewer, tally, trend), charts(viewer, trend));
    }

    private static List<Attention> attention(Viewer viewer, Tally tally, Trend trend) {
        var waiting = new Waiting(viewer);
        waiting.urgent("orders", tally.of("orders"), PLACE_ORDER, "/order-requests");
        waiting.forHelp(tally);
        waiting.forTerms(trend);
        waiting.urgent("ineligible", tally.of("ineligible"), SEE_PARTNERSHIPS, RESELLERS);
        waiting.also("unsigned", tally.of("unsigned"), ATTEST_CUSTOMER_AGREEMENT, CUSTOMERS);
        waiting.also("drafts", tally.of("drafts"), REQUEST_PARTNERSHIP, REQUESTS);
        waiting.also("unanswered", tally.of("unanswered"), SEE_PARTNERSHIPS, REQUESTS);
        return waiting.found();
    }

    /** In the founding document's order: resellers first, then customers. */
    private static List<Step> steps(Tally tally) {
        return List.of(
                new Step("resellers", "request-partnership", REQUESTS, REQUEST_PARTNERSHIP, tally.any("requested")),
                new Step("resellers", "see-resellers", RESELLERS, SEE_PARTNERSHIPS, tally.any("resellers")),
                new Step("customers", "add-customer", "/customers/new", ADD_CUSTOMER, tally.any("customers")),
                new Step("customers", "associate-reseller", RESELLERS, ADD_CUSTOMER, tally.any("associated")),
                new Step("customers", "add-subscription", CUSTOMERS, PLACE_ORDER, tally.any("ordered")),
                new Step("customers", "credit-reseller", SUBSCRIPTIONS, SET_PARTNER_OF_RECORD, tally.any("credited")),
                new Step(
                        "customers", "set-support-contact", SUBSCRIPTIONS, SET_SUPPORT_CONTACT, tally.any("supported")),
                new Step("customers", "ask-customer", "/customers/requests", REQUEST_RELATIONSHIP, tally.any("asked")));
    }

    private static List<Figure> figures(Viewer viewer, Tally tally, Trend trend) {
        var figures = new Figures(viewer);
        figures.add("customers", tally.of("customers"), SEE_CUSTOMERS, CUSTOMERS);
        figures.add("resellers", tally.of("resellers"), SEE_PARTNERSHIPS, RESELLERS);
        figures.add("subscriptions", trend.of("active"), SEE_SUBSCRIPTIONS, SUBSCRIPTIONS);
        figures.add("licenses", trend.of("licenses"), SEE_SUBSCRIPTIONS, null);
        figures.add("monthly", trend.monthly(), SEE_PRICES);
        return figures.found();
    }

    private static List<Chart> charts(Viewer viewer, Trend trend) {
        var charts = new ArrayList<Chart>();
        if (viewer.may(SEE_SUBSCRIPTIONS)) {
            charts.add(trend.months(viewer.locale()));
            charts.add(trend.bars("products", "products"));
        }
        var resellers = trend.bars("resellers", "parties");
        if (viewer.may(SEE_SUBSCRIPTIONS) && viewer.may(SEE_PARTNERSHIPS) && !resellers.isEmpty()) {
            charts.add(resellers);
        }
        return charts;
    }
}
