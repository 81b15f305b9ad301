package io.palier.organization;

import io.palier.shared.TypedId;
import io.palier.shared.Uuids;
import java.util.UUID;

/** Identifies an organization; the "customer ID" or partner tenant id on the wire. */
public record OrganizationId(UUID value) implements TypedId {

    public static OrganizationId next() {
        return new OrganizationId(Uuids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
