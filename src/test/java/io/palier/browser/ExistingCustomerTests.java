package io.palier.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;

/** A reseller relationship with an existing customer, asked for jointly, accepted, and its rights taken back. */
@SpringBootTest(
        properties = "palier.installation.kind=demo",
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = EveryPageTests.EmptyDatabase.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExistingCustomerTests {
    private final Chromium chromium = new Chromium();

    @LocalServerPort
    int port;

    @AfterAll
    void close() {
        chromium.close();
    }

    @Test
    void isAskedJointlyAcceptsAndTakesRightsBack() {
        var northwind = signIn("admin@northwind.example");
        takeRightsBack(northwind);
        var fabrikam = signIn("admin@fabrikam.example");
        assertThat(customers(fabrikam)).doesNotContain("Northwind Traders");

        var contoso = signIn("admin@contoso.example");
        contoso.navigate("/customers");
        click(contoso, AriaRole.LINK, "Request a reseller relationship");
        contoso.fill("#recipients", "admin@northwind.example");
        contoso.selectOption(
                "#other", new com.microsoft.playwright.options.SelectOption().setLabel("Fabrikam Services"));
        assertThat(contoso.isChecked("#delegated")).isTrue();
        click(contoso, AriaRole.BUTTON, "Write the message");
        var link = contoso.textContent("#invitation-link");
        assertThat(contoso.inputValue("#text")).contains(link, "Fabrikam Services");
        click(contoso, AriaRole.BUTTON, "Done");
        assertThat(contoso.textContent("main")).contains("admin@northwind.example", "Sent");

        var stranger = page();
        stranger.navigate(link);
        assertThat(stranger.textContent("main")).contains("Contoso Distribution", "delegated administration");
        click(stranger, AriaRole.LINK, "Sign in and go on");
        stranger.fill("#username", "admin@northwind.example");
        stranger.fill("#password", "Palier-demo-1");
        stranger.click("main button[type=submit]");
        english(stranger);
        assertThat(stranger.url()).endsWith(link.substring(link.indexOf("/invitations/")));
        stranger.check("#agreed");
        click(stranger, AriaRole.BUTTON, "Accept");
        assertThat(stranger.textContent("main")).contains("You accepted", "Fabrikam Services");

        assertThat(customers(fabrikam)).contains("Northwind Traders");
        assertThat(customers(contoso)).contains("Northwind Traders");
        click(fabrikam, AriaRole.LINK, "Open Northwind Traders");
        var users = fabrikam.url() + "/users";
        assertThat(fabrikam.navigate(users).status()).isEqualTo(200);
        takeRightsBack(northwind);
        assertThat(fabrikam.navigate(users).status()).isEqualTo(404);
        assertThat(customers(fabrikam)).doesNotContain("Northwind Traders");
        assertThat(customers(contoso)).contains("Northwind Traders");
    }

    private static void takeRightsBack(Page page) {
        page.navigate("/partner-relationships");
        click(page, AriaRole.LINK, "Remove delegated admin · Fabrikam Services");
        assertThat(page.textContent("main")).contains("ends at once", "run on unchanged");
        page.check("#sure");
        click(page, AriaRole.BUTTON, "Remove delegated admin");
        assertThat(page.textContent("main"))
                .contains("Delegated administration is removed")
                .doesNotContain("Fabrikam");
    }

    private static String customers(Page page) {
        page.navigate("/customers?search=northwind");
        return page.textContent("main .customer-list, main .empty");
    }

    private Page signIn(String name) {
        var page = page();
        page.navigate("/sign-in");
        page.fill("#username", name);
        page.fill("#password", "Palier-demo-1");
        page.click("main button[type=submit]");
        english(page);
        return page;
    }

    private Page page() {
        return chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setBaseURL("http://localhost:" + port)
                        .setLocale("en"))
                .newPage();
    }

    private static void english(Page page) {
        page.click(".languages button[value=en]");
        assertThat(page.getAttribute("html", "lang")).isEqualTo("en");
    }

    private static void click(Page page, AriaRole role, String name) {
        page.getByRole(role, new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }
}
