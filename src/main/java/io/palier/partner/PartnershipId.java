package io.palier.partner;

import io.palier.shared.TypedId;
import io.palier.shared.Uuids;
import java.util.UUID;

/** Identifies one period in which a provider and a reseller are partners. */
public record PartnershipId(UUID value) implements TypedId {

    public static PartnershipId next() {
        return new PartnershipId(Uuids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
