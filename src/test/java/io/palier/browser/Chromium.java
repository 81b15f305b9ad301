package io.palier.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The installed Chromium, one for the whole run; there is no test without it, and none is skipped for lack of it. */
final class Chromium implements AutoCloseable {
    private static final Path PROGRAM =
            Path.of(Objects.requireNonNullElse(System.getenv("PALIER_CHROMIUM"), "/usr/bin/chromium"));

    private final Playwright playwright;
    private final Browser browser;

    private Chromium() {
        require(PROGRAM);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(PROGRAM)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    /** The one of this run; it ends with the run. */
    static Browser of(ExtensionContext test) {
        return test.getRoot()
                .getStore(ExtensionContext.Namespace.create(Chromium.class))
                .computeIfAbsent("chromium", key -> new Chromium(), Chromium.class)
                .browser;
    }

    /**
     * Makes sure that it is there.
     *
     * @throws IllegalStateException saying what to install
     */
    static void require(Path program) {
        if (!Files.isExecutable(program)) {
            throw new IllegalStateException("The browser tests need Chromium at " + program
                    + "; install it (Debian: apt install chromium) or name it in PALIER_CHROMIUM.");
        }
    }

    @Override
    public void close() {
        playwright.close();
    }
}
