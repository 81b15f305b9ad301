package io.palier.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code docs/api-coverage.md} says the truth about its tests. */
class ApiCoverageTests {
    private static final Pattern TEST = Pattern.compile("`([A-Za-z]+Tests)(?:#([a-zA-Z]+))?`");
    private static final Path TESTS = Path.of("src/test/java");

    @Test
    void everyServedEndpointNamesATestThatThereIs() throws IOException {
        var rows = Files.readAllLines(Path.of("docs/api-coverage.md")).stream()
                .filter(line -> line.matches("\\|.*\\| (CORE|USEFUL|RARE) \\|.*"))
                .toList();
        assertThat(rows).hasSizeGreaterThan(60);
        for (var row : rows) {
            assertThat(row).containsPattern("\\| (served|refused|open) \\|");
            if (!row.contains("| open |")) {
                assertThat(exists(row)).as(row).isTrue();
            }
        }
    }

    private static boolean exists(String row) {
        var named = TEST.matcher(row);
        if (!named.find()) {
            return false;
        }
        var method = named.group(2);
        return sources(named.group(1)).stream()
                .anyMatch(source -> method == null || source.contains("void " + method + "("));
    }

    private static List<String> sources(String test) {
        try (var files = Files.walk(TESTS)) {
            return files.filter(file -> file.endsWith(test + ".java"))
                    .map(ApiCoverageTests::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
