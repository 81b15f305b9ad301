package io.palier.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The API reference, under the content security policy of every page. */
@BrowserTest
class ApiReferenceTests {
    @RegisterExtension
    final Visitors visitors = new Visitors();

    @Test
    void letsOneTryACallWithAnApplicationOfOnesOwn() {
        var visitor = visitors.english();
        var complaints = new ArrayList<String>();
        visitor.page.onPageError(complaints::add);
        visitor.signIn("admin@contoso.example").open("/account/applications").follow("API reference");
        authorize(visitor);
        var call = visitor.main().locator("#operations-Relationship-relationship-list");
        visitor.main().locator("#operations-tag-Relationship button").first().click();
        call.locator(".opblock-summary-control").click();
        call.getByText("Try it out").click();
        call.getByText("Execute", new Locator.GetByTextOptions().setExact(true)).click();
        assertThat(call.locator(".live-responses-table")).containsText("200");
        assertThat(call.locator(".live-responses-table")).containsText("Fabrikam Services");
        assertThat(complaints).isEmpty();
    }

    private static void authorize(Visitor visitor) {
        visitor.main().locator(".btn.authorize").click();
        visitor.page.locator("#client_id_clientCredentials").fill("0190a000-0000-7000-8000-0000000000a2");
        visitor.page.locator("#client_secret_clientCredentials").fill("palier-demo-secret-of-contoso-automation");
        visitor.page.locator(".scopes label").first().click();
        visitor.page.locator(".modal-btn.authorize").click();
        assertThat(visitor.page.locator(
                        ".modal-btn.auth", new com.microsoft.playwright.Page.LocatorOptions().setHasText("Logout")))
                .isVisible();
        visitor.page.locator(".modal-btn.btn-done").click();
    }

    @Test
    void isADescriptionToDownloadWithoutScript() {
        var visitor = visitors.visitor(Words.FRENCH, false).open("/help/api");
        assertThat(visitor.main().locator("noscript p")).isVisible();
        assertThat(visitor.status("/openapi.json")).isEqualTo(200);
    }
}
