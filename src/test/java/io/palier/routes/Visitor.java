package io.palier.routes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody with a browser without script: keeps cookies, sends the token its pages give, follows nothing by itself. */
final class Visitor {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final String FORM = "application/x-www-form-urlencoded";

    private final String name;
    private final String origin;
    private final HttpClient client;
    private String token = "";

    private Visitor(String name, int port, HttpClient client) {
        this.name = name;
        this.origin = "http://localhost:" + port;
        this.client = client;
    }

    private Visitor(String name, int port) {
        this(
                name,
                port,
                HttpClient.newBuilder()
                        .cookieHandler(new CookieManager())
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .version(HttpClient.Version.HTTP_1_1)
                        .build());
        readToken("/sign-in");
    }

    /** The same browser at another node; cookies do not know ports. */
    Visitor at(int port) {
        var there = new Visitor(name, port, client);
        there.token = token;
        return there;
    }

    /** Nobody in particular. */
    static Visitor stranger(int port) {
        return new Visitor("a stranger", port);
    }

    static Visitor signedIn(int port, String name, String password) {
        var visitor = new Visitor(name, port);
        var answer = visitor.post("/sign-in", Map.of("username", name, "password", password));
        if (answer.status() != 302 || answer.location().startsWith("/sign-in")) {
            throw new IllegalStateException(name + " cannot sign in: " + answer.status());
        }
        visitor.readToken("/help");
        return visitor;
    }

    private void readToken(String page) {
        var found = TOKEN.matcher(get(page).body());
        if (!found.find()) {
            throw new IllegalStateException("No token on " + page);
        }
        token = found.group(1);
    }

    Answer get(String address) {
        return send(HttpRequest.newBuilder().GET(), address);
    }

    /** Submits a form. */
    Answer post(String address, Map<String, String> fields) {
        return post(
                address,
                fields.entrySet().stream()
                        .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                        .collect(Collectors.joining("&")));
    }

    /** Submits a form whose fields are encoded already; the token is added. */
    Answer post(String address, String encoded) {
        return raw(address, "_csrf=" + encode(token) + (encoded.isEmpty() ? "" : "&" + encoded));
    }

    /** Submits exactly this. */
    Answer raw(String address, String body) {
        return send(
                HttpRequest.newBuilder()
                        .header("Content-Type", FORM)
                        .POST(BodyPublishers.ofString(body, StandardCharsets.ISO_8859_1)),
                address);
    }

    /** Submits a form as a browser sends one with a file. */
    Answer upload(String address, String field, String file, String content) {
        var body = String.join(
                "\r\n",
                List.of(
                        "--limit",
                        "Content-Disposition: form-data; name=\"_csrf\"",
                        "",
                        token,
                        "--limit",
                        "Content-Disposition: form-data; name=\"" + field + "\"; filename=\"" + file + "\"",
                        "Content-Type: application/octet-stream",
                        "",
                        content,
                        "--limit--",
                        ""));
        return send(
                HttpRequest.newBuilder()
                        .header("Content-Type", "multipart/form-data; boundary=limit")
                        .POST(BodyPublishers.ofString(body)),
                address);
    }

    private Answer send(HttpRequest.Builder request, String address) {
        try {
            return Answer.of(client.send(
                    request.uri(URI.create(origin + address))
                            .header("Accept", "text/html,*/*;q=0.8")
                            .timeout(Duration.ofSeconds(30))
                            .build(),
                    BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return name;
    }
}
