package io.palier.platform.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.palier.Palier;
import io.palier.platform.KillableProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.ssl.pem.PemContent;

/** A demo that answers https, to a client that trusts the printed certificate and nothing else. */
class TlsTests {
    private static final String READY = "Palier is ready: ";

    @TempDir
    Path temporary;

    @Test
    void givesTokensOverHttpsToWhoTrustsThePrintedCertificate() throws Exception {
        var data = temporary.resolve("data");
        try (var palier = KillableProcess.start(
                data,
                Palier.class,
                "demo",
                "--port",
                "0",
                "--data",
                data.toString(),
                "--tls",
                "--tls-name",
                "login.example",
                "api.example")) {
            var lines = greeting(palier);
            var base = address(lines);
            assertThat(base).startsWith("https://localhost:");
            var certificate = Path.of(lines.stream()
                    .map(String::strip)
                    .filter(line -> line.endsWith(".pem"))
                    .findFirst()
                    .orElseThrow());
            assertThat(PemContent.load(certificate).getCertificates().getFirst().getSubjectAlternativeNames())
                    .extracting(name -> String.valueOf(name.get(1)))
                    .contains("localhost", "login.example", "api.example");
            var client = trusting(certificate);

            var answer = client.send(
                    HttpRequest.newBuilder(URI.create(base + "/adfs/oauth2/token"))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString("client_info=1&grant_type=client_credentials"
                                    + "&scope=openid%20profile%20offline_access%20https%3A%2F%2Fgraph.windows.net%2F.default"
                                    + "&client_id=" + after(lines, "client_id")
                                    + "&client_secret=" + after(lines, "client_secret")))
                            .build(),
                    BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(answer.body()).contains("\"token_type\":\"Bearer\"");

            var discovery = client.send(
                    HttpRequest.newBuilder(URI.create(base + "/common/v2.0/.well-known/openid-configuration"))
                            .build(),
                    BodyHandlers.ofString());
            assertThat(discovery.body()).contains("\"issuer\":\"" + base + "/");

            var page = client.send(
                    HttpRequest.newBuilder(URI.create(base + "/sign-in")).build(), BodyHandlers.ofString());
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.headers().firstValue("Strict-Transport-Security")).isEmpty();
            assertThat(page.headers().allValues("Set-Cookie"))
                    .isNotEmpty()
                    .allMatch(cookie -> cookie.contains("Secure"));
        }
    }

    private static List<String> greeting(KillableProcess palier) throws IOException {
        var lines = new ArrayList<String>();
        for (String line = palier.line(); line != null; line = palier.line()) {
            lines.add(line);
            if (line.startsWith("Ctrl-C")) {
                return lines;
            }
        }
        throw new AssertionError(String.join("\n", lines));
    }

    private static String address(List<String> lines) {
        return lines.stream()
                .filter(line -> line.contains(READY))
                .map(line ->
                        line.substring(line.indexOf(READY) + READY.length()).strip())
                .findFirst()
                .orElseThrow();
    }

    private static String after(List<String> lines, String word) {
        return lines.stream()
                .map(String::strip)
                .filter(line -> line.startsWith(word + " "))
                .map(line -> line.substring(word.length()).strip())
                .findFirst()
                .orElseThrow();
    }

    private static HttpClient trusting(Path certificate) throws Exception {
        var store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null);
        store.setCertificateEntry(
                "palier", PemContent.load(certificate).getCertificates().getFirst());
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        var context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return HttpClient.newBuilder().sslContext(context).build();
    }
}
