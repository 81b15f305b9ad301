package io.palier.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.palier.application.PalierServer;
import io.palier.identity.Role;
import io.palier.organization.OrganizationKind;
import io.palier.organization.Organizations;
import io.palier.support.SupportWorld;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Import;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every route of the API with the ids of somebody else: read from the route table, so that a new endpoint is asked too.
 * What is foreign looks like what is unknown.
 */
@PalierServer
@Import({ApiWorld.class, CommerceWorld.class})
class ForeignIdTests {
    private static final Set<Integer> UNSUPPORTED = Set.of(800042);

    @Autowired
    ApiWorld api;

    @Autowired
    CommerceWorld world;

    @Autowired
    Organizations organizations;

    @Autowired
    @Qualifier("apiHandlerMapping")
    RequestMappingHandlerMapping routes;

    /** A route with its method: {@code GET /v1/customers/{customer}}. */
    private record Route(String method, String path) implements Comparable<Route> {
        @Override
        public int compareTo(Route other) {
            return toString().compareTo(other.toString());
        }

        String with(Map<String, String> ids) {
            var filled = path;
            for (var id : ids.entrySet()) {
                filled = filled.replace("{" + id.getKey() + "}", id.getValue());
            }
            return filled;
        }
    }

    private Set<Route> ofCustomers() {
        var found = new TreeSet<Route>();
        routes.getHandlerMethods()
                .forEach((mapping, method) -> mapping.getPatternValues().stream()
                        .filter(path -> path.contains("{customer}") && !path.endsWith("**"))
                        .forEach(path -> mapping.getMethodsCondition()
                                .getMethods()
                                .forEach(verb -> found.add(new Route(verb.name(), path)))));
        return found;
    }

    private Map<String, String> ids(CommerceWorld.Scene scene) {
        var order = world.order(scene, "0001", 1, "");
        var cart = api.post(
                scene.provider(),
                scene.customerPath("/carts"),
                "{\"lineItems\": [{\"id\": 0, \"catalogItemId\": \"%s\", \"quantity\": 1}]}"
                        .formatted(world.item(scene, "0001")));
        var ids = new LinkedHashMap<String, String>();
        ids.put("customer", scene.customer());
        ids.put("order", order.text("/id"));
        ids.put("subscription", order.text("/lineItems/0/subscriptionId"));
        ids.put("cart", cart.text("/id"));
        ids.put("user", api.get(scene.provider(), scene.customerPath("/users")).text("/items/0/id"));
        ids.put("request", request(scene));
        ids.put("role", "62e90394-69f5-4237-9190-012177145e10");
        ids.put("product", scene.product());
        ids.put("sku", "0001");
        ids.put("availability", "0123456789AB");
        ids.put("period", "current");
        ids.put("line", "0");
        ids.put("migration", UUID.randomUUID().toString());
        ids.values().forEach(id -> assertThat(id).isNotBlank());
        return ids;
    }

    private String request(CommerceWorld.Scene scene) {
        SupportWorld.operator(organizations);
        return api.post(
                        scene.provider(),
                        scene.customerPath("/servicerequests"),
                        "{\"title\": \"T\", \"description\": \"D\", \"severity\": \"minimal\", \"supportTopicId\": \"71000901\"}")
                .text("/id");
    }

    @Test
    void looksLikeNothingToStrangers() {
        var ids = ids(world.scene());
        var strangers = Map.of(
                "another provider", api.provider(true, Role.ADMIN_AGENT),
                "a reseller of nobody", api.as(api.people().of(OrganizationKind.INDIRECT_RESELLER, Role.GLOBAL_ADMIN)));
        var routes = ofCustomers();
        assertThat(routes).hasSizeGreaterThan(50);
        strangers.forEach((who, stranger) -> routes.forEach(route -> requireNothing(who, stranger, route, ids)));
    }

    private void requireNothing(String who, ApiWorld.Caller caller, Route route, Map<String, String> ids) {
        var path = route.with(ids);
        assertThat(path).as("an id that this test does not know").doesNotContain("{");
        var body = route.method().matches("POST|PUT|PATCH") ? "{}" : null;
        var answer = api.send(caller, route.method(), path, body);
        var description = who + ": " + route + " -> " + answer.status() + " "
                + answer.whole().body();
        int code = answer.json().path("code").asInt();
        if (UNSUPPORTED.contains(code)) {
            assertThat(answer.status()).as(description).isEqualTo(400);
            return;
        }
        assertThat(answer.status()).as(description).isEqualTo(404);
        assertThat(code).as(description).isEqualTo(1000);
    }

    /** Also with a customer of one's own in front of somebody else's things. */
    @Test
    void doesNotComeThroughAnotherCustomer() {
        var foreign = ids(world.scene());
        var own = world.scene();
        foreign.put("customer", own.customer());
        ofCustomers().stream()
                .filter(route -> route.path().matches(".*\\{(order|subscription|cart|user|request)}.*"))
                .forEach(route -> requireNothing("another customer", own.provider(), route, foreign));
    }
}
