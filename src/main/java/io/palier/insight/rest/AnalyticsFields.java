package io.palier.insight.rest;

import io.palier.api.Fault;
import java.util.List;
import java.util.stream.Stream;

/**
 * The columns that one kind of analytics has by the contract (commerce contract 6.1), those that nobody can fill here too.
 *
 * @param counts numbers, added up in groups
 * @param counted the number of rows in a group
 */
record AnalyticsFields(List<String> names, List<String> counts, String counted) {
    static final AnalyticsFields RESELLERS = new AnalyticsFields(
            Stream.concat(
                            Stream.of("partnerTenantId", "id", "name", "market"),
                            Stream.of("Creation", "End", "Suspended", "Deprovisioned")
                                    .flatMap(what -> Stream.of("first", "latest")
                                            .map(which -> which + "Subscription" + what + "Date")))
                    .toList(),
            List.of("subscriptionCount", "licenseCount"),
            "indirectResellerCount");

    static final AnalyticsFields SUBSCRIPTIONS = new AnalyticsFields(
            List.of(
                    "customerTenantId",
                    "customerName",
                    "customerMarket",
                    "id",
                    "status",
                    "productName",
                    "subscriptionType",
                    "autoRenewEnabled",
                    "partnerId",
                    "partnerName",
                    "providerName",
                    "friendlyName",
                    "creationDate",
                    "effectiveStartDate",
                    "commitmentEndDate",
                    "currentStateEndDate",
                    "trialStartDate",
                    "trialEndDate",
                    "trialToPaidConversionDate",
                    "lastUsageDate",
                    "deprovisionedDate",
                    "lastRenewalDate",
                    "churnRisk",
                    "billingCycleName"),
            List.of("licenseCount"),
            "subscriptionCount");

    /** A field by its own name, however the caller spells it. @throws Fault 400 for what is none */
    String named(String sent, String parameter) {
        return Stream.of(names.stream(), counts.stream(), Stream.of(counted))
                .flatMap(all -> all)
                .filter(name -> name.equalsIgnoreCase(sent))
                .findFirst()
                .orElseThrow(() -> new Fault(Fault.Code.INVALID_INPUT, "There is no such field: " + sent, parameter));
    }
}
