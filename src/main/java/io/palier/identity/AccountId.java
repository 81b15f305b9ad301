package io.palier.identity;

import io.palier.shared.TypedId;
import io.palier.shared.Uuids;
import java.util.UUID;

/** Identifies a person's account. */
public record AccountId(UUID value) implements TypedId {

    public static AccountId next() {
        return new AccountId(Uuids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
