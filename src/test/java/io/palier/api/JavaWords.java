package io.palier.api;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The words that the Java client knows; it throws a whole answer away for one that it does not. */
final class JavaWords {
    private static final Set<String> CYCLES = Set.of("unknown", "monthly", "annual", "none", "one_time");
    private static final Set<String> BILLING = Set.of("none", "usage", "license");
    private static final Map<String, Set<String>> KNOWN = Map.ofEntries(
            entry("relationshipToPartner", Set.of("unknown", "reseller", "advisor", "syndication", "none")),
            entry("relationshipType", Set.of("is_indirect_reseller_of", "is_indirect_cloud_solution_provider_of")),
            entry("billingCycle", CYCLES),
            entry("supportedBillingCycles", CYCLES),
            entry("billingType", BILLING),
            entry("billing", BILLING),
            entry("contractType", Set.of("subscription", "productkey", "redemptioncode")),
            entry("upgradeType", Set.of("none", "upgrade_only", "upgrade_with_license_transfer")),
            entry("userDomainType", Set.of("none", "managed", "federated")),
            entry("licenseGroupId", Set.of("group1", "group2")),
            entry("operationStatus", Set.of("succeeded", "failed", "progress", "decline")),
            entry(
                    "resourceType",
                    Set.of(
                            "undefined",
                            "customer",
                            "customer_user",
                            "order",
                            "subscription",
                            "license",
                            "mpn_association",
                            "application",
                            "application_credential",
                            "partner_user",
                            "partner_relationship",
                            "agreement")));

    private JavaWords() {}

    static void check(JsonNode json) {
        if (json.isArray()) {
            json.forEach(JavaWords::check);
            return;
        }
        json.forEachEntry((name, value) -> {
            var known = KNOWN.get(name);
            if (known != null) {
                words(value).forEach(word -> assertThat(known).as(name).contains(word));
            }
            check(value);
        });
    }

    private static java.util.List<String> words(JsonNode value) {
        return value.isArray()
                ? value.valueStream().map(item -> item.asString("")).toList()
                : java.util.List.of(value.asString(""));
    }
}
