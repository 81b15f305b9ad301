package io.palier.application.token;

import io.palier.organization.OrganizationId;
import io.palier.platform.Installation;
import io.palier.platform.Origin;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** What issuers and links of the authorization server begin with: the configured address, never the Host header. */
@Component
class PublicAddress {
    private static final Duration FRESH = Duration.ofSeconds(2);

    private final Installation installation;
    private final Environment environment;
    private final Clock clock;
    private volatile Known known = new Known("", Instant.MIN);

    PublicAddress(Installation installation, Environment environment, @Qualifier("systemClock") Clock clock) {
        this.installation = installation;
        this.environment = environment;
        this.clock = clock;
    }

    private record Known(String address, Instant until) {}

    /** Without a trailing slash; at most two seconds old, so that checking a token needs no statement for it. */
    String get() {
        var now = clock.instant();
        var last = known;
        if (now.isBefore(last.until())) {
            return last.address();
        }
        var address = address(installation.settings().publicAddress());
        known = new Known(address, now.plus(FRESH));
        return address;
    }

    private String address(@Nullable String configured) {
        return configured == null ? Origin.local(environment) : configured.replaceFirst("/+$", "");
    }

    /** The issuer of an organization's tokens in the first or second dialect. */
    String issuer(OrganizationId organization, boolean first) {
        return issuer(organization.toString(), first);
    }

    String issuer(String tenant, boolean first) {
        return get() + "/" + tenant + (first ? "/" : "/v2.0");
    }
}
