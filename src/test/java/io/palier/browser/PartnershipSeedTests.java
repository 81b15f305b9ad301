package io.palier.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import io.palier.browser.Companies.Company;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/** What the founding document says of partnerships. */
@BrowserTest
class PartnershipSeedTests {
    @RegisterExtension
    final Visitors visitors = new Visitors();

    @Autowired
    Companies companies;

    @Test
    void holdsVendorCustomersAndResellersInOnePlace() {
        var provider = companies.provider();
        var reseller = companies.resellerOf(provider);
        var customer = companies.customer(provider, reseller);
        var visitor = visitors.english().signIn(provider.admin()).hasTitle("Dashboard");
        visitor.menu("Indirect resellers").seesExactly(reseller.name());
        visitor.menu("Customers").seesExactly(customer.name());
        visitor.menu("Catalog").seesExactly("Halden Software");
    }

    @Test
    void servesCommonCustomersTogether() {
        var provider = companies.provider();
        var reseller = companies.resellerOf(provider);
        var customer = companies.customer(provider, reseller);
        visitors.english().signIn(provider.admin()).menu("Customers").seesExactly(customer.name(), reseller.name());
        visitors.english().signIn(reseller.admin()).menu("Customers").seesExactly(customer.name(), provider.name());
    }

    @Test
    void dealsWithNoResellerBeforeThePartnership() {
        var provider = companies.provider();
        var stranger = companies.reseller();
        var customer = companies.customer(provider, null);
        companies.order(provider, customer, "Halden Workplace Basic", null);
        var visitor = visitors.english().signIn(provider.admin());
        assertThat(visitor.status("/customers/new?reseller=" + stranger.id())).isBetween(400, 499);
        assertThat(visitor.status("/resellers/" + stranger.id() + "/removal")).isEqualTo(404);
        visitor.open("/resellers").hasTitle("Indirect resellers").seesNot(stranger.name());
        offersNot(visitor.open("/customers/new"), "#reseller", stranger);
        offersNot(visitor.open("/customers/" + customer.id() + "/partners"), "#after", stranger);
        offersNot(visitor.open("/customers/" + customer.id() + "/subscriptions/new"), "#reseller", stranger);
        visitor.open("/customers/" + customer.id()).follow("Halden Workplace Basic");
        offersNot(visitor, "#reseller", stranger);
        offersNot(visitor, "#contact", stranger);
        var outside = visitors.english().signIn(stranger.admin());
        assertThat(outside.status("/customers/" + customer.id())).isEqualTo(404);
        outside.menu("Customers").sees("Customers").seesNot(customer.name());
    }

    private static void offersNot(Visitor visitor, String list, Company stranger) {
        assertThat(visitor.main().locator(list)).isVisible();
        assertThat(visitor.main().locator(list)).not().containsText(stranger.name());
    }

    @Test
    void pointsResellersToTheirEnrollment() {
        var provider = companies.provider();
        var visitor = visitors.english().signIn(provider.admin());
        visitor.open("/resellers").follow("Request a partnership").follow("How a reseller enrolls");
        visitor.isAt("/enroll").hasTitle("Enroll as an indirect reseller");
        visitor.seesExactly("Location partner ID", "I accept the partner agreement for my company.");
        var link = request(visitor, "office@nowhere.example");
        var recipient = visitors.english().open(link);
        recipient.seesExactly("an enrolled indirect reseller of the same region", "partner agreement must be signed");
        assertThat(recipient.link("Enroll as an indirect reseller")).isVisible();
        var other = visitors.english().open(link).follow("Sign in and go on");
        other.credentials(provider.admin(), Visitor.PASSWORD).seesExactly("What stands in the way");
        assertThat(other.button("Authorize indirect provider")).hasCount(0);
    }

    @Test
    void listsAndManagesPartnershipsFromTheMenu() {
        var provider = companies.provider();
        var kept = companies.resellerOf(provider);
        var left = companies.resellerOf(provider);
        var visitor = visitors.english().signIn(provider.admin()).menu("Indirect resellers");
        visitor.seesExactly(kept.name(), left.name(), "Partner ID", "France", "Active", "Eligible");
        var row = visitor.main().locator("tbody tr").filter(new Locator.FilterOptions().setHasText(left.name()));
        visitor.click(row.locator("summary"));
        visitor.follow("Remove partnership with {0}", left.name());
        visitor.tick("confirmed").press("Remove partnership");
        visitor.seesExactly("The partnership with " + left.name() + " is removed");
        assertThat(visitor.main().locator("tbody")).not().containsText(left.name());
        visitor.open("/resellers?tab=ended").seesExactly(left.name()).seesNot(kept.name());
    }

    @Test
    void draftsAMessageToTheResellersAddress() {
        var visitor = visitors.english().signIn(companies.provider().admin());
        visitor.menu("Indirect resellers").follow("Request a partnership");
        visitor.type("recipients", "not an address").press("Write the message");
        visitor.seesExactly("Some fields need a look");
        visitor.type("recipients", "office@proseware.example").press("Write the message");
        visitor.seesExactly("Request to office@proseware.example");
        assertThat(visitor.value("subject")).contains("Trey Distribution");
        assertThat(visitor.value("text")).contains("Trey Distribution", "/invitations/");
    }

    @Test
    void opensTheMessageInAMailProgramCopiesItAndIsDone() {
        var visitor = visitors.french().signIn(companies.provider().admin());
        request(visitor, "bureau@proseware.example");
        visitor.type("text", "Chère équipe, à bientôt & merci.");
        visitor.press("Copy to clipboard").sees("Copied to the clipboard.");
        var copied = visitor.page.evaluate("navigator.clipboard.readText()").toString();
        var mail = visitor.link("Open in email").getAttribute("href");
        assertThat(mail).startsWith("mailto:bureau@proseware.example?subject=").doesNotContain("+", " ", "\n");
        assertThat(URLDecoder.decode(mail, StandardCharsets.UTF_8).replace("\r\n", "\n"))
                .contains("Chère équipe, à bientôt & merci.")
                .endsWith(copied);
        visitor.press("Done").seesExactly("bureau@proseware.example").sees("Sent");
    }

    @Test
    void letsTheTextBeEditedButKeepsThePersonalLink() {
        var visitor = visitors.english().signIn(companies.provider().admin());
        var link = request(visitor, "one@proseware.example");
        visitor.type("text", "Short and friendly.").press("Save");
        visitor.seesExactly("put back");
        assertThat(visitor.value("text")).startsWith("Short and friendly.").contains(link);
        assertThat(request(visitor, "two@proseware.example")).isNotEqualTo(link);
        var other = visitors.english().signIn(companies.provider().admin());
        assertThat(request(other, "one@proseware.example")).isNotEqualTo(link);
    }

    @Test
    void listsTheResellerOnceItAccepts() {
        var provider = companies.provider();
        var reseller = companies.reseller();
        var visitor = visitors.english().signIn(provider.admin());
        var link = request(visitor, reseller.admin());
        visitor.press("Done").menu("Indirect resellers").seesExactly("No partners yet");
        var recipient = visitors.english().open(link).follow("Sign in and go on");
        recipient.credentials(reseller.admin(), Visitor.PASSWORD);
        recipient.tick("agreed").press("Authorize indirect provider").seesExactly("You are partners now");
        visitor.menu("Indirect resellers").seesExactly(reseller.name(), "Active");
        assertThat(visitor.link("Add new customer for {0}", reseller.name())).isVisible();
    }

    private static String request(Visitor visitor, String recipient) {
        visitor.open("/resellers/requests/new").type("recipients", recipient).press("Write the message");
        return visitor.main().locator("#invitation-link").textContent();
    }
}
