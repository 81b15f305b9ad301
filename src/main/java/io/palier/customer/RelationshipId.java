package io.palier.customer;

import io.palier.shared.TypedId;
import io.palier.shared.Uuids;
import java.util.UUID;

/** Identifies what one provider has with one customer. */
public record RelationshipId(UUID value) implements TypedId {
    public static RelationshipId next() {
        return new RelationshipId(Uuids.next());
    }

    /** Reads the id of an address. */
    public static RelationshipId of(String text) {
        return new RelationshipId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
