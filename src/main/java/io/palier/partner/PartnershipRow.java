package io.palier.partner;

import io.palier.organization.OrganizationId;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A partnership as one of its two sides sees it.
 *
 * @param partner the other side, with its name and, for a reseller, its location partner id
 * @param country ISO 3166-1 alpha-2
 * @param to when it ended; null while it is active
 * @param mayOrder whether the reseller orders without asking the provider
 * @param eligible whether the reseller may take part in new business
 * @param reasonKey message key of why not; null if it is eligible
 * @param figures of a reseller; empty on the reseller's own list
 * @param version for lost-update checks
 */
public record PartnershipRow(
        PartnershipId id,
        OrganizationId partner,
        String name,
        String sortName,
        @Nullable String locationPartnerId,
        String country,
        Instant from,
        @Nullable Instant to,
        boolean mayOrder,
        boolean eligible,
        @Nullable String reasonKey,
        Map<ResellerFigures.Figure, Long> figures,
        int version) {

    public boolean isActive() {
        return to == null;
    }

    /** Null while no module counts it. */
    public @Nullable Long customers() {
        return figures.get(ResellerFigures.Figure.CUSTOMERS);
    }

    /** Null while no module counts it. */
    public @Nullable Long subscriptions() {
        return figures.get(ResellerFigures.Figure.SUBSCRIPTIONS);
    }

    public PartnershipRow with(Map<ResellerFigures.Figure, Long> counted) {
        return new PartnershipRow(
                id,
                partner,
                name,
                sortName,
                locationPartnerId,
                country,
                from,
                to,
                mayOrder,
                eligible,
                reasonKey,
                counted,
                version);
    }
}
