package io.palier.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a client says about where it called from, or whom it called, is believed by nobody. */
@DemoServer
class HostHeaderTests {
    private static final String LIES = "Host: evil.example\r\nX-Forwarded-Host: evil.example\r\n"
            + "X-Forwarded-Proto: https\r\nX-Forwarded-For: 198.51.100.66\r\nForwarded: host=evil.example\r\n";
    private static final Pattern COOKIE = Pattern.compile("(?im)^Set-Cookie: ([^=]+=[^;\\r]*)");
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    @Autowired
    Town town;

    @Autowired
    JdbcClient jdbc;

    @Test
    void noAddressInAnyAnswerIsTheClients() throws IOException {
        for (var address :
                new String[] {"/", "/customers", "/sign-in", "/directory", "/no-such-page", "/enroll", "/v1/customers"
                }) {
            assertThat(ask("GET " + address, "", "")).as(address).doesNotContain("evil.example");
        }
    }

    @Test
    void theWayBackAfterTheSignInIsOurs() throws IOException {
        var asked = ask("GET /customers", "", "");
        assertThat(asked).contains("Location: /sign-in");
        var cookies = cookies(asked);
        var form = ask("GET /sign-in", cookies, "");
        var token = TOKEN.matcher(form);
        assertThat(token.find()).isTrue();
        var answer = ask(
                "POST /sign-in",
                cookies + "; " + cookies(form),
                "username=sales%40contoso.example&password=" + Town.PASSWORD + "&_csrf="
                        + Visitor.encode(token.group(1)));
        assertThat(answer).contains("302").contains("Location: /customers").doesNotContain("evil.example");
    }

    @Test
    void guessesCountForTheAddressTheyComeFrom() throws IOException {
        var form = ask("GET /sign-in", "", "");
        var token = TOKEN.matcher(form);
        assertThat(token.find()).isTrue();
        var _ = ask(
                "POST /sign-in",
                cookies(form),
                "username=somebody%40host.example&password=x&_csrf=" + Visitor.encode(token.group(1)));
        assertThat(jdbc.sql("select subject from sign_in_failure where subject like 'pair|somebody@host.example|%'")
                        .query(String.class)
                        .list())
                .singleElement()
                .asString()
                .doesNotContain("198.51.100.66");
    }

    private static String cookies(String answer) {
        return String.join(
                "; ",
                Stream.of(answer)
                        .flatMap(text -> COOKIE.matcher(text).results())
                        .map(found -> found.group(1))
                        .toList());
    }

    private String ask(String what, String cookies, String body) throws IOException {
        try (var socket = new Socket("localhost", town.port())) {
            socket.getOutputStream()
                    .write((what + " HTTP/1.1\r\n" + LIES + "Accept: text/html\r\nConnection: close\r\n"
                                    + (cookies.isEmpty() ? "" : "Cookie: " + cookies + "\r\n")
                                    + (body.isEmpty()
                                            ? ""
                                            : "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: "
                                                    + body.length() + "\r\n")
                                    + "\r\n" + body)
                            .getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
