package io.palier.support;

import io.palier.shared.TypedId;
import io.palier.shared.Uuids;
import java.util.UUID;

/** Identifies a service request; people and programs know it by its number. */
public record ServiceRequestId(UUID value) implements TypedId {

    public static ServiceRequestId next() {
        return new ServiceRequestId(Uuids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
