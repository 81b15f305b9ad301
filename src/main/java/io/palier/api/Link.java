package io.palier.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where to go next. Addresses carry neither host nor version: clients put {@code {base}/v1/} before them.
 *
 * @param uri clean by RFC 2396; the Java client refuses a whole answer for one brace
 * @param headers to be sent along
 */
public record Link(String uri, String method, List<Header> headers) {

    /** A header to send along. */
    public record Header(String key, String value) {}

    public static Link get(String uri) {
        return new Link(uri, "GET", List.of());
    }

    /** The links of an object that has only its own address. */
    public static Map<String, Link> self(String uri) {
        return Map.of("self", get(uri));
    }

    /** The links of an object with its own address and one more. */
    public static Map<String, Link> self(String uri, String name, Link other) {
        var links = new LinkedHashMap<String, Link>();
        links.put("self", get(uri));
        links.put(name, other);
        return links;
    }
}
