package io.palier.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.palier.application.PalierServer;
import io.palier.application.TokenWorld;
import io.palier.identity.Role;
import io.palier.webhook.DeliveryId;
import io.palier.webhook.Webhooks;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

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

    @Autowired
    Webhooks webhooks;

    @Autowired
    JdbcClient jdbc;

    private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
    private HttpServer receiver;
    private volatile int answer = 200;
    private volatile boolean endless;

    private record Received(String signature, String own, String algorithm, String certificate, String body) {}

    @BeforeEach
    void listen() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/hook", exchange -> {
            var headers = exchange.getRequestHeaders();
            received.add(new Received(
                    String.valueOf(headers.getFirst("Authorization")),
                    String.valueOf(headers.getFirst("x-ms-signature")),
                    String.valueOf(headers.getFirst("X-MS-Signature-Algorithm")),
                    String.valueOf(headers.getFirst("X-MS-Certificate-Url")),
                    new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
            if (answer == 302) {
                exchange.getResponseHeaders().add("Location", "/hook");
            }
            exchange.sendResponseHeaders(answer, endless ? 0 : -1);
            while (endless) {
                exchange.getResponseBody().write(new byte[1000]);
            }
            exchange.close();
        });
        receiver.start();
    }

    @AfterEach
    void stop() {
        endless = false;
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
    void deliverATestEvent() {
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
    void tryAgainAfterAWhileUntilItArrives() throws Exception {
        answer = 500;
        var caller = api.provider(true, Role.ADMIN_AGENT);
        var id = test(caller, false);
        awaitResults(caller, id, 1);
        assertThat(validation(caller, id).text("/status")).isEqualTo("pending");
        assertThat(nextIn(id)).isBetween(20L, 31L);
        answer = 200;
        becomeDue(id, 1);
        awaitResults(caller, id, 2);
        assertThat(validation(caller, id).text("/status")).isEqualTo("completed");
        assertThat(validation(caller, id).text("/results/0/responseCode")).isEqualTo("500");
        assertThat(received.poll().body()).isEqualTo(received.poll().body());
    }

    @Test
    void giveUpAfterTenTimesAndTryAgainWhenAsked() {
        answer = 500;
        var caller = api.provider(true, Role.ADMIN_AGENT);
        var id = test(caller, false);
        awaitResults(caller, id, 1);
        becomeDue(id, 9);
        awaitResults(caller, id, 2);
        assertThat(validation(caller, id).text("/status")).isEqualTo("failed");
        answer = 200;
        webhooks.replay(caller.admin(), new DeliveryId(UUID.fromString(id)));
        awaitResults(caller, id, 3);
        assertThat(validation(caller, id).text("/status")).isEqualTo("completed");
    }

    @Test
    void signInTheHeaderThatIsAskedFor() throws Exception {
        var caller = api.provider(true, Role.ADMIN_AGENT);
        test(caller, true);
        var event = received.poll(30, TimeUnit.SECONDS);
        assertThat(event).isNotNull();
        assertThat(event.own()).startsWith("Signature ");
        assertThat(event.signature()).isEqualTo("null");
        assertThat(event.algorithm()).isEqualTo("rsa-sha256");
    }

    @Test
    void waitForNoEndOfAnAnswer() {
        endless = true;
        var caller = api.provider(true, Role.ADMIN_AGENT);
        var id = test(caller, false);
        awaitResults(caller, id, 1);
        assertThat(validation(caller, id).text("/status")).isEqualTo("completed");
    }

    private String test(ApiWorld.Caller caller, boolean ownHeader) {
        var body = registration("test-created")
                .replace(
                        "{\"WebhookUrl\"", "{\"SignatureTokenToMsSignatureHeader\": " + ownHeader + ", \"WebhookUrl\"");
        assertThat(api.post(caller, REGISTRATION, body).status()).isEqualTo(200);
        return api.post(caller, REGISTRATION + "/validationEvents", "").text("/correlationId");
    }

    private ApiWorld.Answer validation(ApiWorld.Caller caller, String id) {
        return api.get(caller, REGISTRATION + "/validationEvents/" + id);
    }

    private void awaitResults(ApiWorld.Caller caller, String id, int number) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(
                                validation(caller, id).json().path("results").size())
                        .isEqualTo(number));
    }

    /** Seconds until the next try. */
    private long nextIn(String id) {
        return jdbc.sql("select extract(epoch from next_at - now())::bigint from webhook_delivery where id = :id::uuid")
                .param("id", id)
                .query(Long.class)
                .single();
    }

    private void becomeDue(String id, int attempts) {
        jdbc.sql("update webhook_delivery set next_at = now(), attempts = :attempts where id = :id::uuid")
                .param("id", id)
                .param("attempts", attempts)
                .update();
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
