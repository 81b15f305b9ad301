package io.palier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code docs/seed-coverage.md} names every line of the founding document once, with tests that exist. */
class SeedCoverageTests {
    private static final Path PAGE = Path.of("docs/seed-coverage.md");
    private static final Pattern LINE = Pattern.compile("\\| SEED-(\\d+) \\| ([^|]{10,}) \\| ([^|]+) \\|");
    private static final Pattern METHOD = Pattern.compile("`(\\w+)#(\\w+)`");

    record Shown(String seed, String owner, String method) {}

    @Test
    void namesEveryLineOnceAndInOrder() throws IOException {
        assertThat(lines().map(line -> Integer.parseInt(line.group(1))))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 32).boxed().toList());
        assertThat(lines()).allSatisfy(line -> assertThat(line.group(3)).containsPattern(METHOD));
    }

    @ParameterizedTest
    @MethodSource("shown")
    void namesTestsThatRun(Shown shown) throws Exception {
        var type = Class.forName(name(shown.owner()), false, getClass().getClassLoader());
        assertThat(Arrays.stream(type.getDeclaredMethods())
                        .filter(method -> method.getName().equals(shown.method())))
                .singleElement()
                .satisfies(method -> assertThat(method.isAnnotationPresent(Test.class)
                                || method.isAnnotationPresent(ParameterizedTest.class))
                        .isTrue());
    }

    static List<Shown> shown() throws IOException {
        return lines().flatMap(line -> METHOD.matcher(line.group(3))
                        .results()
                        .map(method -> new Shown("SEED-" + line.group(1), method.group(1), method.group(2))))
                .toList();
    }

    private static Stream<MatchResult> lines() throws IOException {
        return LINE.matcher(Files.readString(PAGE)).results();
    }

    private static String name(String simple) throws IOException {
        var sources = Path.of("src/test/java");
        try (var files = Files.walk(sources)) {
            return files.filter(file -> file.endsWith(simple + ".java"))
                    .map(file -> sources.relativize(file).toString())
                    .map(file -> file.replace(".java", "").replace('/', '.'))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("No test class " + simple));
        }
    }
}
