package io.palier.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/** What the founding document says of guidance and language. */
@BrowserTest
class GuidanceSeedTests {
    @RegisterExtension
    final Visitors visitors = new Visitors();

    @Autowired
    Companies companies;

    @Test
    void guidesInTheOrderOfWorkAndLinksToHelp() {
        var visitor = visitors.english().signIn(companies.provider().admin()).hasTitle("Dashboard");
        var steps = visitor.main().locator(".what-next");
        assertThat(steps.locator("a").allTextContents())
                .containsExactly(
                        "Request a partnership",
                        "Welcome your first indirect reseller",
                        "Add a customer",
                        "Associate a reseller with a new customer",
                        "Add a subscription",
                        "Credit a reseller with a subscription",
                        "Name the designated support contact",
                        "Request a reseller relationship");
        assertThat(steps).containsText("1. Connect with resellers");
        assertThat(steps).containsText("2. Connect with customers");
        for (var topic : List.of("The indirect model", "Customer accounts", "Customer subscriptions")) {
            visitor.open("/").followNamed(topic);
            assertThat(visitor.main().locator("h1")).hasText(topic);
        }
    }

    @Test
    void saysEverythingInFrenchAndEnglish() {
        var provider = companies.provider();
        var reseller = companies.resellerOf(provider);
        var customer = companies.customer(provider, reseller);
        companies.order(provider, customer, "Halden Workplace Basic", reseller);
        for (var words : List.of(Words.ENGLISH, Words.FRENCH)) {
            var visitor = visitors.visitor(words, true).signIn(provider.admin());
            visitor.hasTitle("Dashboard").menu("Indirect resellers").sees("Request a partnership", "Add new customer");
            visitor.menu("Customers")
                    .sees("Export customers", "Request a reseller relationship", "Add customer")
                    .sees("Filter by indirect reseller");
            visitor.follow("Request a reseller relationship").sees("Include delegated administration privileges");
            visitor.open("/customers/" + customer.id()).sees("Subscriptions", "Order history", "Add subscription");
            visitor.sees("Users and licenses").follow("Halden Workplace Basic");
            visitor.sees("Designated support contact", "Auto-renew", "Upgrade now", "Submit", "Update");
            visitor.menu("Activity log").menu("User management").hasTitle("User management");
            var partner = visitors.visitor(words, true).signIn(reseller.admin());
            partner.menu("Indirect providers").sees("View customers", "Invite new customers");
            var admin = visitors.visitor(words, true).signIn(customer.company().admin());
            admin.menu("Partner relationships").sees("Remove delegated admin", "Remove reseller relationship");
        }
    }
}
