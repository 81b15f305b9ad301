package io.palier.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The charts of the dashboards, under the content security policy of every page. */
@BrowserTest
class ChartsTests {
    @RegisterExtension
    final Visitors visitors = new Visitors();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "admin@operator.example",
                "admin@contoso.example",
                "admin@fabrikam.example",
                "admin@northwind.example"
            })
    void areDrawnFromTheirTablesAndTheBrowserComplainsOfNothing(String person) {
        var visitor = visitors.english();
        var complaints = complaints(visitor.page);
        visitor.signIn(person).open("/");
        var charts = visitor.main().locator("[data-chart]");
        assertThat(visitor.main().locator("[data-chart][data-drawn=yes]")).hasCount(charts.count());
        assertThat(charts.count()).isGreaterThan(1);
        for (var chart : charts.all()) {
            assertThat(chart.locator("canvas")).isVisible();
            assertThat(hasInk(chart)).as(chart.getAttribute("data-chart")).isTrue();
        }
        assertThat(visitor.main().locator("[id^=figures-]").first()).not().isVisible();
        assertThat(complaints).isEmpty();
    }

    @Test
    void areTablesWithoutScript() {
        var visitor = visitors.visitor(Words.ENGLISH, false).signIn("admin@contoso.example");
        visitor.open("/");
        assertThat(visitor.main().locator("[data-chart]").first()).not().isVisible();
        assertThat(visitor.main().locator("[id^=figures-]").first()).isVisible();
        assertThat(visitor.main().locator("#figures-products tbody tr").count()).isGreaterThan(3);
    }

    private static List<String> complaints(Page page) {
        var complaints = new ArrayList<String>();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        return complaints;
    }

    /** Whether anything at all is on the canvas. */
    private static boolean hasInk(Locator chart) {
        return (Boolean) chart.locator("canvas").evaluate("""
                canvas => canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data.some(x => x > 0)""");
    }
}
