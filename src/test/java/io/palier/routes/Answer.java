package io.palier.routes;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** What the portal answered. */
record Answer(int status, HttpHeaders headers, String body) {

    static Answer of(HttpResponse<byte[]> response) {
        return new Answer(
                response.statusCode(), response.headers(), new String(response.body(), StandardCharsets.UTF_8));
    }

    String header(String name) {
        return String.join(", ", headers.allValues(name));
    }

    String location() {
        return header("Location").replaceFirst("^https?://[^/]+", "");
    }

    boolean asksToSignIn() {
        return (status == 302 || status == 303) && location().startsWith("/sign-in");
    }

    /** The page without what differs between two askings of the same; news may come in between. */
    String text() {
        return body.replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "")
                .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "ID")
                .replaceAll("name=\"back\"[^>]*>", "")
                .replaceAll("(?s)href=\"/notifications\">.*?</a>", "");
    }
}
