package io.palier.order;

import io.palier.shared.TypedId;
import io.palier.shared.Uuids;
import java.util.UUID;

/** Identifies what somebody asks for who may not do it. */
public record OrderRequestId(UUID value) implements TypedId {

    public static OrderRequestId next() {
        return new OrderRequestId(Uuids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
