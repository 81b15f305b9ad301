package io.palier.demo;

import io.palier.customer.CustomerFilter;
import io.palier.customer.Customers;
import io.palier.customer.RelationshipId;
import io.palier.identity.Viewer;
import io.palier.platform.BusinessClock;
import io.palier.shared.SearchText;
import io.palier.subscription.SubscriptionId;
import io.palier.subscription.Subscriptions;
import io.palier.support.NewServiceRequest;
import io.palier.support.RequestStatus;
import io.palier.support.ServiceRequestId;
import io.palier.support.ServiceRequests;
import io.palier.support.Severity;
import io.palier.support.SupportTopic;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the cast asks each other for help with: service requests in every state, between every two kinds. */
@Component
class DemoHelp {
    private final DemoPeople people;
    private final ServiceRequests requests;
    private final Customers customers;
    private final Subscriptions subscriptions;
    private final BusinessClock clock;

    DemoHelp(
            DemoPeople people,
            ServiceRequests requests,
            Customers customers,
            Subscriptions subscriptions,
            BusinessClock clock) {
        this.people = people;
        this.requests = requests;
        this.customers = customers;
        this.subscriptions = subscriptions;
        this.clock = clock;
    }

    /** After the subscriptions have their support contacts. */
    void askForHelp(Story story) {
        story.then(41, this::licensesThatDoNotArrive);
        story.then(24, this::anOfferThatIsMissing);
        story.then(17, this::aProviderWanted);
        story.then(12, this::aRenewalInDoubt);
        story.then(8, this::questionsOfTailspin);
        story.then(2, this::aBackupThatFailed);
        story.then(1, this::aQuestionOfNorthwind);
        story.then(1, this::aTokenThatIsRefused);
    }

    private void licensesThatDoNotArrive() {
        var fabrikam = people.viewer(Cast.FABRIKAM, "helpdesk@fabrikam.example");
        var contoso = people.viewer(Cast.CONTOSO, "helpdesk@contoso.example");
        var id = ask(
                fabrikam,
                customer(people.viewer(Cast.CONTOSO), "northwind"),
                SupportTopic.USERS,
                Severity.MODERATE,
                "Deux licences attribuées restent invisibles",
                "Depuis ce matin, deux personnes de l’accueil ont leur licence dans la liste, mais leurs applications "
                        + "restent en lecture seule. Déconnexion et reconnexion sans effet.");
        write(contoso, id, 95, "Pouvez-vous nous donner leurs noms d’utilisateur ?", RequestStatus.ATTENTION_NEEDED);
        write(fabrikam, id, 130, "accueil1 et accueil2, créés tous deux hier soir.", null);
        write(
                contoso,
                id,
                240,
                "L’attribution datait d’avant le dernier changement de quantité. Retirée puis redonnée : c’est réglé.",
                null);
        write(fabrikam, id, 300, "Confirmé par le client, merci.", RequestStatus.CLOSED);
    }

    private void anOfferThatIsMissing() {
        var contoso = people.viewer(Cast.CONTOSO, "admin@contoso.example");
        var operator = people.viewer(Cast.OPERATOR_ID);
        var id = ask(
                contoso,
                customer(contoso, "tilleuls"),
                SupportTopic.ORDERS,
                Severity.MINIMAL,
                "Offre trisannuelle introuvable",
                "La clinique demande un engagement de trois ans. Nous ne trouvons pas l’offre dans le catalogue.");
        write(
                operator,
                id,
                200,
                "The vendor sells this product monthly and annually only; no term of three years is planned.",
                RequestStatus.CLOSED);
    }

    private void aProviderWanted() {
        var adventure = people.viewer(Cast.ADVENTURE);
        var id = ask(
                adventure,
                null,
                SupportTopic.RELATIONSHIPS,
                Severity.MINIMAL,
                "How do we become somebody’s partner?",
                "We are enrolled, but our list of indirect providers is empty. Whom do we ask?");
        write(
                people.viewer(Cast.OPERATOR_ID),
                id,
                45,
                "Providers invite you. Look them up in the directory and give them your location partner ID.",
                null);
        write(adventure, id, 90, "Done, thank you!", RequestStatus.CLOSED);
    }

    private void aRenewalInDoubt() {
        var litware = people.viewer(Cast.LITWARE);
        var id = ask(
                litware,
                customer(people.viewer(Cast.CONTOSO), "esteve"),
                SupportTopic.SUBSCRIPTIONS,
                Severity.MODERATE,
                "Réduire avant le renouvellement ?",
                "Le domaine n’aura plus que six personnes à l’automne. Que faire pour ne pas payer les autres licences ?");
        write(
                people.viewer(Cast.CONTOSO, "helpdesk@contoso.example"),
                id,
                150,
                "Possible dans les sept jours qui suivent le renouvellement. Souhaitez-vous que nous le fassions ce jour-là ?",
                RequestStatus.ATTENTION_NEEDED);
    }

    private void questionsOfTailspin() {
        var wingtip = people.viewer(Cast.WINGTIP);
        var relationship = customer(wingtip, "tailspin");
        var tailspin = people.viewer(customers.get(wingtip, relationship).customer(), "admin@tailspin.example");
        var answered = ask(
                tailspin,
                relationship,
                SupportTopic.SUBSCRIPTIONS,
                Severity.MINIMAL,
                "When does our term end?",
                "The date in our contract differs from the one shown here by a day.");
        write(
                wingtip,
                answered,
                70,
                "Terms end at midnight UTC; in your time zone that is the evening before. Both dates are right.",
                RequestStatus.CLOSED);
        ask(
                tailspin,
                relationship,
                SupportTopic.USERS,
                Severity.MODERATE,
                "Somebody left, the license stays assigned",
                "We deleted the user last week. Can the license go to her successor before the month ends?");
        var upstream = ask(
                wingtip,
                null,
                SupportTopic.PRICES,
                Severity.MINIMAL,
                "Price list of the coming quarter",
                "When will it be published? Two customers are waiting for an offer.");
        write(
                people.viewer(Cast.OPERATOR_ID),
                upstream,
                180,
                "Planned for the first week of the month. Which market matters most to you?",
                RequestStatus.ATTENTION_NEEDED);
    }

    /** The support contact of the backup is the reseller. */
    private void aBackupThatFailed() {
        var contoso = people.viewer(Cast.CONTOSO);
        var relationship = customer(contoso, "northwind");
        var northwind = people.viewer(customers.get(contoso, relationship).customer(), "admin@northwind.example");
        var backup = subscriptions.list(contoso, relationship, null).rows().stream()
                .filter(one -> one.supportContact().equals(Cast.FABRIKAM))
                .findFirst()
                .orElseThrow();
        var id = requests.open(
                        northwind,
                        relationship,
                        wanted(
                                northwind,
                                SupportTopic.DATA,
                                Severity.CRITICAL,
                                "La sauvegarde de la nuit a échoué",
                                "Le rapport de ce matin annonce « 0 élément sauvegardé » pour tous les postes de l’atelier.",
                                backup.id()))
                .id();
        write(
                people.viewer(Cast.FABRIKAM, "helpdesk@fabrikam.example"),
                id,
                40,
                "Nous regardons : l’agent de sauvegarde ne répond plus depuis la mise à jour d’hier soir.",
                null);
    }

    private void aQuestionOfNorthwind() {
        var contoso = people.viewer(Cast.CONTOSO);
        var relationship = customer(contoso, "northwind");
        var northwind = people.viewer(customers.get(contoso, relationship).customer(), "admin@northwind.example");
        ask(
                northwind,
                relationship,
                SupportTopic.RELATIONSHIPS,
                Severity.MINIMAL,
                "Que peut faire Fabrikam sur notre compte ?",
                "Notre direction souhaite savoir ce que comprend l’administration déléguée, et comment la retirer.");
    }

    private void aTokenThatIsRefused() {
        var fabrikam = people.viewer(Cast.FABRIKAM);
        ask(
                fabrikam,
                null,
                SupportTopic.API,
                Severity.MODERATE,
                "Jeton refusé par l’API",
                "Notre programme reçoit 403 sur les demandes de service avec un jeton d’application seule.");
    }

    private ServiceRequestId ask(
            Viewer viewer,
            @Nullable RelationshipId customer,
            SupportTopic topic,
            Severity severity,
            String title,
            String text) {
        return requests.open(viewer, customer, wanted(viewer, topic, severity, title, text, null))
                .id();
    }

    private static NewServiceRequest wanted(
            Viewer viewer,
            SupportTopic topic,
            Severity severity,
            String title,
            String text,
            @Nullable SubscriptionId subscription) {
        return new NewServiceRequest(topic, severity, title, text, subscription, viewer.locale(), null);
    }

    private void write(
            Viewer viewer, ServiceRequestId id, int minutesLater, String text, @Nullable RequestStatus status) {
        clock.during(
                clock.instant().plus(Duration.ofMinutes(minutesLater)),
                () -> requests.change(viewer, id, null, text, status));
    }

    private RelationshipId customer(Viewer provider, String domain) {
        var filter = new CustomerFilter(SearchText.of(domain), null);
        return customers.list(provider, filter, null).rows().getFirst().id();
    }
}
