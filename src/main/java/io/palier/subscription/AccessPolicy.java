package io.palier.subscription;

import static io.palier.subscription.Action.ASK_FOR_LICENSES;
import static io.palier.subscription.Action.ASK_FOR_ORDER;
import static io.palier.subscription.Action.ASSIGN_LICENSES;
import static io.palier.subscription.Action.CHANGE_QUANTITY;
import static io.palier.subscription.Action.CONVERT;
import static io.palier.subscription.Action.EXPORT;
import static io.palier.subscription.Action.ORDER;
import static io.palier.subscription.Action.REACTIVATE;
import static io.palier.subscription.Action.RENAME;
import static io.palier.subscription.Action.SEE;
import static io.palier.subscription.Action.SET_AUTO_RENEW;
import static io.palier.subscription.Action.SUSPEND;

import io.palier.identity.Viewer;
import io.palier.shared.Refusal;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * Who may do what with a subscription: a table of association and action (design, Actors and rights). The association
 * opens an action to the organization, the right to the person; both are needed.
 */
public final class AccessPolicy {
    private static final Map<Association, Set<Action>> ALLOWED = new EnumMap<>(Map.of(
            Association.PROVIDER, EnumSet.complementOf(EnumSet.of(ASK_FOR_ORDER, ASK_FOR_LICENSES)),
            Association.CUSTOMER_LEVEL,
                    EnumSet.of(
                            SEE,
                            CHANGE_QUANTITY,
                            SET_AUTO_RENEW,
                            RENAME,
                            SUSPEND,
                            REACTIVATE,
                            ASSIGN_LICENSES,
                            ORDER,
                            CONVERT,
                            EXPORT,
                            ASK_FOR_ORDER),
            Association.PARTNER_OF_RECORD, EnumSet.of(SEE, EXPORT, CHANGE_QUANTITY, SET_AUTO_RENEW, RENAME),
            Association.SUPPORT_CONTACT, EnumSet.of(SEE, EXPORT),
            Association.CUSTOMER, EnumSet.of(SEE, EXPORT, ASSIGN_LICENSES, ASK_FOR_LICENSES)));

    private AccessPolicy() {}

    /**
     * Whether one of the associations opens the action to the organization, whoever acts for it.
     *
     * @param mayOrder whether the provider lets the reseller order without asking; of no matter to the provider itself
     */
    public static boolean opens(Set<Association> associations, Action action, boolean mayOrder) {
        return associations.stream()
                .filter(association ->
                        ALLOWED.getOrDefault(association, Set.of()).contains(action))
                .anyMatch(association -> !orders(action) || association == Association.PROVIDER || mayOrder);
    }

    private static boolean orders(Action action) {
        return action == ORDER || action == CONVERT;
    }

    public static boolean allows(Viewer viewer, Set<Association> associations, Action action, boolean mayOrder) {
        return opens(associations, action, mayOrder) && viewer.may(action.right());
    }

    /**
     * Insists that the action is allowed to the viewer.
     *
     * @throws Refusal not found, for who is not associated; forbidden, naming the right, for who may see but not do
     */
    public static void require(Viewer viewer, Set<Association> associations, Action action, boolean mayOrder) {
        if (!opens(associations, SEE, mayOrder)) {
            throw Refusal.notFound();
        }
        viewer.require(SEE.right());
        if (!allows(viewer, associations, action, mayOrder)) {
            throw Viewer.missing(action.right());
        }
    }
}
