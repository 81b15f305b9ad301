package io.palier.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.palier.PalierTest;
import io.palier.People;
import io.palier.identity.Role;
import io.palier.identity.Users;
import io.palier.organization.OrganizationKind;
import io.palier.organization.Organizations;
import io.palier.partner.PartnershipEstablished;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@PalierTest
class NotificationsTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    Organizations organizations;

    @Autowired
    Users users;

    @Autowired
    PartnershipNews news;

    @Test
    void bothSidesAreToldOnceAndEachPersonReadsForThemselves() {
        var people = new People(organizations, users);
        var provider = people.provider(Role.GLOBAL_ADMIN);
        var colleague = people.in(provider.organization(), Role.SALES_AGENT);
        var reseller = people.of(OrganizationKind.INDIRECT_RESELLER, Role.GLOBAL_ADMIN);
        var event = new PartnershipEstablished(
                provider.organization(), reseller.organization(), Instant.parse("2026-11-23T10:00:00Z"));
        news.on(event);
        news.on(event);

        // Listeners work after the answer, on a thread of their own.
        await().untilAsserted(() -> assertThat(mvc.get().uri("/notifications").with(provider.signedIn()))
                .hasStatusOk()
                .bodyText()
                .contains("You and Test " + reseller.organization() + " are partners now.", "one unread"));
        await().untilAsserted(() -> assertThat(mvc.get().uri("/notifications").with(reseller.signedIn()))
                .bodyText()
                .contains("You and Test " + provider.organization() + " are partners now."));
        assertThat(mvc.post().uri("/notifications/read").with(provider.signedIn()))
                .hasStatus3xxRedirection();
        assertThat(mvc.get().uri("/notifications").with(provider.signedIn()))
                .bodyText()
                .doesNotContain("unread");
        assertThat(mvc.get().uri("/notifications").with(colleague.signedIn()))
                .bodyText()
                .contains("one unread");
    }
}
