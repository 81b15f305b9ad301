package io.palier.order;

import io.palier.shared.TypedId;
import io.palier.shared.Uuids;
import java.util.UUID;

/** Identifies an order. */
public record OrderId(UUID value) implements TypedId {

    public static OrderId next() {
        return new OrderId(Uuids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
