package io.palier.notification;

import io.palier.shared.TypedId;
import io.palier.shared.Uuids;
import java.util.UUID;

/** Identifies a notification. */
public record NotificationId(UUID value) implements TypedId {

    public static NotificationId next() {
        return new NotificationId(Uuids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
