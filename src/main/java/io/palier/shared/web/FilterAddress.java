package io.palier.shared.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** The filters of a list, in the addresses of its pages and of its export. */
public final class FilterAddress {
    private static final int LONGEST = 100;

    private final Map<String, String> parts = new LinkedHashMap<>();

    /** Adds a filter; one that is empty, or longer than 100 characters, is left out. */
    public FilterAddress with(String name, @Nullable String value) {
        if (value != null && !value.isEmpty() && value.length() <= LONGEST) {
            parts.put(name, value);
        }
        return this;
    }

    /** The filters by name, in the order they were added. */
    public Map<String, String> parts() {
        return parts;
    }

    /** The address of a page with these filters, ready for one parameter more. */
    public String of(String path) {
        var address = UriComponentsBuilder.fromPath(path);
        parts.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(parts).toUriString() + (parts.isEmpty() ? "?" : "&");
    }
}
