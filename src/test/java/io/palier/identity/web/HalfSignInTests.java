package io.palier.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.palier.identity.SignedIn;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class HalfSignInTests {
    private final MockHttpServletRequest request = new MockHttpServletRequest();

    @Test
    void isOverAfterTenMinutesOrOnceForgotten() {
        var since = Instant.parse("2026-01-01T00:00:00Z");
        new HalfSignIn(new SignedIn(UUID.randomUUID(), UUID.randomUUID()), "somebody", since).keep(request);

        assertThat(HalfSignIn.find(request, since.plusSeconds(599))).isPresent();
        assertThat(HalfSignIn.find(request, since.plusSeconds(600))).isEmpty();
        HalfSignIn.forget(request);
        assertThat(HalfSignIn.find(request, since)).isEmpty();
    }
}
