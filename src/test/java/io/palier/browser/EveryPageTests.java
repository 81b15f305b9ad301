package io.palier.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Follows every link of the demo's people, one page of each shape: axe finds nothing, and nothing is wider than a phone or a small screen.
 * Leaves a picture of every page, at 1280 and at 360 pixels, in {@code target/screenshots}.
 */
@BrowserTest
class EveryPageTests {
    /** A picture of a long page takes its time on a busy machine. */
    private static final double PATIENCE_MS = 120_000;

    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    @RegisterExtension
    final Visitors visitors = new Visitors();

    @ParameterizedTest(name = "{0} in {1}")
    @CsvSource({
        "'',                         en",
        "'',                         fr",
        "admin@contoso.example,      en",
        "admin@contoso.example,      fr",
        "helpdesk@contoso.example,   fr",
        "admin@fabrikam.example,     fr",
        "admin@northwind.example,    en",
        "admin@operator.example,     en"
    })
    void isAccessibleAndFitsAPhone(String person, String language) {
        var page = visitors.forTools(language);
        signIn(page, person, language);
        assertThat(faults(page, person + "-" + language)).isEmpty();
    }

    private static void signIn(Page page, String person, String language) {
        if (person.isEmpty()) {
            page.navigate("/");
            return;
        }
        page.navigate("/sign-in");
        page.fill("#username", person);
        page.fill("#password", "Palier-demo-1");
        page.click("main button[type=submit]");
        page.click(".languages button[value=" + language + "]");
        assertThat(page.getAttribute("html", "lang")).isEqualTo(language);
    }

    private static List<String> faults(Page page, String name) {
        var faults = new ArrayList<String>();
        var queue = new ArrayDeque<String>(List.of("/"));
        var seen = new HashSet<String>();
        while (!queue.isEmpty()) {
            var address = queue.remove();
            var answer = page.navigate(address);
            if (answer == null || (answer.status() >= 400 && answer.status() != 403)) {
                faults.add(address + " answers " + (answer == null ? "nothing" : answer.status()));
            }
            axe(page).forEach(fault -> faults.add(address + ": " + fault));
            picture(page, name, shape(address), 1280);
            if (picture(page, name, shape(address), 360) > 360) {
                faults.add(address + " is wider than 360 pixels");
            }
            if (width(page, 1024) > 1024) {
                faults.add(address + " is wider than 1024 pixels");
            }
            for (var link : page.locator("a[href^='/']").all()) {
                var href = link.getAttribute("href");
                if (!isFile(href) && seen.add(shape(href))) {
                    queue.add(href);
                }
            }
        }
        return faults;
    }

    private static List<String> axe(Page page) {
        return new AxeBuilder(page)
                .withTags(WCAG).analyze().getViolations().stream()
                        .map(EveryPageTests::describe)
                        .toList();
    }

    private static String describe(Rule rule) {
        return rule.getId() + " " + rule.getNodes().getFirst().getHtml();
    }

    /** Takes a picture at a width and says how wide the page wants to be. */
    private static int picture(Page page, String name, String shape, int width) {
        page.setViewportSize(width, 800);
        var file = shape.replaceAll("[^A-Za-z0-9]+", "-");
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setTimeout(PATIENCE_MS)
                .setPath(Path.of("target/screenshots", name, file + "-" + width + ".png")));
        return width(page, width);
    }

    /** How wide a page wants to be in a window of a width. */
    private static int width(Page page, int window) {
        page.setViewportSize(window, 800);
        return ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue();
    }

    /** What the browser saves instead of showing it. */
    private static boolean isFile(String link) {
        return link.contains(".csv") || link.endsWith(".pem") || link.endsWith(".json");
    }

    private static String shape(String link) {
        return link.replaceFirst("[?#].*", "").replaceAll("[0-9a-f-]{36}|[A-Z0-9]{12}|\\d{4}", "ID");
    }
}
