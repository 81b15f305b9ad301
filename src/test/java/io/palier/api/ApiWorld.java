package io.palier.api;

import io.palier.People;
import io.palier.application.ApplicationView.Kind;
import io.palier.application.TokenWorld;
import io.palier.identity.Role;
import io.palier.identity.Viewer;
import io.palier.organization.OrganizationId;
import io.palier.organization.OrganizationKind;
import io.palier.partner.Partnerships;
import io.palier.shared.Actor;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Callers with tokens of their own, and a client that sends what it is told, byte by byte. */
@TestComponent
class ApiWorld {
    private static final AtomicInteger COUNTER = new AtomicInteger();
    private static final String RUN = Long.toString(System.nanoTime(), 36);

    private final TokenWorld tokens;
    private final Partnerships partnerships;
    private final JsonMapper json;

    ApiWorld(TokenWorld tokens, Partnerships partnerships, JsonMapper json) {
        this.tokens = tokens;
        this.partnerships = partnerships;
        this.json = json;
    }

    /** A provider's application; with {@code user}, a service account, whose tokens count as app+user. */
    Caller provider(boolean user, Role... roles) {
        var client = tokens.application(Kind.CONFIDENTIAL, user, roles);
        return new Caller(client.admin().organization(), tokens.token(client), client.viewer());
    }

    /** A service account of that admin's organization, with the admin agent's role. */
    Caller as(People.Person admin) {
        return as(admin, Role.ADMIN_AGENT);
    }

    /** The same with another role. */
    Caller as(People.Person admin, Role role) {
        var client = tokens.application(admin, Kind.CONFIDENTIAL, true, role);
        return new Caller(admin.organization(), tokens.token(client), client.viewer());
    }

    /** Another application of the same organization. */
    Caller besides(Caller other, boolean user, Role... roles) {
        var admin = people().in(other.organization(), Role.GLOBAL_ADMIN);
        var client = tokens.application(admin, Kind.CONFIDENTIAL, user, roles);
        return new Caller(other.organization(), tokens.token(client), client.viewer());
    }

    /** A reseller with an active partnership; null for a provider of nobody. */
    OrganizationId partnerOf(Caller provider) {
        var reseller = people().of(OrganizationKind.INDIRECT_RESELLER).organization();
        partnerships.establish(Actor.system(provider.organization()), provider.organization(), reseller, false);
        return reseller;
    }

    People people() {
        return tokens.people;
    }

    static String domain() {
        return "a" + COUNTER.incrementAndGet() + RUN + ".onpalier.example";
    }

    /** The smallest body that adds a customer. */
    static String customer(String domain, @Nullable OrganizationId reseller) {
        return """
                {"companyProfile": {"domain": "%s"},
                 "billingProfile": {"email": "ada@lakeside.example", "culture": "fr-FR", "language": "fr",
                   "companyName": "Boulangerie %s",
                   "defaultAddress": {"country": "FR", "city": "Nantes", "addressLine1": "4 quai de la Fosse",
                     "postalCode": "44000", "firstName": "Ada", "lastName": "Morel"}}%s}
                """.formatted(
                        domain,
                        domain.substring(0, domain.indexOf('.')),
                        reseller == null ? "" : ", \"associatedPartnerId\": \"" + reseller + "\"");
    }

    /** Who calls, and the global admin who registered the application. */
    record Caller(OrganizationId organization, String token, Viewer admin) {}

    /** What came back. */
    record Answer(int status, JsonNode json, HttpResponse<String> whole) {
        String header(String name) {
            return whole.headers().firstValue(name).orElse("");
        }

        String text(String pointer) {
            return json.at(pointer).asString("");
        }
    }

    Answer get(Caller caller, String path, String... headers) {
        return send(caller, "GET", path, null, headers);
    }

    Answer post(Caller caller, String path, String body, String... headers) {
        return send(caller, "POST", path, body, headers);
    }

    Answer send(Caller caller, String method, String path, @Nullable String body, String... headers) {
        var usual = Stream.of("Content-Type", "application/json", "Accept", "application/json");
        return bare(
                caller,
                method,
                path,
                body,
                Stream.concat(usual, Stream.of(headers)).toArray(String[]::new));
    }

    /** With the token and these headers only. */
    Answer bare(Caller caller, String method, String path, @Nullable String body, String... headers) {
        var request = HttpRequest.newBuilder(tokens.address(path))
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body))
                .header("Authorization", "Bearer " + caller.token());
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            var response = tokens.http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            var text = response.body();
            return new Answer(response.statusCode(), json.readTree(text.isEmpty() ? "null" : text), response);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Posts, and is gone before the answer comes. */
    void sendAndHangUp(Caller caller, String path, String body, String... headers) throws IOException {
        var address = tokens.address(path);
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        var head =
                new StringBuilder("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                        + "Content-Length: " + bytes.length + "\r\nAuthorization: Bearer " + caller.token() + "\r\n");
        for (int i = 0; i < headers.length; i += 2) {
            head.append(headers[i]).append(": ").append(headers[i + 1]).append("\r\n");
        }
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            var out = socket.getOutputStream();
            out.write(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
            out.write(bytes);
            out.flush();
        }
    }

    /** The whole answer to a request line that no client library would send. */
    String raw(Caller caller, String method, String path) throws IOException {
        var address = tokens.address("/");
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            var head =
                    method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer "
                            + caller.token() + "\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** A file. */
    HttpResponse<byte[]> download(Caller caller, String path) {
        var request = HttpRequest.newBuilder(tokens.address(path)).header("Authorization", "Bearer " + caller.token());
        try {
            return tokens.http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static String[] requestId() {
        return new String[] {"MS-RequestId", UUID.randomUUID().toString()};
    }
}
