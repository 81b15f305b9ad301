package io.palier.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What is not run would look as if it were fine. */
class NothingSkipsTests {
    private static final Pattern SKIPPING =
            Pattern.compile("\\bassume\\w*\\(|@(Disabled|Enabled)(If|On|For)?\\w*|new TestAborted|\\babort\\(");

    @Test
    void saysWhatToInstallWhereChromiumIsMissing() {
        assertThatThrownBy(() -> Chromium.require(Path.of("/nowhere/chromium")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "The browser tests need Chromium at /nowhere/chromium; install it (Debian: apt install chromium)"
                                + " or name it in PALIER_CHROMIUM.");
    }

    /** Beside this class itself: the real price list cannot be shipped, and its test says so when it is skipped. */
    @Test
    void skipsOnlyTheTestOfAFileThatMayBeMissing() throws IOException {
        try (var files = Files.walk(Path.of("src/test/java"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".java") && skips(file))
                            .map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("NothingSkipsTests.java", "PriceListImportTests.java");
        }
    }

    private static boolean skips(Path file) {
        try {
            return SKIPPING.matcher(Files.readString(file)).find();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
