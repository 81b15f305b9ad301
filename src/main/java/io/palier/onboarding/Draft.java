package io.palier.onboarding;

import io.palier.customer.RelationshipId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A new customer as far as it is filled in. Only the person who began it sees it.
 *
 * @param relationship what became of it; null until submitted
 * @param version grows with every save; what is submitted is the version that was reviewed
 */
public record Draft(
        DraftId id,
        DraftData data,
        Status status,
        @Nullable RelationshipId relationship,
        Instant updatedAt,
        int version) {

    /** How far a draft has come. */
    public enum Status {
        OPEN,
        SUBMITTED,
        CANCELLED
    }

    public boolean isOpen() {
        return status == Status.OPEN;
    }

    /** Whether nothing was saved in it since it was made. */
    public boolean isUntouched() {
        return version == 0;
    }
}
