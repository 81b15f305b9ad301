package io.palier.shared.web;

import java.util.List;

/** Files that are the same for everybody: style sheets, scripts, pictures, the API's description. */
public final class StaticFiles {
    private static final List<String> FOLDERS = List.of("/webjars/", "/css/", "/js/", "/images/");
    private static final List<String> FILES = List.of("/favicon.ico", "/openapi.json");

    private StaticFiles() {}

    /** Whether a path, without its query, leads to one. */
    public static boolean include(String path) {
        return FILES.contains(path) || FOLDERS.stream().anyMatch(path::startsWith);
    }
}
