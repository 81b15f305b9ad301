package io.palier.partner;

import io.palier.shared.TypedId;
import io.palier.shared.Uuids;
import java.util.UUID;

/** Identifies a provider's request to one reseller to become partners. */
public record PartnershipRequestId(UUID value) implements TypedId {

    public static PartnershipRequestId next() {
        return new PartnershipRequestId(Uuids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
