package io.palier.application.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.net.URLEncoder;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A request as the authorization server understands it. */
final class DialectRequest extends HttpServletRequestWrapper {
    private static final String DEVICE_GRANT = "urn:ietf:params:oauth:grant-type:device_code";
    private static final Set<String> OWN =
            Set.of(Dialect.TENANT, Dialect.VERSION, Dialect.RESOURCE, "resource", "scope");

    private final Dialect dialect;
    private final Map<String, String[]> parameters;

    DialectRequest(HttpServletRequest request, Dialect dialect) {
        super(request);
        this.dialect = dialect;
        this.parameters = Collections.unmodifiableMap(translate(request));
    }

    private Map<String, String[]> translate(HttpServletRequest request) {
        var translated = new LinkedHashMap<String, String[]>();
        request.getParameterMap().forEach((name, values) -> {
            if (!OWN.contains(name)) {
                translated.put(name, values.clone());
            }
        });
        if (dialect.endpoint().equals(Dialect.KEYS)) {
            return translated;
        }
        put(translated, Dialect.TENANT, dialect.tenant());
        put(translated, Dialect.VERSION, Integer.toString(dialect.version()));
        var asked = AskedScope.parse(text(request, "scope"));
        Optional.of(text(request, "resource"))
                .filter(resource -> !resource.isBlank())
                .or(asked::resource)
                .ifPresent(resource -> put(translated, Dialect.RESOURCE, resource));
        if (!dialect.endpoint().equals(Dialect.TOKEN)) {
            put(translated, "scope", String.join(" ", scopes(asked)));
        }
        correct(translated);
        return translated;
    }

    /** The first dialect knows no OpenID words: people always get everything. */
    private Set<String> scopes(AskedScope asked) {
        var scopes = new LinkedHashSet<String>();
        scopes.add(AskedScope.USER_IMPERSONATION);
        if (dialect.version() == 1 || asked.scopes().contains(AskedScope.OPENID)) {
            scopes.add(Clients.ID_TOKEN);
        }
        if (dialect.version() == 1 || asked.scopes().contains(AskedScope.OFFLINE_ACCESS)) {
            scopes.add(AskedScope.OFFLINE_ACCESS);
        }
        return scopes;
    }

    private static void correct(Map<String, String[]> translated) {
        var grant = translated.get("grant_type");
        if (grant != null && grant.length == 1 && grant[0].equals("device_code")) {
            put(translated, "grant_type", DEVICE_GRANT);
            var code = translated.remove("code");
            if (code != null) {
                translated.putIfAbsent("device_code", code);
            }
        }
    }

    private static void put(Map<String, String[]> parameters, String name, String value) {
        parameters.put(name, new String[] {value});
    }

    private static String text(HttpServletRequest request, String name) {
        var value = request.getParameter(name);
        return value == null ? "" : value;
    }

    /** One client asks for the code of a device by GET. */
    @Override
    public String getMethod() {
        return dialect.endpoint().equals(Dialect.DEVICE) ? "POST" : super.getMethod();
    }

    @Override
    public String getRequestURI() {
        return dialect.endpoint();
    }

    @Override
    public String getServletPath() {
        return dialect.endpoint();
    }

    @Override
    public StringBuffer getRequestURL() {
        var url = super.getRequestURL();
        url.setLength(url.length() - super.getRequestURI().length());
        return url.append(dialect.endpoint());
    }

    /** Only what is read by GET may stand here: the server takes form fields for those that the query does not name. */
    @Override
    public @Nullable String getQueryString() {
        if (!"GET".equals(getMethod())) {
            return null;
        }
        return parameters.entrySet().stream()
                .flatMap(parameter -> Arrays.stream(parameter.getValue())
                        .map(value -> encode(parameter.getKey()) + "=" + encode(value)))
                .collect(Collectors.joining("&"));
    }

    @Override
    public @Nullable String getParameter(String name) {
        var values = parameters.get(name);
        return values == null || values.length == 0 ? null : values[0];
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        return parameters;
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(parameters.keySet());
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        var values = parameters.get(name);
        return values == null ? null : values.clone();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
