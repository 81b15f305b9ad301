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

/** What the founding document says of subscriptions, who manages them and who earns. */
@BrowserTest
class SubscriptionSeedTests {
    private static final String BASIC = "Halden Workplace Basic";
    private static final String STANDARD = "Halden Workplace Standard";

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
    void buysFromTheVendorAndOffersThroughResellersToCustomers() {
        companies.order(provider, customer, BASIC, reseller);
        var buyer = visitors.english().signIn(provider.admin()).menu("Catalog").seesExactly(BASIC, "€");
        assertThat(buyer.status("/catalog")).isEqualTo(200);
        var seller = visitors.english().signIn(reseller.admin());
        assertThat(seller.status("/catalog")).isIn(403, 404);
        seller.menu("Subscriptions")
                .seesExactly(BASIC, customer.name(), provider.name())
                .seesNot("€");
        var user = visitors.english().signIn(customer.company().admin());
        user.menu("Subscriptions").seesExactly(BASIC, provider.name());
    }

    @Test
    void ordersForTheResellersCustomers() {
        var visitor = visitors.english().signIn(provider.admin());
        order(visitor, BASIC, "5", reseller.name());
        visitor.open("/customers/" + customer.id() + "/orders").seesExactly(provider.name(), "5 × " + BASIC);
        visitor.click(visitor.main().locator("tbody a").first());
        visitor.seesExactly("Completed", BASIC, reseller.name());
    }

    @Test
    void addsSubscriptionsWithAResellerFromTheList() {
        var visitor = visitors.english().signIn(provider.admin()).menu("Customers");
        visitor.click(visitor.main().locator(".customer-list summary"));
        visitor.follow("Add subscription · " + customer.name());
        pick(visitor, BASIC, "5");
        pick(visitor, STANDARD, "3");
        visitor.choose("reseller", reseller.name()).press("Submit");
        visitor.seesExactly("its subscriptions are active");
        visitor.open("/customers/" + customer.id());
        assertThat(row(visitor, BASIC)).containsText("5");
        assertThat(row(visitor, STANDARD)).containsText("3");
        assertThat(row(visitor, STANDARD)).containsText(reseller.name());
    }

    @Test
    void changesExistingSubscriptionsInTheCustomersAccount() {
        companies.order(provider, customer, BASIC, reseller);
        var visitor = visitors.english().signIn(provider.admin());
        visitor.open("/customers/" + customer.id()).follow(BASIC);
        visitor.type("quantity", "9").submit("/quantity").sees("The number of licenses is changed.");
        visitor.choose("target", STANDARD + " · 1 year, billed annually")
                .unfold("Upgrade now")
                .submit("/upgrade");
        visitor.seesExactly("The subscription is upgraded.", STANDARD, "9 bought", reseller.name());
        order(visitor, "Brume Shield Endpoint", "10", reseller.name());
        visitor.open("/customers/" + customer.id()).seesExactly(STANDARD, "Brume Shield Endpoint");
    }

    @Test
    void letsTheResellerOfASubscriptionManageIt() {
        var second = companies.resellerOf(provider);
        companies.order(provider, customer, BASIC, second);
        var visitor = visitors.english().signIn(second.admin());
        visitor.menu("Subscriptions").follow(BASIC);
        visitor.type("quantity", "6").submit("/quantity").sees("The number of licenses is changed.");
        visitor.type("nickname", "Front office").submit("/nickname").seesExactly("Front office");
        assertThat(visitor.status("/customers/" + customer.id() + "/users")).isEqualTo(404);
        visitors.english()
                .signIn(provider.admin())
                .open("/customers/" + customer.id())
                .seesExactly("Front office", "6", second.name());
    }

    @Test
    void creditsAResellerWithAnExistingSubscription() {
        companies.order(provider, customer, BASIC, null);
        var second = companies.resellerOf(provider);
        var visitor = visitors.english().signIn(provider.admin());
        visitor.open("/customers/" + customer.id()).follow(BASIC).seesExactly("credited for incentives");
        visitor.choose("reseller", second.name())
                .type("reseller-why", "Sold it")
                .submit("/reseller")
                .seesExactly("The reseller is updated.", "Sold it");
        assertThat(visitor.main().locator("#reseller option:checked")).containsText(second.name());
        visitors.english().signIn(second.admin()).menu("Subscriptions").seesExactly(BASIC, customer.name());
    }

    private void order(Visitor visitor, String offer, String quantity, String credited) {
        visitor.open("/customers/" + customer.id()).follow("Add subscription");
        pick(visitor, offer, quantity);
        visitor.choose("reseller", credited).press("Submit");
        visitor.seesExactly("its subscriptions are active");
    }

    private static void pick(Visitor visitor, String offer, String quantity) {
        visitor.type("text", offer).press("Search");
        visitor.press("Add {0}, {1}, {2}", offer, "1 year", "billed annually");
        row(visitor, offer).locator("input[type=text]").fill(quantity);
    }

    private static Locator row(Visitor visitor, String offer) {
        return visitor.main().locator("tbody tr").filter(new Locator.FilterOptions().setHasText(offer));
    }
}
