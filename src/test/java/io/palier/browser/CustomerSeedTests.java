package io.palier.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import io.palier.browser.Companies.Company;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/** What the founding document says of new customers. */
@BrowserTest
class CustomerSeedTests {
    private static final String BASIC = "Halden Workplace Basic";
    private static final String SHIELD = "Brume Shield Endpoint";

    @RegisterExtension
    final Visitors visitors = new Visitors();

    @Autowired
    Companies companies;

    private Company provider;
    private Company reseller;
    private MainFlow flow;

    @BeforeEach
    void partners() {
        provider = companies.provider();
        reseller = companies.resellerOf(provider);
        flow = new MainFlow(visitors, Words.ENGLISH, true);
    }

    @Test
    void addsACustomerOnTheResellersBehalfWhichManagesIt() {
        var name = "Fourth Coffee " + Companies.next();
        var visitor = visitors.english().signIn(provider.admin());
        flow.addCustomer(visitor, reseller.name(), name, BASIC, "onpalier.example");
        var manager =
                visitors.english().signIn(reseller.admin()).menu("Customers").follow("Open {0}", name);
        manager.follow(BASIC);
        assertThat(manager.main().locator("form[action$='/suspension']")).isVisible();
        manager.follow("Users and licenses").follow("Add user").hasTitle(name);
        manager.open("/customers").follow("Open {0}", name).follow("Account").seesExactly("wanda@");
    }

    @Test
    void createsTheCustomersAccount() {
        var name = "Fourth Coffee " + Companies.next();
        var visitor = visitors.english().signIn(provider.admin());
        var info = flow.addCustomer(visitor, reseller.name(), name, BASIC, "onpalier.example");
        visitor.open("/customers?search=" + info.name().substring(6)).seesExactly(name);
        var admin = visitors.english().signIn(info.name(), info.password());
        admin.isAt("/password");
        assertThat(admin.page.locator(".organization-name")).hasText(name);
    }

    @Test
    void choosesTheResellerOfTheRowItBeganFrom() {
        var other = companies.resellerOf(provider);
        var visitor = visitors.english().signIn(provider.admin()).menu("Indirect resellers");
        visitor.follow("Add new customer for {0}", other.name()).hasTitle("New customer");
        assertThat(visitor.main().locator("#reseller option:checked")).containsText(other.name());
        visitor.seesExactly(other.name() + " will manage this customer’s account");
    }

    @Test
    void leadsFromAccountInfoOverSubscriptionsAndReviewToTheSubmit() {
        var name = "Fourth Coffee " + Companies.next();
        var visitor = visitors.english().signIn(provider.admin());
        beginAndFillIn(visitor, name);
        visitor.press("Next: Subscriptions").hasTitle("New subscription");
        for (var offer : new String[] {BASIC, SHIELD}) {
            visitor.type("q", offer).press("Search");
            visitor.press("Add {0}, {1}, {2}", offer, "1 year", "Annual");
        }
        visitor.type("quantity-0", "7").type("quantity-1", "12");
        visitor.press("Next: Review").hasTitle("Review").seesExactly(name, BASIC, SHIELD, reseller.name());
        assertThat(row(visitor, BASIC)).containsText("7");
        assertThat(row(visitor, SHIELD)).containsText("12");
        visitor.follow("Update the subscriptions").type("quantity-0", "8").press("Next: Review");
        assertThat(row(visitor, BASIC)).containsText("8");
        visitor.press("Submit").hasTitle("Confirmation").follow("Open the customer");
        assertThat(row(visitor, BASIC)).containsText("8");
        assertThat(row(visitor, SHIELD)).containsText("12");
    }

    @Test
    void dropsEverythingWhenCancelled() {
        var name = "Fourth Coffee " + Companies.next();
        var visitor = visitors.english().signIn(provider.admin());
        beginAndFillIn(visitor, name);
        visitor.press("Next: Subscriptions").hasTitle("New subscription").follow("Cancel");
        visitor.seesExactly("Everything you entered for " + name + " is dropped")
                .press("Yes");
        visitor.hasTitle("Customers").seesExactly("nothing was added or ordered", "No customers yet");
        visitor.follow("Add customer").hasTitle("New customer");
        assertThat(visitor.value("name")).isEmpty();
    }

    @Test
    void showsTheSetupInfoOnce() {
        var visitor = visitors.english().signIn(provider.admin());
        var name = "Fourth Coffee " + Companies.next();
        var info = flow.addCustomer(visitor, reseller.name(), name, BASIC, "onpalier.example");
        assertThat(info.password()).hasSizeGreaterThanOrEqualTo(12);
        visitor.press("Copy the password");
        assertThat(visitor.page.evaluate("navigator.clipboard.readText()")).isEqualTo(info.password());
        flow.credentialsAreGone(visitor, info);
        visitor.follow("Issue a new password").hasTitle(name).seesExactly(info.name());
    }

    @Test
    void putsTheNewCustomerOnTopTiedToItsReseller() {
        var visitor = visitors.english().signIn(provider.admin());
        companies.customer(provider, null);
        var name = "Zephyr Coffee " + Companies.next();
        flow.addCustomer(visitor, reseller.name(), name, BASIC, "onpalier.example");
        flow.isOnTop(visitor, name, reseller.name());
        visitors.english().signIn(reseller.admin()).menu("Customers").seesExactly(name);
    }

    @Test
    void findsFiltersAndExpandsCustomers() {
        var mine = companies.customer(provider, reseller);
        var direct = companies.customer(provider, null);
        companies.order(provider, mine, BASIC, reseller);
        var visitor = visitors.english().signIn(provider.admin()).menu("Customers");
        visitor.seesExactly(mine.name(), direct.name());
        visitor.type("search", direct.domain()).press("Search");
        visitor.seesExactly(direct.name()).seesNot(mine.name());
        visitor.follow("Show all").choose("reseller", reseller.name()).press("Search");
        visitor.seesExactly("Reseller: " + reseller.name(), mine.name()).seesNot(direct.name());
        visitor.click(visitor.main().locator(".customer-list summary"));
        visitor.seesExactly(mine.company().id().toString(), BASIC);
        visitor.follow("Add subscription · " + mine.name())
                .hasTitle(mine.name())
                .seesExactly("New subscription");
    }

    private void beginAndFillIn(Visitor visitor, String name) {
        visitor.open("/customers/new?reseller=" + reseller.id()).hasTitle("New customer");
        flow.fillIn(visitor, name);
    }

    private static Locator row(Visitor visitor, String offer) {
        return visitor.main().locator("tbody tr").filter(new Locator.FilterOptions().setHasText(offer));
    }
}
