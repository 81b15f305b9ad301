package io.palier.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import io.palier.browser.Companies.Client;
import io.palier.browser.Companies.Company;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/** What the founding document says of support, and of how the three ways to tie a reseller differ. */
@BrowserTest
class SupportSeedTests {
    private static final String BASIC = "Halden Workplace Basic";
    private static final String SHIELD = "Brume Shield Endpoint";

    @RegisterExtension
    final Visitors visitors = new Visitors();

    @Autowired
    Companies companies;

    private Company provider;
    private Company reseller;
    private Client customer;

    @BeforeEach
    void partners() {
        provider = companies.provider();
        reseller = companies.resellerOf(provider);
        customer = companies.customer(provider, reseller);
    }

    @Test
    void designatesTheResellerForChosenSubscriptionsOnly() {
        companies.order(provider, customer, BASIC, null);
        companies.order(provider, customer, SHIELD, null);
        designate(visitors.english().signIn(provider.admin()), BASIC);
        var visitor = visitors.english().signIn(customer.company().admin()).menu("Subscriptions");
        assertThat(row(visitor, BASIC)).containsText(reseller.name());
        assertThat(row(visitor, SHIELD)).containsText(provider.name());
        assertThat(row(visitor, SHIELD)).not().containsText(reseller.name());
    }

    @Test
    void offersTheListOnTheSubscriptionsPage() {
        var stranger = companies.resellerOf(provider);
        companies.order(provider, customer, BASIC, null);
        var visitor =
                visitors.english().signIn(provider.admin()).menu("Customers").follow("Open {0}", customer.name());
        visitor.follow(BASIC).sees("Designated support contact");
        var list = visitor.main().locator("#contact");
        assertThat(list.locator("option:checked")).containsText(provider.name());
        assertThat(list.locator("option:not([disabled])")).hasCount(2);
        assertThat(list).containsText(reseller.name());
        assertThat(list.locator("option[disabled]")).containsText(stranger.name());
        assertThat(list.locator("option[disabled]"))
                .containsText("no relationship with this customer; request one first");
    }

    @Test
    void handsTheNewSubscriptionsSupportToTheResellerAndKeepsTheHistory() {
        companies.order(provider, customer, BASIC, reseller);
        var visitor = visitors.english().signIn(provider.admin());
        designate(visitor, BASIC);
        visitor.seesExactly("The designated support contact is updated.", "now", "set by " + provider.name());
        var helper = visitors.english()
                .signIn(reseller.admin())
                .menu("Subscriptions")
                .follow(BASIC);
        helper.sees("Designated support contact").seesExactly(reseller.name());
    }

    /** One reseller for each way, none of which gives what the others give. */
    @Test
    void keepsTheThreeWaysToTieAResellerApart() {
        var credited = companies.resellerOf(provider);
        var outsider = companies.resellerOf(provider);
        companies.order(provider, customer, BASIC, credited);
        designate(visitors.english().signIn(provider.admin()), BASIC);
        var users = "/customers/" + customer.id() + "/users";
        var account = visitors.english().signIn(reseller.admin());
        assertThat(account.status(users)).isEqualTo(200);
        account.menu("Customers").seesExactly(customer.name());
        var earner = visitors.english().signIn(credited.admin());
        assertThat(earner.status(users)).isEqualTo(404);
        earner.menu("Subscriptions").seesExactly(BASIC, reseller.name());
        earner.menu("Customers").sees("Customers").seesNot(customer.name());
        var nobody = visitors.english().signIn(outsider.admin());
        nobody.menu("Subscriptions").sees("Subscriptions").seesNot(BASIC);
        assertThat(nobody.status("/customers/" + customer.id())).isEqualTo(404);
    }

    private void designate(Visitor visitor, String offer) {
        visitor.open("/customers/" + customer.id()).follow(offer);
        visitor.choose("contact", reseller.name()).submit("/support-contact");
        assertThat(visitor.main().locator("#contact option:checked")).containsText(reseller.name());
    }

    private static Locator row(Visitor visitor, String offer) {
        return visitor.main().locator("tbody tr").filter(new Locator.FilterOptions().setHasText(offer));
    }
}
