package io.palier.api.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.util.UriUtils;

/**
 * A request as if a careful client had sent it: clean path; parameters only from the address, their names without case,
 * {@code _} and {@code -}; a body that is JSON whatever its type says, curl's default among them (accounts contract 2.1).
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
    public String getContentType() {
        return ApiJsonConverter.CONTENT_TYPE;
    }

    @Override
    public String getCharacterEncoding() {
        return UTF_8.name();
    }

    @Override
    public @Nullable String getHeader(String name) {
        return HttpHeaders.CONTENT_TYPE.equalsIgnoreCase(name) ? getContentType() : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        return HttpHeaders.CONTENT_TYPE.equalsIgnoreCase(name)
                ? Collections.enumeration(List.of(getContentType()))
                : super.getHeaders(name);
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
            known = read(getQueryString());
            parameters = known;
        }
        return known;
    }

    private static Map<String, String[]> read(@Nullable String query) {
        var found = new LinkedHashMap<String, String[]>();
        for (var part : (query == null ? "" : query).split("&", -1)) {
            int equals = part.indexOf('=');
            var name = fold(decode(equals < 0 ? part : part.substring(0, equals)));
            if (!name.isEmpty() && name.chars().noneMatch(Character::isISOControl)) {
                found.merge(
                        name,
                        new String[] {equals < 0 ? "" : decode(part.substring(equals + 1))},
                        TolerantRequest::both);
            }
        }
        return found;
    }

    /** What is no code for a character stands for itself; the character 0 is in no text. */
    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, UTF_8).replace("\0", "");
        } catch (IllegalArgumentException noCode) {
            return text;
        }
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
