package io.palier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every sentence exists in both languages, and every one a template names exists. */
class MessagesTests {
    private static final Path MESSAGES = Path.of("src/main/resources/messages");
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Pattern KEY = Pattern.compile("#\\{([a-zA-Z0-9_.-]+)[}(]");

    static List<String> modules() throws IOException {
        try (var files = Files.list(MESSAGES)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.contains("_fr"))
                    .map(name -> name.replace(".properties", ""))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("modules")
    void existInBothLanguages(String module) throws IOException {
        assertThat(read(module + "_fr").stringPropertyNames())
                .isEqualTo(read(module).stringPropertyNames());
    }

    @ParameterizedTest
    @MethodSource("modules")
    void doubleNoApostropheByMistake(String module) throws IOException {
        for (var language : new String[] {module, module + "_fr"}) {
            assertThat(read(language).values())
                    .as(language)
                    .noneMatch(text -> text.toString().contains("'"));
        }
    }

    @Test
    void holdEverythingThatTemplatesName() throws IOException {
        var known = new TreeSet<String>();
        for (var module : modules()) {
            known.addAll(read(module).stringPropertyNames());
        }
        var missing = new TreeSet<String>();
        for (var template : templates()) {
            KEY.matcher(Files.readString(template))
                    .results()
                    .map(key -> key.group(1))
                    .filter(key -> !known.contains(key))
                    .forEach(key -> missing.add(key + " in " + template.getFileName()));
        }
        assertThat(missing).isEmpty();
    }

    private static Iterable<Path> templates() throws IOException {
        try (var files = Files.walk(TEMPLATES)) {
            return files.filter(file -> file.toString().endsWith(".html")).toList();
        }
    }

    private static Properties read(String bundle) throws IOException {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(MESSAGES.resolve(bundle + ".properties"))) {
            properties.load(reader);
        }
        return properties;
    }
}
