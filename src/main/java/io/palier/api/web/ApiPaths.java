package io.palier.api.web;

import java.util.List;
import java.util.Locale;

/** Which addresses are the API's, and how they are spelled. */
final class ApiPaths {
    private static final List<String> ROOTS = List.of("/v1/", "/v1.0/", "/webhooks/v1/", "/partner/v1/");

    private ApiPaths() {}

    /** Without repeated and trailing slashes. */
    static String clean(String path) {
        var single = path.indexOf("//") < 0 ? path : path.replaceAll("/{2,}", "/");
        return single.length() > 1 && single.endsWith("/") ? single.substring(0, single.length() - 1) : single;
    }

    /** Whether a clean path is the API's, whatever its case. */
    static boolean areOurs(String path) {
        var folded = path.toLowerCase(Locale.ROOT) + "/";
        return ROOTS.stream().anyMatch(folded::startsWith);
    }

    /** A clean path as links name it: without the version. */
    static String withoutVersion(String path) {
        return path.length() > 3 && path.regionMatches(true, 0, "/v1/", 0, 4) ? path.substring(3) : path;
    }
}
