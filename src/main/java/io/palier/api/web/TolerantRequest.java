package io.palier.api.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/**
 * A request as if a careful client had sent it: clean path; parameter names without case, {@code _} and {@code -}
 * (accounts contract 2.1).
 */
final class TolerantRequest extends HttpServletRequestWrapper {
    private final String path;
    private @Nullable Map<String, String[]> parameters;

    TolerantRequest(HttpServletRequest request, String path) {
        super(request);
        this.path = path;
    }

    @Override
    public String getRequestURI() {
        return path;
    }

    @Override
    public String getServletPath() {
        return UriUtils.decode(path, UTF_8);
    }

    @Override
    public @Nullable String getPathInfo() {
        return null;
    }

    @Override
    public StringBuffer getRequestURL() {
        var url = new StringBuffer(getScheme())
                .append("://")
                .append(getServerName())
                .append(':')
                .append(getServerPort());
        return url.append(path);
    }

    @Override
    public @Nullable String getParameter(String name) {
        var values = getParameterValues(name);
        return values == null ? null : values[0];
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        return getParameterMap().get(fold(name));
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(getParameterMap().keySet());
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        var known = parameters;
        if (known == null) {
            known = new LinkedHashMap<>();
            for (var sent : super.getParameterMap().entrySet()) {
                known.merge(fold(sent.getKey()), sent.getValue(), TolerantRequest::both);
            }
            parameters = known;
        }
        return known;
    }

    private static String[] both(String[] one, String[] other) {
        return Stream.concat(Arrays.stream(one), Arrays.stream(other)).toArray(String[]::new);
    }

    /** The Java client names the license groups {@code null}. */
    private static String fold(String name) {
        var folded = name.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
        return folded.equals("null") ? "licensegroupids" : folded;
    }
}
