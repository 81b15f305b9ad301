package io.palier.application;

import io.palier.People;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A person's browser: keeps cookies, reads forms, and stops at every redirect. */
public final class TestBrowser {
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"(client_id|state|scope|user_code)\" value=\"([^\"]*)\"");

    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final TokenWorld world;
    private String body = "";

    public TestBrowser(TokenWorld world) {
        this.world = world;
    }

    public HttpResponse<String> get(String address) {
        return send(HttpRequest.newBuilder(uri(address)).GET());
    }

    /** Sends a form with the CSRF token of the page shown. */
    public HttpResponse<String> post(String address, String... fields) {
        var pairs = new ArrayList<String>();
        var csrf = CSRF.matcher(body);
        if (csrf.find()) {
            pairs.add("_csrf=" + TokenWorld.encode(csrf.group(1)));
        }
        for (int i = 0; i < fields.length; i += 2) {
            pairs.add(TokenWorld.encode(fields[i]) + "=" + TokenWorld.encode(fields[i + 1]));
        }
        return send(HttpRequest.newBuilder(uri(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(String.join("&", pairs))));
    }

    /** Signs in; returns where the sign-in leads to. */
    public String signIn(People.Person person) {
        get("/sign-in");
        return location(post("/sign-in", "username", person.signInName(), "password", People.PASSWORD));
    }

    /** Answers the consent page shown, with what its first form holds or with no permission at all. */
    HttpResponse<String> answer(boolean allow) {
        var fields = new ArrayList<String>();
        var form = body.substring(body.indexOf("<form method=\"post\" action=\"/oauth2/"));
        var hidden = HIDDEN.matcher(form.substring(0, form.indexOf("</form>")));
        while (hidden.find()) {
            if (allow || !hidden.group(1).equals("scope")) {
                fields.addAll(List.of(hidden.group(1), hidden.group(2)));
            }
        }
        var action = form.substring(form.indexOf("action=\"") + 8);
        return post(action.substring(0, action.indexOf('"')), fields.toArray(String[]::new));
    }

    /** The page shown. */
    public String page() {
        return body;
    }

    public static String location(HttpResponse<String> response) {
        return response.headers()
                .firstValue("Location")
                .orElseThrow(() -> new AssertionError(response.statusCode() + " " + response.body()));
    }

    private URI uri(String address) {
        return address.startsWith("http") ? URI.create(address) : world.address(address);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            var response =
                    http.send(request.header("Accept-Language", "en").build(), HttpResponse.BodyHandlers.ofString());
            body = response.body();
            return response;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
