package io.palier.webhook;

import io.palier.shared.TypedId;
import io.palier.shared.Uuids;
import java.util.UUID;

/** Identifies one event on its way to one organization. */
public record DeliveryId(UUID value) implements TypedId {

    public static DeliveryId next() {
        return new DeliveryId(Uuids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
