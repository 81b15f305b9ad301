package io.palier.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What holds in every answer, however deep (accounts contract 2.5 and 2.6). */
final class WireRules {
    /** Values of the contract's enums, which the strictest client throws on in any other spelling. */
    private static final Set<String> WORDS = Set.of(
            "relationshipToPartner",
            "relationshipType",
            "billingCycle",
            "billingType",
            "billing",
            "contractType",
            "upgradeType",
            "operationType",
            "operationStatus",
            "resourceType",
            "userDomainType",
            "state");

    /** Links that lead to pages for people. */
    private static final Set<String> PAGES = Set.of("adminService", "serviceHealth", "serviceTicket");

    private WireRules() {}

    static void check(JsonNode json) {
        if (json.isArray()) {
            json.forEach(WireRules::check);
            return;
        }
        json.forEachEntry((name, value) -> {
            if (PAGES.contains(name)) {
                assertThat(URI.create(value.path("uri").asString("")).isAbsolute())
                        .as(name)
                        .isTrue();
                return;
            }
            assertThat(name).matches("[a-z][A-Za-z0-9]*");
            assertThat(value.isNull()).as("%s is null", name).isFalse();
            if (name.equals("uri")) {
                address(value.asString(""));
            }
            if (WORDS.contains(name) && value.isString() && !isFreeText(name, value)) {
                assertThat(value.asString("")).as(name).matches("[a-z]+(_[a-z]+)*");
            }
            check(value);
        });
    }

    /** The state of a partner is free text in all clients, and that of an address is a code. */
    private static boolean isFreeText(String name, JsonNode value) {
        return name.equals("state")
                && (value.asString("").equals("Active") || value.asString("").length() <= 3);
    }

    /** Clients put {@code {base}/v1/} before links, and one refuses a whole answer for one brace. */
    private static void address(String uri) {
        assertThat(URI.create(uri).isAbsolute()).as(uri).isFalse();
        assertThat(uri).doesNotStartWith("/v1").doesNotContain(" ").startsWith("/");
    }
}
