package io.palier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where sentences are asked for: keys written out in templates and code, and keys put together from parts. */
final class MessageUses {
    private static final Pattern TEMPLATE_KEY = Pattern.compile("#\\{([a-zA-Z0-9_.-]+)[}(]");
    private static final Pattern TEMPLATE_FAMILY = Pattern.compile("#\\{\\|([^|]+)\\|");
    private static final Pattern JAVA_TEXT = Pattern.compile("\"([A-Za-z][A-Za-z0-9_.-]*)\"");
    private static final Pattern QUOTED = Pattern.compile("'(-?[A-Za-z][A-Za-z0-9_.-]*)'");
    private static final Pattern JAVA_BEGINNING = Pattern.compile("\"([a-z][a-z-]*(?:\\.[a-z-]+)*\\.)\"\\s*\\+");
    private static final Pattern TEMPLATE_BEGINNING = Pattern.compile("'([a-z][a-z-]*(?:\\.[a-z-]+)*\\.)'\\s*\\+");
    private static final Pattern JAVA_END = Pattern.compile("purpose\\(\\)\\s*\\+\\s*\"(\\.[a-z-]+)\"");
    private static final Pattern ASKED = Pattern.compile(
            "(?:Forms\\.done\\(\\s*\\w+,|getMessage\\(|new MenuEntry\\(\\s*\\w+,)\\s*\"([a-z][A-Za-z.-]*[A-Za-z])\"[,)]");
    private static final Pattern REFUSED = Pattern.compile(
            "Refusal\\.(?:invalid\\(\\s*(?:\"[^\"]*\"|\\w+),|conflict\\(|gone\\()\\s*\"([a-z][a-z.-]*[a-z])\"[,)]");
    private static final Pattern AUDITED = Pattern.compile(
            "AuditEntry\\.of\\(\\s*[^;\"]*?,\\s*\"([a-z][a-z-]*\\.[a-z.-]*[a-z])\"|Customers\\.entry\\([^;\"]*\"([a-z.-]+)\"");

    private final String java;
    private final String templates;
    private final String sql;

    MessageUses() throws IOException {
        java = read("src/main/java", ".java");
        templates = read("src/main/resources/templates", ".html");
        sql = read("src/main/resources/db", ".sql");
    }

    /** Everything written out that could be a key or a part of one. */
    Set<String> texts() {
        return Stream.of(
                        found(JAVA_TEXT, java),
                        found(QUOTED, java),
                        found(QUOTED, templates),
                        found(QUOTED, sql),
                        found(TEMPLATE_KEY, templates))
                .flatMap(Function.identity())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Keys put together, with a star for each part that varies: {@code catalog.term.*}. */
    Set<String> families() {
        return Stream.of(
                        found(TEMPLATE_FAMILY, templates).map(text -> text.replaceAll("[$*]\\{[^}]*}", "*")),
                        found(JAVA_BEGINNING, java).map(text -> text + "*"),
                        found(TEMPLATE_BEGINNING, templates).map(text -> text + "*"),
                        found(JAVA_END, java).map(text -> "*" + text))
                .flatMap(Function.identity())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Keys that code must find: of notes on what was done, of menus, refusals and records of the audit trail. */
    Set<String> keysOfCode() {
        return Stream.of(
                        found(ASKED, java),
                        found(REFUSED, java).map(code -> "refusal." + code),
                        found(AUDITED, java).map(kind -> "audit." + kind))
                .flatMap(Function.identity())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    Set<String> keysOfTemplates() {
        return found(TEMPLATE_KEY, templates).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> found(Pattern pattern, String text) {
        List<String> found = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1) != null ? matcher.group(1) : matcher.group(2));
        }
        return found.stream();
    }

    private static String read(String folder, String end) throws IOException {
        var text = new StringBuilder();
        try (var files = Files.walk(Path.of(folder))) {
            for (var file : files.filter(one -> one.toString().endsWith(end)).toList()) {
                text.append(Files.readString(file));
            }
        }
        return text.toString();
    }
}
