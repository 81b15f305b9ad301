package io.palier.order;

import io.palier.shared.TypedId;
import io.palier.shared.Uuids;
import java.util.UUID;

/** Identifies a cart. */
public record CartId(UUID value) implements TypedId {

    public static CartId next() {
        return new CartId(Uuids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
