package io.palier.demo;

import io.palier.organization.OrganizationKind;
import io.palier.organization.Organizations;
import io.palier.platform.BusinessClock;
import io.palier.platform.Installation;
import io.palier.platform.Installation.Settings;
import io.palier.platform.Origin;
import java.util.List;
import java.util.Locale;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The sample world, only in an empty demo installation. Prices come first, because orders read only prices that are
 * committed; all the rest comes at once or not at all, so that a start cut off is simply repeated.
 */
@Service
public class DemoWorld {
    private static final List<String> SUFFIXES = List.of("onpalier.example", "onmicrosoft.com");

    private final Installation installation;
    private final Organizations organizations;
    private final DemoPeople people;
    private final DemoTrade trade;
    private final DemoTakeover takeover;
    private final DemoSubscriptions subscriptions;
    private final DemoRequests requests;
    private final DemoHistory history;
    private final DemoHelp help;
    private final BusinessClock clock;
    private final Environment environment;
    private final TransactionTemplate transaction;

    DemoWorld(
            Installation installation,
            Organizations organizations,
            DemoPeople people,
            DemoTrade trade,
            DemoTakeover takeover,
            DemoSubscriptions subscriptions,
            DemoRequests requests,
            DemoHistory history,
            DemoHelp help,
            BusinessClock clock,
            Environment environment,
            PlatformTransactionManager transactions) {
        this.installation = installation;
        this.organizations = organizations;
        this.people = people;
        this.trade = trade;
        this.takeover = takeover;
        this.subscriptions = subscriptions;
        this.requests = requests;
        this.history = history;
        this.help = help;
        this.clock = clock;
        this.environment = environment;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Fills an empty demo installation; any other is left as it is. */
    public void load() {
        var settings = installation.settings();
        if (settings.kind() != Installation.Kind.DEMO || isInhabited()) {
            return;
        }
        trade.publishPrices();
        transaction.executeWithoutResult(status -> bringToLife(settings));
    }

    private void bringToLife(Settings settings) {
        setUp(settings, false);
        var story = new Story();
        story.then(364, () -> {
            people.bringIn(Cast.PALIER_CLOUD);
            Cast.PARTNERS.forEach(people::bringIn);
        });
        story.then(362, trade::connectPartners);
        story.then(357, () -> requests.becomePartners(Cast.LITWARE));
        trade.serveCustomers(story);
        story.then(300, takeover::takeOver);
        history.tell(story);
        story.then(3, subscriptions::live);
        requests.askAround(story);
        help.askForHelp(story);
        story.then(2, trade::applyToTakePart);
        story.tell(clock);
        setUp(installation.settings(), true);
    }

    private boolean isInhabited() {
        for (var kind : OrganizationKind.values()) {
            if (!organizations.ofKind(kind).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private void setUp(Settings settings, boolean automaticApproval) {
        installation.save(new Settings(
                settings.kind(),
                true,
                address(),
                Locale.ENGLISH,
                List.of("EUR", "USD"),
                SUFFIXES,
                "vendor",
                automaticApproval,
                false,
                settings.version()));
    }

    /** Links lead to the port of this start. */
    void followPort() {
        var settings = installation.settings();
        if (settings.isSetUp() && !address().equals(settings.publicAddress())) {
            installation.save(settings.withPublicAddress(address()));
        }
    }

    private String address() {
        return Origin.local(environment);
    }
}
