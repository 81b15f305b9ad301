package io.palier.application;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.palier.People;
import io.palier.application.ApplicationView.Kind;
import io.palier.identity.Role;
import io.palier.identity.Users;
import io.palier.identity.Viewer;
import io.palier.identity.Viewers;
import io.palier.organization.Organizations;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.text.ParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Organizations with applications, and a client that speaks to the server over HTTP. */
@TestComponent
public class TokenWorld {
    static final String GRAPH = "https://graph.windows.net";
    static final String PARTNER_CENTER = "https://api.partnercenter.microsoft.com";
    static final String REDIRECT = "http://localhost:8765/back";

    public final HttpClient http = HttpClient.newHttpClient();
    public final People people;
    final Applications applications;
    final Viewers viewers;
    private final Environment environment;
    private final JsonMapper json;

    TokenWorld(
            Organizations organizations,
            Users users,
            Applications applications,
            Viewers viewers,
            Environment environment,
            JsonMapper json) {
        this.people = new People(organizations, users);
        this.applications = applications;
        this.viewers = viewers;
        this.environment = environment;
        this.json = json;
    }

    /** An application with its secret, and the global admin who registered it. */
    public record Client(People.Person admin, Viewer viewer, ApplicationId id, String secret) {
        public String tenant() {
            return admin.organization().toString();
        }
    }

    /** An answer of the server. */
    public record Answer(int status, JsonNode json, HttpResponse<String> whole) {
        public String text(String name) {
            return json.path(name).asString();
        }
    }

    public Client provider(Role... roles) {
        return application(Kind.CONFIDENTIAL, false, roles);
    }

    public Client application(Kind kind, boolean serviceAccount, Role... roles) {
        return application(people.provider(Role.GLOBAL_ADMIN), kind, serviceAccount, roles);
    }

    /** An application of that person's organization. */
    public Client application(People.Person admin, Kind kind, boolean serviceAccount, Role... roles) {
        var viewer = viewers.find(admin.membership()).orElseThrow();
        var id = applications.register(
                viewer,
                kind,
                new ApplicationDetails("Test application", List.of(REDIRECT), Set.of(roles), serviceAccount));
        var secret = kind == Kind.PUBLIC
                ? ""
                : applications.addSecret(viewer, id, 12).secret();
        return new Client(admin, viewer, id, secret);
    }

    /** A token for the application by itself, in the first dialect. */
    public String token(Client client) {
        return post(
                        "/" + client.tenant() + "/oauth2/token",
                        form(
                                "resource",
                                GRAPH,
                                "client_id",
                                client.id().toString(),
                                "client_secret",
                                client.secret(),
                                "grant_type",
                                "client_credentials"))
                .text("access_token");
    }

    Answer post(String path, Map<String, String> form, String... headers) {
        var body = form.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        var request = HttpRequest.newBuilder(address(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    Answer get(String path, String... headers) {
        var request = HttpRequest.newBuilder(address(path)).GET();
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            var response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            var isJson =
                    response.headers().firstValue("Content-Type").orElse("").startsWith("application/json");
            return new Answer(response.statusCode(), json.readTree(isJson ? response.body() : "{}"), response);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public URI address(String path) {
        return URI.create("http://localhost:" + environment.getProperty("local.server.port") + path);
    }

    static Map<String, String> form(String... fields) {
        var form = new LinkedHashMap<String, String>();
        for (int i = 0; i < fields.length; i += 2) {
            form.put(fields[i], fields[i + 1]);
        }
        return form;
    }

    static JWTClaimsSet claims(String token) {
        try {
            return SignedJWT.parse(token).getJWTClaimsSet();
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    static String encode(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
