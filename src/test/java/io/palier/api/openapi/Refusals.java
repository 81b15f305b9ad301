package io.palier.api.openapi;

import java.util.List;

/** The bodies of refusals. */
final class Refusals {
    private Refusals() {}

    /** Of all but one. */
    record Fault(int code, String description, List<String> data, String source) {}

    /** Of too many requests. */
    record Throttled(int statusCode, String message) {}
}
