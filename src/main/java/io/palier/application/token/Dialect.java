package io.palier.application.token;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a request was written: the address tells the tenant and the version of the dialect. The authorization server knows
 * one address for each purpose; what the address told travels along as parameters.
 *
 * @param tenant an organization's id or domain, {@code common}, {@code organizations} or {@code adfs}
 * @param version 1 for {@code resource} and numbers as text, 2 for {@code scope}
 * @param endpoint the authorization server's own address
 */
record Dialect(String tenant, int version, String endpoint) {
    static final String TENANT = "palier_tenant";
    static final String VERSION = "palier_dialect";
    static final String RESOURCE = "palier_resource";
    static final String TOKEN = "/oauth2/token";
    static final String AUTHORIZE = "/oauth2/authorize";
    static final String DEVICE = "/oauth2/device_authorization";
    static final String KEYS = "/oauth2/jwks";

    private static final Pattern ADDRESS = Pattern.compile(
            "/+([^/]{1,200})/+oauth2(/+v2\\.0)?/+(token|authorize|devicecode)/*", Pattern.CASE_INSENSITIVE);
    private static final Pattern KEYS_ADDRESS =
            Pattern.compile("/+(?:([^/]{1,200})/+)?discovery(/+v2\\.0)?/+keys/*", Pattern.CASE_INSENSITIVE);
    private static final Map<String, String> ENDPOINTS =
            Map.of("token", TOKEN, "authorize", AUTHORIZE, "devicecode", DEVICE);

    /** Empty for every other address. */
    static Optional<Dialect> of(String path) {
        var match = ADDRESS.matcher(path);
        if (match.matches()) {
            var endpoint = ENDPOINTS.getOrDefault(match.group(3).toLowerCase(Locale.ROOT), TOKEN);
            return Optional.of(new Dialect(match.group(1), version(match.group(2)), endpoint));
        }
        var keys = KEYS_ADDRESS.matcher(path);
        return keys.matches() ? Optional.of(new Dialect("common", version(keys.group(2)), KEYS)) : Optional.empty();
    }

    /** Whether the request was written in the first dialect. */
    static boolean isFirst(HttpServletRequest request) {
        return "1".equals(request.getParameter(VERSION));
    }

    private static int version(@Nullable String marker) {
        return marker == null ? 1 : 2;
    }
}
