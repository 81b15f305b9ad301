package io.palier.partner;

import io.palier.organization.OrganizationId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What becomes of the things that hang on a partnership when it is removed, decided per kind. */
public record Resolution(Map<Dependent.Kind, Choice> choices) {

    /** What can become of a thing. */
    public enum Action {
        /** Another reseller of the same provider takes it over. */
        HAND_OVER,
        /** It returns to the provider. */
        FALL_BACK,
        /** The reseller keeps it, its rights included. */
        KEEP
    }

    /**
     * What was chosen for one kind of thing.
     *
     * @param other who takes over; set exactly when the action is to hand over
     */
    public record Choice(Action action, @Nullable OrganizationId other) {
        public static final Choice FALL_BACK = new Choice(Action.FALL_BACK, null);

        public Choice {
            if ((action == Action.HAND_OVER) != (other != null)) {
                throw new IllegalArgumentException("Handing over needs somebody to hand over to, nothing else does");
            }
        }
    }

    /** The choice for a kind; what was not decided falls back to the provider. */
    public Choice of(Dependent.Kind kind) {
        return choices.getOrDefault(kind, Choice.FALL_BACK);
    }
}
