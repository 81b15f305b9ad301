package io.palier.insight;

import static io.palier.identity.Right.MANAGE_AGREEMENTS;
import static io.palier.identity.Right.MANAGE_CATALOG;
import static io.palier.identity.Right.MANAGE_INSTALLATION;
import static io.palier.identity.Right.MANAGE_OWN_USERS;
import static io.palier.identity.Right.MANAGE_PARTNERS;

import io.palier.identity.Viewer;
import io.palier.organization.OrganizationKind;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the operator sees first; it counts other organizations' business, and names only partners. */
@Component
class OperatorBoard implements Board {
    private static final String PROVIDERS = "/operator/partners?kind=INDIRECT_PROVIDER";
    private static final String RESELLERS = "/operator/partners?kind=INDIRECT_RESELLER";

    private static final String COUNTS = "select "
            + Waiting.HELP_COUNTS
            + Tally.count("from organization_view where kind = 'INDIRECT_PROVIDER'") + " as providers, "
            + Tally.count("from organization_view where kind = 'INDIRECT_RESELLER'") + " as resellers, "
            + Tally.count("from organization_view where kind = 'CUSTOMER'") + " as customers, "
            + Tally.count("from enrollment_view where state = 'PENDING'") + " as enrollments, "
            + Tally.count("from organization_view where kind = 'INDIRECT_PROVIDER' and status = 'SUSPENDED'")
            + " as suspended_providers, "
            + Tally.count("from organization_view where kind = 'INDIRECT_RESELLER' and status = 'SUSPENDED'")
            + " as suspended_resellers, "
            + Tally.count(
                    "from reseller_eligibility_view" + " where reason = 'partner.eligibility.agreement-not-signed'")
            + " as unsigned, "
            + Tally.count("from mail_view where state = 'FAILED'") + " as mails, "
            + Tally.count("from membership_view where organization_id = :viewer and status = 'ACTIVE'")
            + " as users, "
            + "exists (select from sku_view) as priced";

    private final Tallies tallies;
    private final Trends trends;

    OperatorBoard(Tallies tallies, Trends trends) {
        this.tallies = tallies;
        this.trends = trends;
    }

    @Override
    public OrganizationKind kind() {
        return OrganizationKind.OPERATOR;
    }

    @Override
    public Dashboard of(Viewer viewer) {
        var tally = tallies.of(COUNTS, viewer);
        var trend = trends.of(viewer);
        return new Dashboard(
                attention(viewer, tally), steps(tally), figures(viewer, tally, trend), charts(viewer, trend));
    }

    private static List<Attention> attention(Viewer viewer, Tally tally) {
        var waiting = new Waiting(viewer);
        waiting.forHelp(tally);
        waiting.urgent("enrollments", tally.of("enrollments"), MANAGE_PARTNERS, "/operator/enrollments");
        waiting.urgent("mails", tally.of("mails"), MANAGE_INSTALLATION, "/operator/settings");
        waiting.also("suspended-providers", tally.of("suspended_providers"), MANAGE_PARTNERS, PROVIDERS);
        waiting.also("suspended-resellers", tally.of("suspended_resellers"), MANAGE_PARTNERS, RESELLERS);
        waiting.also("unsigned-resellers", tally.of("unsigned"), MANAGE_PARTNERS, RESELLERS);
        return waiting.found();
    }

    private static List<Step> steps(Tally tally) {
        return List.of(
                new Step("installation", "import-catalog", "/operator/catalog", MANAGE_CATALOG, tally.any("priced")),
                new Step(
                        "installation",
                        "agreements",
                        "/operator/agreements",
                        MANAGE_AGREEMENTS,
                        tally.any("providers")),
                new Step("installation", "admit-provider", PROVIDERS, MANAGE_PARTNERS, tally.any("providers")),
                new Step("installation", "admit-reseller", RESELLERS, MANAGE_PARTNERS, tally.any("resellers")),
                new Step("installation", "operator-users", "/account/users", MANAGE_OWN_USERS, tally.of("users") > 1));
    }

    private static List<Figure> figures(Viewer viewer, Tally tally, Trend trend) {
        var figures = new Figures(viewer);
        figures.add("providers", tally.of("providers"), MANAGE_PARTNERS, PROVIDERS);
        figures.add("resellers", tally.of("resellers"), MANAGE_PARTNERS, RESELLERS);
        figures.add("customers", tally.of("customers"), MANAGE_PARTNERS, null);
        figures.add("subscriptions", trend.of("active"), MANAGE_PARTNERS, null);
        return figures.found();
    }

    private static List<Chart> charts(Viewer viewer, Trend trend) {
        return viewer.may(MANAGE_PARTNERS)
                ? List.of(trend.months(viewer.locale()), trend.bars("providers", "parties"))
                : List.of();
    }
}
