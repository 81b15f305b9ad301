package io.palier.identity;

import io.palier.shared.TypedId;
import io.palier.shared.Uuids;
import java.util.UUID;

/** Identifies one account's membership in one organization; "user id" on the wire. */
public record MembershipId(UUID value) implements TypedId {

    public static MembershipId next() {
        return new MembershipId(Uuids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
