package io.palier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What Thymeleaf accepts silently and does otherwise than it reads, and what the content security policy forbids. */
class TemplatesTests {
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Pattern TAG = Pattern.compile("<[a-z][^<>]*(?:\"[^\"]*\"[^<>]*)*>");

    static List<Path> templates() throws IOException {
        try (var files = Files.walk(TEMPLATES)) {
            return files.filter(file -> file.toString().endsWith(".html")).toList();
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void asksNoConditionWhereTheTagIsReplaced(Path template) throws IOException {
        assertThat(tags(template).filter(tag -> tag.contains("th:replace=")))
                .noneMatch(tag -> tag.contains("th:if=") || tag.contains("th:unless=") || tag.contains("th:each="));
    }

    /** Thymeleaf puts the CSRF token only into forms whose address it writes. */
    @ParameterizedTest
    @MethodSource("templates")
    void sendsTheTokenWithEveryPost(Path template) throws IOException {
        assertThat(tags(template).filter(tag -> tag.startsWith("<form") && tag.contains("method=\"post\"")))
                .allMatch(tag -> tag.contains("th:action="));
    }

    @ParameterizedTest
    @MethodSource("templates")
    void hasNoInlineScriptOrStyle(Path template) throws IOException {
        assertThat(tags(template))
                .noneMatch(tag -> tag.matches("(?s).*\\s(style|on[a-z]+|th:style)=\".*") || tag.startsWith("<style"));
    }

    @ParameterizedTest
    @MethodSource("templates")
    void isSentInStandardsMode(Path template) throws IOException {
        var text = Files.readString(template);
        if (text.contains("~{layout/page ::")) {
            assertThat(text).startsWith("<!DOCTYPE html>");
        }
    }

    private static Stream<String> tags(Path template) throws IOException {
        return TAG.matcher(Files.readString(template)).results().map(tag -> tag.group());
    }
}
