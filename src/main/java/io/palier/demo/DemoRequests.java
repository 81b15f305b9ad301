package io.palier.demo;

import io.palier.customer.CustomerFilter;
import io.palier.customer.Customers;
import io.palier.customer.RelationshipRequests;
import io.palier.identity.Viewer;
import io.palier.invitation.InvitationAnswers;
import io.palier.invitation.InvitationId;
import io.palier.invitation.Invitations;
import io.palier.organization.OrganizationId;
import io.palier.partner.PartnershipRequests;
import io.palier.shared.SearchText;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Whom the cast has asked for what: requests in every state a person can bring about. */
@Component
class DemoRequests {
    private final DemoPeople people;
    private final PartnershipRequests partnerships;
    private final RelationshipRequests relationships;
    private final Invitations invitations;
    private final InvitationAnswers answers;
    private final Customers customers;

    DemoRequests(
            DemoPeople people,
            PartnershipRequests partnerships,
            RelationshipRequests relationships,
            Invitations invitations,
            InvitationAnswers answers,
            Customers customers) {
        this.people = people;
        this.partnerships = partnerships;
        this.relationships = relationships;
        this.invitations = invitations;
        this.answers = answers;
        this.customers = customers;
    }

    /** Contoso asks the reseller for a partnership, and the reseller accepts. */
    void becomePartners(OrganizationId reseller) {
        var asked = people.viewer(reseller);
        var token = sent(askForPartnership(asked.signInName()));
        answers.look(asked, token);
        answers.accept(asked, token, null);
    }

    /** Lately enough that what is open can still be answered. */
    void askAround(Story story) {
        story.then(9, this::askResellers);
        story.then(6, this::askCustomers);
    }

    private void askResellers() {
        var adventure = people.viewer(Cast.ADVENTURE);
        answers.decline(
                adventure,
                sent(askForPartnership("contact@adventure.example")),
                "Please ask again after the summer: we are moving.");
        answers.look(adventure, sent(askForPartnership(adventure.signInName())));
        sent(askForPartnership("contact@relecloud.example"));
        var withdrawn = askForPartnership("info@munson.example");
        invitations.withdraw(people.viewer(Cast.CONTOSO), withdrawn, 0);
        askForPartnership("direction@proseware.example");
    }

    private void askCustomers() {
        var contoso = people.viewer(Cast.CONTOSO);
        var fabrikam = people.viewer(Cast.FABRIKAM);
        var faubourg = customer(contoso, "faubourg");
        answers.accept(faubourg, sent(contoso, ask(contoso, faubourg.signInName(), Cast.FABRIKAM, true)), null);
        var jolivet = customer(contoso, "jolivet");
        var litware = people.viewer(Cast.LITWARE);
        answers.decline(
                jolivet,
                sent(litware, ask(litware, jolivet.signInName(), Cast.CONTOSO, true)),
                "Nous préférons rester en direct avec Contoso.");
        var poncet = customer(contoso, "poncet");
        answers.look(poncet, sent(contoso, ask(contoso, poncet.signInName(), Cast.FABRIKAM, false)));
        sent(fabrikam, ask(fabrikam, "direction@lacour.example", Cast.CONTOSO, true));
        ask(fabrikam, "contact@rivage.example", Cast.CONTOSO, true);
        invitations.withdraw(contoso, ask(contoso, "accueil@valmont.example", Cast.LITWARE, true), 0);
    }

    private InvitationId askForPartnership(String recipient) {
        return partnerships
                .draft(people.viewer(Cast.CONTOSO), List.of(recipient), Locale.FRENCH)
                .getFirst();
    }

    private InvitationId ask(Viewer viewer, String recipient, OrganizationId other, boolean delegated) {
        return relationships
                .draft(viewer, List.of(recipient), Locale.FRENCH, other, delegated)
                .getFirst();
    }

    private String sent(InvitationId id) {
        return sent(people.viewer(Cast.CONTOSO), id);
    }

    /** Hands the message over; the end of its link. */
    private String sent(Viewer viewer, InvitationId id) {
        var drafted = invitations.get(viewer, id);
        invitations.done(viewer, id, drafted.version(), drafted.subject(), drafted.text());
        return drafted.link().substring(drafted.link().lastIndexOf('/') + 1);
    }

    private Viewer customer(Viewer provider, String domain) {
        var filter = new CustomerFilter(SearchText.of(domain), null);
        return people.viewer(
                customers.list(provider, filter, null).rows().getFirst().customer());
    }
}
