package io.palier.subscription;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of one subscription when several get the same partner of record or support contact.
 *
 * @param beforeName who stands there until then; null for nobody
 * @param afterName who stands there then; null for nobody
 * @param problem message key of why not; null otherwise
 * @param problemArguments fill that message
 */
public record BatchChange(
        SubscriptionView subscription,
        @Nullable String beforeName,
        @Nullable String afterName,
        Outcome outcome,
        @Nullable String problem,
        List<Object> problemArguments) {

    /** What becomes of it. */
    public enum Outcome {
        /** It would change. */
        WILL_CHANGE,
        CHANGED,
        /** It is so already. */
        UNCHANGED,
        /** A rule forbids it. */
        REFUSED
    }
}
