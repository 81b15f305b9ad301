package io.palier.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * The people at their browsers, each with a session of their own; all leave after the test. When it failed, what each of
 * them saw last is in {@code target/screenshots/failed}.
 */
final class Visitors implements BeforeEachCallback, AfterEachCallback {
    private static final double PATIENCE = 15_000;

    private final List<Page> pages = new ArrayList<>();
    private @Nullable Browser browser;
    private @Nullable String address;

    @Override
    public void beforeEach(ExtensionContext test) {
        browser = Chromium.of(test);
        if (test.getRequiredTestClass().isAnnotationPresent(BrowserTest.class)) {
            address = "http://localhost:"
                    + SpringExtension.getApplicationContext(test)
                            .getEnvironment()
                            .getProperty("local.server.port");
        }
    }

    /** Where the portal is, when it is not the one of {@link BrowserTest}. */
    void at(String portal) {
        address = portal;
    }

    Visitor english() {
        return visitor(Words.ENGLISH, true);
    }

    Visitor french() {
        return visitor(Words.FRENCH, true);
    }

    Visitor visitor(Words words, boolean script) {
        var options = new Browser.NewContextOptions()
                .setBaseURL(Objects.requireNonNull(address))
                .setLocale(words.language().toLanguageTag())
                .setJavaScriptEnabled(script)
                // Pages that still glide to where a click shall go make it miss.
                .setReducedMotion(ReducedMotion.REDUCE)
                .setPermissions(List.of("clipboard-read", "clipboard-write"));
        var context = Objects.requireNonNull(browser).newContext(options);
        context.setDefaultTimeout(PATIENCE);
        var page = context.newPage();
        pages.add(page);
        return new Visitor(page, words, script);
    }

    /** A page into which tools may put scripts of their own. */
    Page forTools(String language) {
        var page = Objects.requireNonNull(browser)
                .newContext(new Browser.NewContextOptions()
                        .setBaseURL(Objects.requireNonNull(address))
                        .setBypassCSP(true)
                        .setLocale(language))
                .newPage();
        pages.add(page);
        return page;
    }

    @Override
    public void afterEach(ExtensionContext test) {
        for (int i = 0; i < pages.size(); i++) {
            if (test.getExecutionException().isPresent()) {
                picture(test, pages.get(i), i);
            }
            pages.get(i).context().close();
        }
        pages.clear();
    }

    private static void picture(ExtensionContext test, Page page, int number) {
        var name = test.getRequiredTestClass().getSimpleName() + "-"
                + test.getRequiredTestMethod().getName() + "-" + number;
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target/screenshots/failed", name.toLowerCase(Locale.ROOT) + ".png")));
    }
}
