package io.palier.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.palier.application.PalierServer;
import io.palier.identity.Role;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A request that is repeated is done once (accounts contract 2.3; design, The wire). */
@PalierServer
@Import(ApiWorld.class)
class RepetitionTests {
    @Autowired
    ApiWorld world;

    @Autowired
    JdbcClient jdbc;

    @Test
    void givesTheFirstAnswerAgainWithItsCredentials() {
        var caller = world.provider(true, Role.ADMIN_AGENT);
        var id = ApiWorld.requestId();
        var body = ApiWorld.customer(ApiWorld.domain(), null);
        var first = world.post(caller, "/v1/customers", body, id);
        var again = world.post(caller, "/v1/customers", body, id);
        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(first.text("/userCredentials/password")).isNotBlank();
        assertThat(first.header("Cache-Control")).contains("no-store");
    }

    @Test
    void keepsCredentialsEncryptedAndForgetsThem() {
        var caller = world.provider(true, Role.ADMIN_AGENT);
        var id = ApiWorld.requestId();
        var body = ApiWorld.customer(ApiWorld.domain(), null);
        var first = world.post(caller, "/v1/customers", body, id);
        var password = first.text("/userCredentials/password");
        assertThat(jdbc.sql("select count(*) from api_outcome where body like :text")
                        .param("text", "%" + password + "%")
                        .query(Long.class)
                        .single())
                .isZero();
        jdbc.sql("update api_outcome set secret_until = now() - interval '1 second' where organization_id = :id")
                .param("id", caller.organization().value())
                .update();
        var late = world.post(caller, "/v1/customers", body, id);
        assertThat(late.status()).isEqualTo(201);
        assertThat(late.json().has("userCredentials")).isFalse();
        assertThat(late.text("/id")).isEqualTo(first.text("/id"));
    }

    @Test
    void tellsRequestsApartByMoreThanTheirId() {
        var caller = world.provider(true, Role.ADMIN_AGENT);
        var id = ApiWorld.requestId();
        var first = world.post(caller, "/v1/customers", ApiWorld.customer(ApiWorld.domain(), null), id);
        var other = world.post(caller, "/v1/customers", ApiWorld.customer(ApiWorld.domain(), null), id);
        assertThat(other.status()).isEqualTo(201);
        assertThat(other.text("/id")).isNotEqualTo(first.text("/id"));
    }

    @Test
    void repeatsRefusalsToo() {
        var caller = world.provider(true, Role.ADMIN_AGENT);
        var id = ApiWorld.requestId();
        var body = ApiWorld.customer("not a domain.onpalier.example", null);
        assertThat(world.post(caller, "/v1/customers", body, id).status()).isEqualTo(400);
        assertThat(world.post(caller, "/v1/customers", body, id).status()).isEqualTo(400);
    }

    @Test
    void makesOneOfManyAtOnce() throws InterruptedException, ExecutionException {
        var caller = world.provider(true, Role.ADMIN_AGENT);
        var id = ApiWorld.requestId();
        var body = ApiWorld.customer(ApiWorld.domain(), null);
        try (var pool = Executors.newFixedThreadPool(10)) {
            var calls = new ArrayList<Future<ApiWorld.Answer>>();
            for (int i = 0; i < 20; i++) {
                calls.add(pool.submit(() -> world.post(caller, "/v1/customers", body, id)));
            }
            var ids = new HashSet<String>();
            for (var call : calls) {
                assertThat(call.get().status()).isEqualTo(201);
                ids.add(call.get().text("/id"));
            }
            assertThat(ids).hasSize(1);
        }
        assertThat(world.get(caller, "/v1/customers").json().path("totalCount").asInt())
                .isEqualTo(1);
    }
}
