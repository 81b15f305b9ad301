package io.palier.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.palier.application.PalierServer;
import io.palier.application.TokenWorld;
import io.palier.identity.Role;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Webhooks from registration to a signed delivery (accounts contract 7.2). */
@PalierServer
@Import({ApiWorld.class, CommerceWorld.class})
class WebhooksApiTests {
    private static final String REGISTRATION = "/webhooks/v1/registration";

    @Autowired
    ApiWorld api;

    @Autowired
    CommerceWorld world;

    @Autowired
    TokenWorld tokens;

    private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
    private HttpServer receiver;
    private volatile int answer = 200;

    private record Received(String signature, String certificate, String body) {}

    @BeforeEach
    void listen() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/hook", exchange -> {
            var headers = exchange.getRequestHeaders();
            received.add(new Received(
                    String.valueOf(headers.getFirst("Authorization")),
                    String.valueOf(headers.getFirst("X-MS-Certificate-Url")),
                    new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
            if (answer == 302) {
                exchange.getResponseHeaders().add("Location", "/hook");
            }
            exchange.sendResponseHeaders(answer, -1);
            exchange.close();
        });
        receiver.start();
    }

    @AfterEach
    void stop() {
        receiver.stop(0);
    }

    private String registration(String... events) {
        return "{\"WebhookUrl\": \"http://localhost:%d/hook\", \"WebhookEvents\": [\"%s\"]}"
                .formatted(receiver.getAddress().getPort(), String.join("\", \"", events));
    }

    @Test
    void tellOfAChangedSubscriptionWithASignatureThatHolds() throws Exception {
        var scene = world.scene();
        assertThat(api.get(scene.provider(), REGISTRATION).status()).isEqualTo(404);
        var registered = api.post(scene.provider(), REGISTRATION, registration("subscription-updated"));
        assertThat(registered.text("/WebhookUrl")).as(registered.whole().body()).endsWith("/hook");
        assertThat(api.get(scene.provider(), REGISTRATION).text("/WebhookEvents/0"))
                .isEqualTo("subscription-updated");
        var order = world.order(scene, "0001", 1, "");
        var subscription = "/subscriptions/" + order.text("/lineItems/0/subscriptionId");
        api.send(scene.provider(), "PATCH", scene.customerPath(subscription), "{\"quantity\": 2}");
        var event = received.poll(30, TimeUnit.SECONDS);
        assertThat(event).isNotNull();
        assertThat(event.body())
                .contains("\"EventName\":\"subscription-updated\"")
                .contains(scene.customerPath(subscription));
        assertThat(holds(event)).isTrue();
    }

    private boolean holds(Received event) throws Exception {
        var path = event.certificate().replaceFirst("^https?://[^/]+", "");
        var pem = tokens.http.send(
                HttpRequest.newBuilder(tokens.address(path)).build(), HttpResponse.BodyHandlers.ofString());
        var certificate = CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(pem.body().getBytes(UTF_8)));
        var signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(certificate);
        signature.update(event.body().getBytes(UTF_8));
        assertThat(event.signature()).startsWith("Signature ");
        return signature.verify(Base64.getDecoder().decode(event.signature().substring("Signature ".length())));
    }

    @Test
    void tryATestEventAgainUntilItArrives() {
        var caller = api.provider(true, Role.ADMIN_AGENT);
        assertThat(api.post(caller, REGISTRATION + "/validationEvents", "").status())
                .isEqualTo(409);
        api.post(caller, REGISTRATION, registration("test-created"));
        var id = api.post(caller, REGISTRATION + "/validationEvents", "").text("/correlationId");
        var path = REGISTRATION + "/validationEvents/" + id;
        await().untilAsserted(
                        () -> assertThat(api.get(caller, path).text("/status")).isEqualTo("completed"));
        assertThat(api.get(caller, path).text("/results/0/responseCode")).isEqualTo("OK");
        assertThat(api.get(api.provider(true, Role.ADMIN_AGENT), path).status()).isEqualTo(404);
    }

    @Test
    void neitherFollowRedirectsNorGiveUpAtOnce() {
        answer = 302;
        var caller = api.provider(true, Role.ADMIN_AGENT);
        api.post(caller, REGISTRATION, registration("test-created"));
        var id = api.post(caller, REGISTRATION + "/validationEvents", "").text("/correlationId");
        var path = REGISTRATION + "/validationEvents/" + id;
        await().untilAsserted(() -> assertThat(api.get(caller, path).text("/results/0/responseCode"))
                .isEqualTo("302"));
        assertThat(api.get(caller, path).text("/status")).isEqualTo("pending");
        assertThat(received).hasSize(1);
    }

    @Test
    void stayOutOfPrivateNetworks() {
        var caller = api.provider(true, Role.ADMIN_AGENT);
        for (var url :
                new String[] {"http://example.com/", "ftp://example.com/", "https://user@example.com/", "nothing"}) {
            var body = "{\"WebhookUrl\": \"" + url + "\", \"WebhookEvents\": [\"test-created\"]}";
            assertThat(api.post(caller, REGISTRATION, body).status()).as(url).isEqualTo(400);
        }
        api.post(
                caller,
                REGISTRATION,
                "{\"WebhookUrl\": \"https://127.0.0.1:%d/hook\", \"WebhookEvents\": [\"test-created\"]}"
                        .formatted(receiver.getAddress().getPort()));
        var id = api.post(caller, REGISTRATION + "/validationEvents", "").text("/correlationId");
        await().untilAsserted(() -> assertThat(api.get(caller, REGISTRATION + "/validationEvents/" + id)
                        .text("/results/0/responseMessage"))
                .contains("not on the public internet"));
        assertThat(received).isEmpty();
    }

    @Test
    void nameTheEventsThereAre() {
        var caller = api.provider(true, Role.ADMIN_AGENT);
        assertThat(api.get(caller, REGISTRATION + "/events").json().toString()).contains("\"subscription-updated\"");
        var unknown = "{\"WebhookUrl\": \"https://example.com/\", \"WebhookEvents\": [\"nothing\"]}";
        assertThat(api.post(caller, REGISTRATION, unknown).json().path("code").asInt())
                .isEqualTo(900126);
    }
}
