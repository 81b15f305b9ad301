package io.palier.routes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Who comes while Palier is still getting ready is asked to wait, instead of seeing half a world. */
@DemoServer
class StartingTests {
    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    private Visitor visitor;

    @BeforeEach
    void notReady() {
        visitor = Visitor.stranger(port);
        AvailabilityChangeEvent.publish(context, ReadinessState.REFUSING_TRAFFIC);
    }

    @AfterEach
    void ready() {
        AvailabilityChangeEvent.publish(context, ReadinessState.ACCEPTING_TRAFFIC);
    }

    @Test
    void aPageTriesAgainByItself() {
        var answer = visitor.get("/sign-in");
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Refresh")).contains("2");
        assertThat(answer.body()).contains("Palier is starting", "Palier démarre");
        assertThat(visitor.get("/css/plain.css").status()).isEqualTo(200);
    }

    @Test
    void aProgramGetsAFault() {
        var answer = visitor.get("/v1//Customers/");
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isNotEmpty();
        assertThat(answer.body()).contains("\"code\":800003", "\"source\":\"Palier\"");
    }

    @Test
    void goesOnWhenReady() {
        ready();
        assertThat(visitor.get("/sign-in").status()).isEqualTo(200);
        assertThat(visitor.get("/v1/customers").status()).isEqualTo(401);
    }
}
