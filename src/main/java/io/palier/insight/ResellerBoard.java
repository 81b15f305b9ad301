package io.palier.insight;

import static io.palier.identity.Right.ACCEPT_PARTNERSHIP;
import static io.palier.identity.Right.EDIT_OWN_PROFILE;
import static io.palier.identity.Right.MANAGE_SUBSCRIPTION;
import static io.palier.identity.Right.PLACE_ORDER;
import static io.palier.identity.Right.REQUEST_RELATIONSHIP;
import static io.palier.identity.Right.SEE_CUSTOMERS;
import static io.palier.identity.Right.SEE_PARTNERSHIPS;
import static io.palier.identity.Right.SEE_SUBSCRIPTIONS;
import static io.palier.identity.Right.SIGN_PARTNER_AGREEMENT;

import io.palier.identity.Viewer;
import io.palier.invitation.InvitationAnswers;
import io.palier.organization.OrganizationKind;
import io.palier.organization.Organizations;
import io.palier.organization.SupportProfile;
import java.util.List;
import org.springframework.stereotype.Component;

/** What an indirect reseller sees first. */
@Component
class ResellerBoard implements Board {
    private static final String CUSTOMERS = "/customers";
    private static final String PROVIDERS = "/providers";
    private static final String SUBSCRIPTIONS = "/subscriptions";

    private static final String COUNTS = "select "
            + Waiting.HELP_COUNTS
            + Tally.count("from customer_relationship_view where reseller_id = :viewer and active")
            + " as customers, "
            + Tally.count("from partnership_view where reseller_id = :viewer and active")
            + " as providers, "
            + Tally.count("from order_request_view where asked_for = :viewer and status = 'OPEN'")
            + " as asked, "
            + Tally.count("from relationship_request_view where requester_id = :viewer and state = 'DRAFT'"
                    + " and expires_at > :now")
            + " as drafts, "
            + Tally.count("from reseller_eligibility_view where reseller_id = :viewer and not eligible")
            + """
                     as ineligible,
                    exists (select from enrollment_view where reseller_id = :viewer) as enrolled,
                    exists (select from order_request_view where asked_for = :viewer)
                        or exists (select from subscription_association_view where organization_id = :viewer
                            and kind = 'PARTNER_OF_RECORD' and valid_to is null) as ordered,
                    exists (select from relationship_request_view
                            where requester_id = :viewer and state <> 'DRAFT') as invited""";

    private final Tallies tallies;
    private final Trends trends;
    private final InvitationAnswers answers;
    private final Organizations organizations;

    ResellerBoard(Tallies tallies, Trends trends, InvitationAnswers answers, Organizations organizations) {
        this.tallies = tallies;
        this.trends = trends;
        this.answers = answers;
        this.organizations = organizations;
    }

    @Override
    public OrganizationKind kind() {
        return OrganizationKind.INDIRECT_RESELLER;
    }

    @Override
    public Dashboard of(Viewer viewer) {
        var tally = tallies.of(COUNTS, viewer);
        var trend = trends.of(viewer);
        return new Dashboard(
                attention(viewer, tally, trend),
                steps(viewer, tally, trend),
                figures(viewer, tally, trend),
                charts(viewer, trend));
    }

    private List<Attention> attention(Viewer viewer, Tally tally, Trend trend) {
        var waiting = new Waiting(viewer);
        answers.waiting(viewer)
                .ifPresent(opened -> waiting.urgent("invitations", opened.count(), ACCEPT_PARTNERSHIP, opened.first()));
        waiting.urgent("own-eligibility", tally.of("ineligible"), SIGN_PARTNER_AGREEMENT, "/enrollment");
        waiting.forHelp(tally);
        waiting.forTerms(trend);
        waiting.also("asked", tally.of("asked"), SEE_SUBSCRIPTIONS, "/order-requests");
        waiting.also("relationship-drafts", tally.of("drafts"), REQUEST_RELATIONSHIP, "/customers/requests");
        return waiting.found();
    }

    private List<Step> steps(Viewer viewer, Tally tally, Trend trend) {
        var profile = organizations.get(viewer.organization()).support();
        return List.of(
                new Step("providers", "enroll", "/enrollment", SIGN_PARTNER_AGREEMENT, tally.any("enrolled")),
                new Step(
                        "providers",
                        "support-profile",
                        "/account/profile",
                        EDIT_OWN_PROFILE,
                        !profile.equals(SupportProfile.NONE)),
                new Step("providers", "answer-request", PROVIDERS, ACCEPT_PARTNERSHIP, tally.any("providers")),
                new Step("customers", "manage-customers", CUSTOMERS, SEE_CUSTOMERS, tally.any("customers")),
                new Step(
                        "customers",
                        "manage-subscriptions",
                        SUBSCRIPTIONS,
                        MANAGE_SUBSCRIPTION,
                        trend.of("active") > 0),
                new Step("customers", "ask-for-order", CUSTOMERS, PLACE_ORDER, tally.any("ordered")),
                new Step(
                        "customers",
                        "ask-customer",
                        "/customers/requests",
                        REQUEST_RELATIONSHIP,
                        tally.any("invited")));
    }

    private static List<Figure> figures(Viewer viewer, Tally tally, Trend trend) {
        var figures = new Figures(viewer);
        figures.add("customers", tally.of("customers"), SEE_CUSTOMERS, CUSTOMERS);
        figures.add("providers", tally.of("providers"), SEE_PARTNERSHIPS, PROVIDERS);
        figures.add("subscriptions", trend.of("active"), SEE_SUBSCRIPTIONS, SUBSCRIPTIONS);
        figures.add("licenses", trend.of("licenses"), SEE_SUBSCRIPTIONS, null);
        return figures.found();
    }

    private static List<Chart> charts(Viewer viewer, Trend trend) {
        return viewer.may(SEE_SUBSCRIPTIONS)
                ? List.of(
                        trend.months(viewer.locale()),
                        trend.bars("products", "products"),
                        trend.bars("customers", "parties"))
                : List.of();
    }
}
