package io.palier.insight;

import static io.palier.identity.Right.ANSWER_RELATIONSHIP_REQUEST;
import static io.palier.identity.Right.ASK_FOR_LICENSES;
import static io.palier.identity.Right.ASSIGN_LICENSES;
import static io.palier.identity.Right.MANAGE_OWN_USERS;
import static io.palier.identity.Right.SEE_SUBSCRIPTIONS;

import io.palier.identity.Viewer;
import io.palier.invitation.InvitationAnswers;
import io.palier.organization.OrganizationKind;
import java.util.List;
import org.springframework.stereotype.Component;

/** What a customer's people see first. */
@Component
class CustomerBoard implements Board {
    private static final String SUBSCRIPTIONS = "/subscriptions";
    private static final String USERS = "/account/users";

    private static final String COUNTS = "select "
            + Waiting.HELP_COUNTS
            + Tally.count("from membership_view where organization_id = :viewer and status = 'ACTIVE'")
            + " as users, "
            + Tally.count("from customer_relationship_view where customer_id = :viewer and active")
            + " as partners, "
            + Tally.count("from order_request_view where asked_for = :viewer and status = 'OPEN'")
            + " as asked, "
            + Tally.count("from license_view where customer_id = :viewer")
            + " as assigned, "
            + Tally.count("from order_request_view where asked_for = :viewer")
            + " as requests";

    private final Tallies tallies;
    private final Trends trends;
    private final InvitationAnswers answers;

    CustomerBoard(Tallies tallies, Trends trends, InvitationAnswers answers) {
        this.tallies = tallies;
        this.trends = trends;
        this.answers = answers;
    }

    @Override
    public OrganizationKind kind() {
        return OrganizationKind.CUSTOMER;
    }

    @Override
    public Dashboard of(Viewer viewer) {
        var tally = tallies.of(COUNTS, viewer);
        var trend = trends.of(viewer);
        return new Dashboard(
                attention(viewer, tally, trend),
                steps(tally, trend),
                figures(viewer, tally, trend),
                charts(viewer, trend));
    }

    private List<Attention> attention(Viewer viewer, Tally tally, Trend trend) {
        var waiting = new Waiting(viewer);
        answers.waiting(viewer)
                .ifPresent(opened ->
                        waiting.urgent("invitations", opened.count(), ANSWER_RELATIONSHIP_REQUEST, opened.first()));
        waiting.forHelp(tally);
        waiting.forTerms(trend);
        waiting.also("asked", tally.of("asked"), SEE_SUBSCRIPTIONS, "/order-requests");
        return waiting.found();
    }

    private static List<Step> steps(Tally tally, Trend trend) {
        return List.of(
                new Step(
                        "subscriptions", "see-subscriptions", SUBSCRIPTIONS, SEE_SUBSCRIPTIONS, trend.of("active") > 0),
                new Step("subscriptions", "add-users", USERS, MANAGE_OWN_USERS, tally.of("users") > 1),
                new Step("subscriptions", "assign-licenses", SUBSCRIPTIONS, ASSIGN_LICENSES, tally.any("assigned")),
                new Step("subscriptions", "ask-for-licenses", SUBSCRIPTIONS, ASK_FOR_LICENSES, tally.any("requests")),
                new Step(
                        "partners",
                        "check-partners",
                        "/partner-relationships",
                        ANSWER_RELATIONSHIP_REQUEST,
                        tally.any("partners")));
    }

    private static List<Figure> figures(Viewer viewer, Tally tally, Trend trend) {
        var figures = new Figures(viewer);
        figures.add("subscriptions", trend.of("active"), SEE_SUBSCRIPTIONS, SUBSCRIPTIONS);
        figures.add("licenses", trend.of("licenses"), SEE_SUBSCRIPTIONS, null);
        figures.add("assigned", tally.of("assigned"), SEE_SUBSCRIPTIONS, null);
        figures.add("users", tally.of("users"), MANAGE_OWN_USERS, USERS);
        return figures.found();
    }

    private static List<Chart> charts(Viewer viewer, Trend trend) {
        return viewer.may(SEE_SUBSCRIPTIONS)
                ? List.of(trend.bars("licenses", "products", "assigned"), trend.months(viewer.locale()))
                : List.of();
    }
}
