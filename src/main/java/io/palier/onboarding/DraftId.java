package io.palier.onboarding;

import io.palier.shared.TypedId;
import io.palier.shared.Uuids;
import java.util.UUID;

/** Identifies one person's draft of a new customer; also the request id of its order. */
public record DraftId(UUID value) implements TypedId {

    public static DraftId next() {
        return new DraftId(Uuids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
