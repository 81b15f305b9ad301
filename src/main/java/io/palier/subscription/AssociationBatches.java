package io.palier.subscription;

import io.palier.customer.RelationshipId;
import io.palier.identity.Viewer;
import io.palier.organization.OrganizationId;
import io.palier.shared.Refusal;
import io.palier.subscription.BatchChange.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * The door to changing the partner of record, or the support contact, of many subscriptions: looked at first, then done
 * one by one, each in a transaction of its own, so that one that cannot be changed leaves the others alone.
 */
@Service
public class AssociationBatches {
    /** Subscriptions of one batch at most. */
    public static final int MOST = 500;

    private final Subscriptions subscriptions;
    private final Associations associations;

    AssociationBatches(Subscriptions subscriptions, Associations associations) {
        this.subscriptions = subscriptions;
        this.associations = associations;
    }

    /** Whom any of these subscriptions could get, by name; for the provider only. */
    public List<ContactChoice> choices(Viewer viewer, Association kind, List<SubscriptionView> seen) {
        viewer.require(right(kind).right());
        var choices = new LinkedHashMap<OrganizationId, ContactChoice>();
        var known = new HashMap<RelationshipId, List<ContactChoice>>();
        for (var one : seen) {
            for (var choice : choices(viewer, kind, one, known)) {
                choices.merge(choice.id(), choice, (a, b) -> a.isEligible() ? a : b);
            }
        }
        return List.copyOf(choices.values());
    }

    /**
     * What would become of each; those the viewer may not see are left out.
     *
     * @param wanted null for nobody: no partner of record, or the provider as support contact
     */
    public List<BatchChange> preview(
            Viewer viewer, Association kind, List<SubscriptionId> ids, @Nullable OrganizationId wanted) {
        viewer.require(right(kind).right());
        var known = new HashMap<RelationshipId, List<ContactChoice>>();
        return subscriptions.get(viewer, ids).stream()
                .map(one -> preview(kind, one, wanted(kind, one, wanted), choices(viewer, kind, one, known)))
                .toList();
    }

    private static BatchChange preview(
            Association kind, SubscriptionView seen, @Nullable OrganizationId wanted, List<ContactChoice> choices) {
        if (Objects.equals(seen.holder(kind), wanted)) {
            return change(kind, seen, seen.holderName(kind), Outcome.UNCHANGED, null);
        }
        if (wanted == null) {
            return change(kind, seen, null, Outcome.WILL_CHANGE, null);
        }
        var choice = choices.stream()
                .filter(one -> one.id().equals(wanted))
                .findFirst()
                .orElse(null);
        if (choice == null) {
            return change(kind, seen, null, Outcome.REFUSED, "refusal.subscription.contact-not-possible");
        }
        return change(
                kind,
                seen,
                choice.name(),
                choice.isEligible() ? Outcome.WILL_CHANGE : Outcome.REFUSED,
                choice.reasonKey());
    }

    /**
     * Changes each that still has who was seen there; those the viewer may not see are left out.
     *
     * @param seen who stood there, by subscription, when the viewer decided; null for nobody
     * @param why at most 500 characters; may be empty
     * @throws Refusal invalid, field {@code why}, before anything is changed
     */
    public List<BatchChange> apply(
            Viewer viewer,
            Association kind,
            Map<SubscriptionId, @Nullable OrganizationId> seen,
            @Nullable OrganizationId wanted,
            String why) {
        viewer.require(right(kind).right());
        Associations.requireReason(why);
        var done = new ArrayList<BatchChange>();
        for (var one : preview(viewer, kind, List.copyOf(seen.keySet()), wanted)) {
            done.add(one.outcome() == Outcome.WILL_CHANGE ? apply(viewer, kind, one, seen, wanted, why) : one);
        }
        return done;
    }

    private BatchChange apply(
            Viewer viewer,
            Association kind,
            BatchChange change,
            Map<SubscriptionId, @Nullable OrganizationId> seen,
            @Nullable OrganizationId wanted,
            String why) {
        var subscription = change.subscription();
        var id = subscription.id();
        try {
            if (kind == Association.PARTNER_OF_RECORD) {
                associations.setPartnerOfRecord(viewer, id, seen.get(id), wanted, why);
            } else {
                associations.setSupportContact(
                        viewer, id, seen.get(id), wanted == null ? subscription.provider() : wanted, why);
            }
            return with(change, Outcome.CHANGED, null, List.of());
        } catch (Refusal refusal) {
            return with(change, Outcome.REFUSED, "refusal." + refusal.code(), refusal.arguments());
        }
    }

    private static BatchChange with(
            BatchChange change, Outcome outcome, @Nullable String problem, List<Object> arguments) {
        return new BatchChange(
                change.subscription(), change.beforeName(), change.afterName(), outcome, problem, arguments);
    }

    private static BatchChange change(
            Association kind,
            SubscriptionView seen,
            @Nullable String after,
            Outcome outcome,
            @Nullable String problem) {
        return new BatchChange(seen, seen.holderName(kind), after, outcome, problem, List.of());
    }

    private List<ContactChoice> choices(
            Viewer viewer, Association kind, SubscriptionView seen, Map<RelationshipId, List<ContactChoice>> known) {
        if (kind == Association.SUPPORT_CONTACT) {
            return known.computeIfAbsent(
                    seen.relationship(), relationship -> associations.contactChoices(viewer, seen));
        }
        if (known.isEmpty()) { // the same for all of a provider
            known.put(seen.relationship(), associations.resellerChoices(viewer, seen));
        }
        return known.values().iterator().next();
    }

    private static @Nullable OrganizationId wanted(
            Association kind, SubscriptionView seen, @Nullable OrganizationId wanted) {
        return wanted == null && kind == Association.SUPPORT_CONTACT ? seen.provider() : wanted;
    }

    private static Action right(Association kind) {
        return switch (kind) {
            case PARTNER_OF_RECORD -> Action.SET_PARTNER_OF_RECORD;
            case SUPPORT_CONTACT -> Action.SET_SUPPORT_CONTACT;
            case PROVIDER, CUSTOMER_LEVEL, CUSTOMER -> throw new IllegalArgumentException("Not set here: " + kind);
        };
    }
}
