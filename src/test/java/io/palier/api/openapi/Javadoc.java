package io.palier.api.openapi;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the build kept of the comments in the code. */
final class Javadoc {
    private static final Path KEPT = Path.of("target/generated-spring-modulith/javadoc.json");

    private final Map<String, String> comments = new HashMap<>();

    private Javadoc(JsonNode kept) {
        for (var type : kept) {
            var name = type.path("name").asString();
            comments.put(name, type.path("comment").asString(""));
            for (var method : type.path("methods")) {
                comments.put(
                        name + "#" + method.path("signature").asString(),
                        method.path("comment").asString(""));
            }
        }
    }

    static Javadoc read() throws IOException {
        return new Javadoc(JsonMapper.shared().readTree(Files.readString(KEPT)));
    }

    Optional<String> of(Class<?> type) {
        return comment(type.getCanonicalName());
    }

    Optional<String> of(Method method) {
        var types = Arrays.stream(method.getParameterTypes())
                .map(Class::getCanonicalName)
                .collect(Collectors.joining(", "));
        return comment(method.getDeclaringClass().getCanonicalName() + "#" + method.getName() + "(" + types + ")");
    }

    /** The first sentence, without its full stop. */
    static String first(String comment) {
        int end = comment.indexOf(". ");
        return end < 0 ? comment.replaceFirst("\\.$", "") : comment.substring(0, end);
    }

    /** The sentences after the first. */
    static Optional<String> more(String comment) {
        int end = comment.indexOf(". ");
        return end < 0 ? Optional.empty() : Optional.of(comment.substring(end + 2));
    }

    private Optional<String> comment(String key) {
        return Optional.ofNullable(comments.get(key))
                .map(text -> text.replaceAll("\\{@(?:code|link) ([^}]*)}", "$1")
                        .replaceAll("\\s+", " ")
                        .replaceAll(" ?\\([^()]*\\bcontract\\b[^()]*\\)", "")
                        .replaceAll("@(throws|param|return)\\b.*$", "")
                        .strip())
                .filter(text -> !text.isEmpty());
    }
}
