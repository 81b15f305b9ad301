package io.palier.subscription;

import io.palier.shared.TypedId;
import io.palier.shared.Uuids;
import java.util.UUID;

/** Identifies a subscription. */
public record SubscriptionId(UUID value) implements TypedId {

    public static SubscriptionId next() {
        return new SubscriptionId(Uuids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
