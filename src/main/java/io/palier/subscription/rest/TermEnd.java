package io.palier.subscription.rest;

import io.palier.api.Fault;
import io.palier.subscription.SubscriptionView;
import io.palier.subscription.rest.SubscriptionJson.ScheduledAction;
import org.jspecify.annotations.Nullable;

/**
 * What a body wants to happen at the end of the term. Newer programs say it as an action, older ones as automatic
 * renewal; here a subscription renews as it is, or not at all (commerce contract 4.3 and 4.4).
 */
final class TermEnd {
    private TermEnd() {}

    /**
     * Whether the subscription is to renew; null to leave it as it is.
     *
     * @throws Fault 400 code 800042, for any other change at the end of the term or at the next charge
     */
    static @Nullable Boolean renews(SubscriptionView seen, SubscriptionJson wanted) {
        var charge = wanted.nextChargeInstructions();
        if (charge != null && !charge.isNull()) {
            throw unsupported("nextChargeInstructions");
        }
        var next = wanted.scheduledNextTermInstructions();
        if (next != null && !next.isAs(seen)) {
            throw unsupported("scheduledNextTermInstructions");
        }
        var actions = wanted.scheduledActions();
        if (actions == null || actions.isEmpty()) {
            return wanted.autoRenewEnabled();
        }
        if (actions.size() > 1) {
            throw unsupported("scheduledActions");
        }
        return renews(seen, actions.getFirst());
    }

    private static boolean renews(SubscriptionView seen, ScheduledAction action) {
        var next = action.instructions();
        boolean atTermEnd = is(action.scheduleType(), "TermEnd");
        if (atTermEnd && is(action.actionType(), "Cancel")) {
            return false;
        }
        if (atTermEnd && is(action.actionType(), "RenewToNewTerm") && (next == null || next.isAs(seen))) {
            return true;
        }
        throw unsupported("scheduledActions");
    }

    private static boolean is(@Nullable String sent, String word) {
        return sent != null && sent.replace("_", "").strip().equalsIgnoreCase(word);
    }

    private static Fault unsupported(String field) {
        return new Fault(Fault.Code.UNSUPPORTED, "A subscription renews as it is, or not at all.", field);
    }
}
