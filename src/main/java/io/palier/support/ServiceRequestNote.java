package io.palier.support;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was written to a service request, or became of it.
 *
 * @param organizationName for whom
 * @param person the person's name, if of the viewer's own organization
 * @param text null where only the status changed
 * @param status what it became; null where it stayed
 * @param before what it was until then
 */
public record ServiceRequestNote(
        Instant at,
        String organizationName,
        @Nullable String person,
        @Nullable String text,
        @Nullable RequestStatus status,
        RequestStatus before) {

    /** Whether it was an answer that was awaited. */
    public boolean answers() {
        return before == RequestStatus.ATTENTION_NEEDED && status == RequestStatus.OPEN;
    }

    /** The name under which others read it. */
    public String author() {
        return person == null ? organizationName : person;
    }
}
