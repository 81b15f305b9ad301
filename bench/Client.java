package bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program or a person that asks Palier over HTTP. */
final class Client {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final String address;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .build();

    Client(String address) {
        this.address = address;
    }

    String token(String tenant, String application, String secret) throws IOException, InterruptedException {
        var answer = form(
                "/" + tenant + "/oauth2/token",
                Map.of(
                        "grant_type",
                        "client_credentials",
                        "resource",
                        "https://graph.windows.net",
                        "client_id",
                        application,
                        "client_secret",
                        secret));
        return json(answer, 200).path("access_token").asString();
    }

    void signIn(String name, String password) throws IOException, InterruptedException {
        var found = FORM_TOKEN.matcher(page("/sign-in"));
        if (!found.find()) {
            throw new IOException("The sign-in page has no token.");
        }
        var answer = form("/sign-in", Map.of("username", name, "password", password, "_csrf", found.group(1)));
        if (answer.statusCode() != 302) {
            throw new IOException("Sign-in answers " + answer.statusCode());
        }
    }

    String page(String path) throws IOException, InterruptedException {
        var answer = send(HttpRequest.newBuilder(URI.create(address + path)).build());
        if (answer.statusCode() != 200) {
            throw new IOException(path + " answers " + answer.statusCode());
        }
        return answer.body();
    }

    JsonNode get(String token, String path) throws IOException, InterruptedException {
        return json(send(api(token, path).GET().build()), 200);
    }

    JsonNode post(String token, String path, String body, String requestId) throws IOException, InterruptedException {
        return json(
                send(api(token, path)
                        .header("MS-RequestId", requestId)
                        .POST(BodyPublishers.ofString(body))
                        .build()),
                201);
    }

    private HttpRequest.Builder api(String token, String path) {
        return HttpRequest.newBuilder(URI.create(address + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
    }

    private HttpResponse<String> form(String path, Map<String, String> fields)
            throws IOException, InterruptedException {
        var body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return http.send(request, BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> answer, int expected) throws IOException {
        if (answer.statusCode() != expected) {
            throw new IOException(answer.uri() + " answers " + answer.statusCode() + ": " + answer.body());
        }
        return JSON.readTree(answer.body());
    }
}
