package io.palier.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.palier.application.PalierServer;
import io.palier.identity.Role;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Too many requests about one customer have an answer of their own shape (accounts contract 2.10). */
@PalierServer
@Import(ApiWorld.class)
class ThrottleTests {
    private static final int MOST = 500;

    @Autowired
    ApiWorld api;

    @Test
    void tellsWhenToComeBackAndLeavesOtherCustomersAlone() {
        var caller = api.provider(true, Role.ADMIN_AGENT);
        var path = "/v1/customers/" + UUID.randomUUID();
        ApiWorld.Answer answer;
        int sent = 0;
        do {
            answer = api.get(caller, path);
            sent++;
        } while (answer.status() == 404 && sent < 10 * MOST);
        assertThat(sent).isGreaterThan(MOST);
        assertThat(answer.status()).isEqualTo(429);
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 60);
        assertThat(answer.json().path("statusCode").asInt()).isEqualTo(429);
        assertThat(answer.text("/message")).startsWith("Rate limit is exceeded. Try again in ");
        assertThat(answer.json().has("code")).isFalse();
        assertThat(answer.json().has("data")).isFalse();
        assertThat(api.get(caller, "/v1/customers/" + UUID.randomUUID()).status())
                .isEqualTo(404);
    }

    @Test
    void letsTwoTestEventsAMinuteThrough() {
        var caller = api.provider(true, Role.ADMIN_AGENT);
        var path = "/webhooks/v1/Registration/validationEvents/";
        assertThat(api.post(caller, path, "").status()).isEqualTo(409);
        assertThat(api.post(caller, path, "").status()).isEqualTo(409);
        var third = api.post(caller, path, "");
        assertThat(third.status()).isEqualTo(429);
        assertThat(Integer.parseInt(third.header("Retry-After"))).isBetween(1, 60);
        assertThat(api.get(caller, path + UUID.randomUUID()).status()).isEqualTo(404);
    }

    /** It would call again at once, and never look at Retry-After: it waits here instead. */
    @Test
    void letsTheJavaClientWaitForItsTurn() {
        var caller = api.provider(true, Role.ADMIN_AGENT);
        var path = "/v1/customers/" + UUID.randomUUID();
        for (int i = 0; i < MOST + 20; i++) {
            assertThat(api.get(caller, path, ClientKind.HEADER, "Partner Center Java SDK")
                            .status())
                    .isEqualTo(404);
        }
    }
}
