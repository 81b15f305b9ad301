package io.palier.application;

import io.palier.shared.TypedId;
import io.palier.shared.Uuids;
import java.util.UUID;

/** Identifies an application; "client id" and "application id" on the wire. */
public record ApplicationId(UUID value) implements TypedId {

    public static ApplicationId next() {
        return new ApplicationId(Uuids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
