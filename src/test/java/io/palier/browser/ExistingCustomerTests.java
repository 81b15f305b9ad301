package io.palier.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/** A reseller relationship with an existing customer, asked for jointly, accepted, and its rights taken back. */
@BrowserTest
class ExistingCustomerTests {
    @RegisterExtension
    final Visitors visitors = new Visitors();

    @Autowired
    Companies companies;

    @Test
    void isAskedJointlyAcceptsAndTakesRightsBack() {
        var provider = companies.provider();
        var reseller = companies.resellerOf(provider);
        var customer = companies.customer(companies.provider(), null);
        var sender = visitors.english().signIn(provider.admin());
        sender.menu("Customers").follow("Request a reseller relationship");
        sender.type("recipients", customer.company().admin()).choose("other", reseller.name());
        assertThat(sender.page.locator("#delegated")).isChecked();
        sender.press("Write the message");
        var link = sender.main().locator("#invitation-link").textContent();
        assertThat(sender.value("text")).contains(link, reseller.name());
        sender.press("Done").seesExactly(customer.company().admin(), "Sent");

        var admin = visitors.english().open(link);
        admin.seesExactly(provider.name(), "delegated administration").follow("Sign in and go on");
        admin.credentials(customer.company().admin(), Visitor.PASSWORD);
        admin.isAt(link.substring(link.indexOf("/invitations/")));
        admin.tick("agreed").tick("agreement").press("Accept");
        admin.seesExactly("You accepted", reseller.name());

        var second = visitors.english().signIn(reseller.admin());
        second.menu("Customers").follow("Open {0}", customer.name());
        var users = second.page.url() + "/users";
        assertThat(second.status(users)).isEqualTo(200);
        takeRightsBack(admin, reseller.name());
        assertThat(second.status(users)).isEqualTo(404);
        second.menu("Customers").sees("Customers").seesNot(customer.name());
        sender.menu("Customers").seesExactly(customer.name());
    }

    private static void takeRightsBack(Visitor admin, String partner) {
        admin.menu("Partner relationships").follow("Remove delegated admin · " + partner);
        admin.seesExactly("ends at once").tick("sure").press("Remove delegated admin");
        admin.seesExactly("Delegated administration is removed").seesNot(partner);
    }
}
