package io.palier.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.palier.application.PalierServer;
import io.palier.customer.CustomerUsers;
import io.palier.customer.Customers;
import io.palier.organization.OrganizationId;
import java.net.URLEncoder;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** The log of what was done, as programs read it (accounts contract 7.1). */
@PalierServer
@Import({ApiWorld.class, CommerceWorld.class})
class AuditApiTests {
    @Autowired
    ApiWorld api;

    @Autowired
    CommerceWorld world;

    @Autowired
    Customers customers;

    @Autowired
    CustomerUsers users;

    /** Other tests move it. */
    @Autowired
    Clock clock;

    private ApiWorld.Answer log(CommerceWorld.Scene scene, String field, String value) {
        var filter = "{\"Field\":\"%s\",\"Value\":\"%s\",\"Operator\":\"equals\"}".formatted(field, value);
        return api.get(scene.provider(), "/v1/auditrecords?filter=" + URLEncoder.encode(filter, UTF_8));
    }

    private static List<String> all(ApiWorld.Answer answer, String field) {
        assertThat(answer.status()).as(answer.whole().body()).isEqualTo(200);
        return answer.json()
                .path("items")
                .valueStream()
                .map(record -> record.path(field).asString(""))
                .toList();
    }

    @Test
    void namesPeopleByTheNameTheySignInWith() {
        var scene = world.scene();
        var admin = scene.provider().admin();
        var customer = customers.relationship(admin, new OrganizationId(UUID.fromString(scene.customer())));
        var user = users.list(admin, customer, false, io.palier.shared.SearchText.of(""), null)
                .rows()
                .getFirst();
        users.resetPassword(admin, customer, user.id());
        var record = log(scene, "ResourceType", "customer_user");
        assertThat(record.text("/items/0/userPrincipalName")).isEqualTo(admin.signInName());
        assertThat(record.text("/items/0/operationType")).isEqualTo("reset_customer_user_password");
        assertThat(record.text("/items/0/customerId")).isEqualTo(scene.customer());
        assertThat(record.json().at("/items/0/applicationId").isMissingNode()).isTrue();
    }

    @Test
    void namesTheApplicationThatActedByItself() {
        var scene = world.scene();
        world.order(scene, "0001", 1, "");
        var record = log(scene, "ResourceType", "order");
        assertThat(UUID.fromString(record.text("/items/0/applicationId"))).isNotNull();
        assertThat(record.json().at("/items/0/userPrincipalName").isMissingNode())
                .isTrue();
    }

    @Test
    void canBeAskedForOneCustomerOrOneKindOfThing() {
        var scene = world.scene();
        world.order(scene, "0001", 1, "");
        var other = api.post(scene.provider(), "/v1/customers", ApiWorld.customer(ApiWorld.domain(), null));
        assertThat(all(log(scene, "CustomerId", other.text("/id")), "customerId"))
                .isNotEmpty()
                .containsOnly(other.text("/id"));
        assertThat(all(log(scene, "ResourceType", "Order"), "resourceType"))
                .isNotEmpty()
                .containsOnly("order");
        assertThat(all(log(scene, "ResourceType", "partner_user"), "resourceType"))
                .allMatch("partner_user"::equals);
        assertThat(all(log(scene, "ResourceType", "referral"), "id")).isEmpty();
        assertThat(log(scene, "CustomerId", "nobody").status()).isEqualTo(400);
    }

    @Test
    void goesOnWithTheSameDays() {
        var scene = world.scene();
        world.order(scene, "0001", 1, "");
        world.order(scene, "0001", 2, "");
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var path = "/v1/auditrecords?size=1&startDate=" + today.minusDays(80) + "&endDate=" + today;
        var first = api.get(scene.provider(), path);
        assertThat(first.text("/links/next/uri"))
                .contains("startDate=" + today.minusDays(80))
                .contains("endDate=" + today);
        var seen = new ArrayList<>(all(first, "id"));
        var token = first.text("/continuationToken");
        while (!token.isEmpty()) {
            var next = api.get(scene.provider(), "/v1/auditrecords?MS-ContinuationToken=" + token);
            seen.addAll(all(next, "id"));
            token = next.text("/continuationToken");
        }
        var whole = all(api.get(scene.provider(), path.replace("size=1", "size=0")), "id");
        assertThat(seen).containsExactlyElementsOf(whole);
    }
}
