package io.palier.subscription.rest;

import io.palier.api.Attributes;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a subscription may be upgraded to, and what came of it (commerce contract 4.5). */
record UpgradeJson(
        @Nullable Object targetOffer,
        UpgradeType upgradeType,
        boolean isEligible,
        int quantity,
        List<Failure> upgradeErrors,
        Attributes attributes) {

    /** Whether users keep their licenses, in the contract's order. */
    enum UpgradeType {
        NONE,
        UPGRADE_ONLY,
        UPGRADE_WITH_LICENSE_TRANSFER
    }

    /**
     * Why not.
     *
     * @param code a number of the contract's list; clients read it as an enum
     */
    record Failure(int code, String description, String additionalDetails) {
        static final int NOT_ACTIVE = 2;
        static final int OWNED_ALREADY = 3;
    }

    /** The upgrade that a caller chose; of the target only the id matters. */
    record Chosen(
            @Nullable JsonNode targetOffer,
            @Nullable Integer quantity,
            @Nullable UpgradeType upgradeType) {

        @Nullable
        String targetId() {
            var offer = targetOffer;
            if (offer == null) {
                return null;
            }
            var id = offer.has("id") ? offer.get("id") : offer.get("Id");
            return id == null ? null : id.asString(null);
        }
    }

    /** The subscription keeps its id, so that source and target are the same. */
    record Result(
            UUID sourceSubscriptionId,
            UUID targetSubscriptionId,
            UpgradeType upgradeType,
            List<Failure> upgradeErrors,
            List<Object> licenseErrors,
            Attributes attributes) {}
}
