package io.palier.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.palier.browser.Companies.Client;
import io.palier.browser.Companies.Company;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** From a reseller's question about a customer to the day it is closed; with and without script. */
@BrowserTest
class ServiceRequestFlowTests {
    private static final String TITLE = "Nobody at the counter can sign in";

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

    @ParameterizedTest(name = "{0}, script {1}")
    @CsvSource({"en, true", "fr, true", "fr, false"})
    void goesThereAndBackUntilItIsClosed(String language, boolean script) {
        var words = Words.in(language);
        var asker = visitors.visitor(words, script).signIn(reseller.admin());
        asker.menu("Customers").follow("Open {0}", customer.name()).follow("Service requests");
        asker.follow("New request").seesExactly(words.of("{0} answers", provider.name()));
        assertThat(asker.value("lastName")).isEqualTo("Keller");
        asker.press("Submit");
        assertThat(asker.main().locator(".problem-list a")).hasCount(4);
        asker.chooseValue("topic", "SIGN_IN").type("title", TITLE).type("description", "Since eight o’clock.");
        asker.tick("severity-critical").press("Submit");
        asker.sees("Service request").seesExactly(TITLE, customer.name(), provider.name(), "Since eight o’clock.");

        var handler = visitors.visitor(words, script).signIn(provider.admin());
        handler.sees("One service request waits for your answer");
        handler.menu("Service requests").followNamed(TITLE);
        handler.type("text", "Which counter?").press("Add note and wait for an answer");
        handler.sees("Your note is added.", "Attention needed").seesExactly("Which counter?");

        asker.menu("Service requests").sees("Attention needed").followNamed(TITLE);
        asker.type("text", "The one in Brest.").press("Add note").sees("Your note is added.");
        assertThat(asker.button("Add note and wait for an answer")).hasCount(0);
        handler.menu("Service requests").followNamed(TITLE).seesExactly("The one in Brest.");
        asker.press("Close request").sees("The service request is closed.", "A note reopens it.");
        handler.menu("Service requests").seesExactly(TITLE).followNamed(TITLE).sees("A note reopens it.");
    }

    @Test
    void aCustomerSeesNothingOfWhatItsPartnersAskEachOther() {
        var asker = visitors.english().signIn(reseller.admin());
        asker.open("/customers/" + customer.id() + "/service-requests/new");
        asker.chooseValue("topic", "PRICES").type("title", TITLE).type("description", "Between us.");
        asker.tick("severity-minimal").press("Submit").seesExactly(TITLE);
        var address = asker.page.url();
        var client = visitors.english().signIn(customer.company().admin()).menu("Service requests");
        client.sees("Service requests").seesNot(TITLE);
        assertThat(client.status(address)).isEqualTo(404);
    }
}
