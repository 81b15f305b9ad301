package io.palier.api.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.palier.PalierTest;
import io.swagger.v3.core.util.Json31;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The API's description is written from the code, checked in, served, and never stale. */
@PalierTest
class OpenApiTests {
    private static final Path CHECKED_IN = Path.of("src/main/resources/static/openapi.json");

    @Autowired
    @Qualifier("apiHandlerMapping")
    RequestMappingHandlerMapping routes;

    @Autowired
    MockMvcTester http;

    @Test
    void describesEveryEndpointAsItIs() throws IOException {
        var now = Json31.pretty(new Description(Javadoc.read()).of(routes.getHandlerMethods())) + "\n";
        var before = Files.exists(CHECKED_IN) ? Files.readString(CHECKED_IN) : "";
        if (!now.equals(before)) {
            Files.writeString(CHECKED_IN, now);
        }
        assertThat(before)
                .as("openapi.json was stale and is written anew; commit it")
                .isEqualTo(now);
    }

    @Test
    void isServedToEverybody() {
        assertThat(http.get().uri("/openapi.json"))
                .hasStatusOk()
                .hasContentType("application/json")
                .bodyJson()
                .extractingPath("$.openapi")
                .isEqualTo("3.1.0");
    }
}
