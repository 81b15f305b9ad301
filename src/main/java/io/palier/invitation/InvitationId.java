package io.palier.invitation;

import io.palier.shared.TypedId;
import io.palier.shared.Uuids;
import java.util.UUID;

/** Identifies an invitation: a request to one recipient, whatever it asks for. */
public record InvitationId(UUID value) implements TypedId {

    public static InvitationId next() {
        return new InvitationId(Uuids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
