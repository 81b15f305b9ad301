package io.palier.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Route;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Another country brings its own address fields. */
@BrowserTest
class AddressFieldsTests {
    @RegisterExtension
    final Visitors visitors = new Visitors();

    @Test
    void keepWhatWasTypedWhileTheyWereOnTheirWay() {
        var visitor = visitors.english().open("/enroll");
        var held = new ArrayList<Route>();
        visitor.page.route("**/address-fields*", held::add);
        visitor.chooseValue("address-country", "FR");
        visitor.type("address-line1", "3 rue du Port").type("address-city", "Brest");
        visitor.page.waitForCondition(() -> !held.isEmpty());
        held.getFirst().resume();
        assertThat(visitor.page.locator("#address-state")).hasCount(0);
        assertThat(visitor.page.locator("#address-line1")).hasValue("3 rue du Port");
        assertThat(visitor.page.locator("#address-city")).hasValue("Brest");
    }
}
