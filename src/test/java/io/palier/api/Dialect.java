package io.palier.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** How the four kinds of clients word the same call (accounts contract 2). */
enum Dialect {
    /** As the contract's pages write it. */
    DOCS,
    /** PascalCase, and null for everything that is not sent. */
    DOTNET,
    /** Repeated and trailing slashes, names twice in two casings, a body where none is needed. */
    JAVA,
    /** The token and nothing else. */
    NODE;

    private static final JsonMapper JSON = new JsonMapper();

    /** The address as this client spells it. */
    String path(ContractCall call, String path) {
        if (this != JAVA) {
            return path;
        }
        int query = path.indexOf('?');
        var bare = query < 0 ? path : path.substring(0, query);
        var asked = query < 0 ? "" : path.substring(query);
        return bare.replaceFirst("/v1/", "/v1//") + (call.body() == null ? "" : "/") + asked;
    }

    /** The body as this client writes it; null for none. */
    @Nullable
    String body(ContractCall call, @Nullable String body) {
        if (body == null || body.isEmpty()) {
            return this == JAVA && call.method().equals("POST") ? "\"success\"" : body;
        }
        var tree = JSON.readTree(body);
        return JSON.writeValueAsString(
                switch (this) {
                    case DOCS, NODE -> tree;
                    case DOTNET -> dotnet(tree, call.shape().names());
                    case JAVA -> twice(tree);
                });
    }

    private static JsonNode dotnet(JsonNode sent, List<String> others) {
        if (sent instanceof ArrayNode list) {
            var all = JsonNodeFactory.instance.arrayNode();
            list.forEach(item -> all.add(dotnet(item, List.of())));
            return all;
        }
        if (!(sent instanceof ObjectNode object)) {
            return sent;
        }
        var all = JsonNodeFactory.instance.objectNode();
        object.forEachEntry((name, value) -> all.set(pascal(name), dotnet(value, List.of())));
        for (var name : new ArrayList<>(others)) {
            if (!object.has(name)) {
                all.putNull(pascal(name));
            }
        }
        for (var name : List.of("Links", "Attributes")) {
            if (!all.has(name)) {
                all.putNull(name);
            }
        }
        return all;
    }

    private static JsonNode twice(JsonNode sent) {
        if (sent instanceof ArrayNode list) {
            var all = JsonNodeFactory.instance.arrayNode();
            list.forEach(item -> all.add(twice(item)));
            return all;
        }
        if (!(sent instanceof ObjectNode object)) {
            return sent;
        }
        var all = JsonNodeFactory.instance.objectNode();
        object.forEachEntry((name, value) -> {
            all.set(pascal(name), twice(value));
            all.set(name, twice(value));
        });
        return all;
    }

    private static String pascal(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    /** Names and values, in turn; the token not among them. */
    String[] headers(String correlation) {
        var all = new ArrayList<String>();
        if (this == NODE) {
            return new String[0];
        }
        add(all, "Accept", "application/json");
        add(all, "Content-Type", "application/json; charset=utf-8");
        add(all, "MS-RequestId", UUID.randomUUID().toString());
        add(all, "MS-CorrelationId", correlation);
        add(all, "X-Locale", "en-US");
        switch (this) {
            case DOTNET -> {
                add(all, ClientKind.HEADER, "Partner Center .NET SDK");
                add(all, "MS-SdkVersion", "3.4.0");
            }
            case JAVA -> {
                add(all, ClientKind.HEADER, "Partner Center Java SDK");
                add(all, "MS-SdkVersion", "1.15.4");
                add(all, "MS-Contract-Version", "v1");
                add(all, "x-ms-client-request-id", UUID.randomUUID().toString());
                add(all, "User-Agent", "AutoRest-Java");
            }
            default -> add(all, "MS-Contract-Version", "v1");
        }
        return all.toArray(String[]::new);
    }

    private static void add(List<String> all, String name, String value) {
        all.add(name);
        all.add(value);
    }
}
